// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import static org.sanban.mode.proxy.internal.ProxyWorkflow.WORDING;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.cases.Case;
import org.sanban.api.problem.Problem;

/**
 * What the applicant has entrusted an agent with (委托), as the answers of the case tell it. Who only helps (帮办) does
 * nothing in the applicant's name and needs no agreement; who acts (代办) does what the signed agreement names, while it
 * is valid.
 *
 * @param acts whether the agent acts in the applicant's name
 * @param stages stages that are entrusted (R131)
 * @param scope what the agreement allows
 * @param validUntil last day of the agreement, {@code null} before there is one
 * @param signed whether it was signed
 */
record Entrustment(boolean acts, Set<String> stages, Set<String> scope, LocalDate validUntil, boolean signed) {

    static Entrustment of(Case c) {
        Object until = c.answers().get("validUntil");
        return new Entrustment(
                acts(c.answers().get("services")),
                "whole".equals(c.answers().get("course"))
                        ? ProxyWorkflow.ENTRUSTABLE.keySet()
                        : ids(c.answers().get("stages")),
                ids(c.answers().get("scope")),
                until == null || until.equals("") ? null : LocalDate.parse(until.toString()),
                c.done().contains("sign"));
    }

    static boolean acts(Object services) {
        return ids(services).contains("act");
    }

    /** The ids a list answers with. */
    static Set<String> ids(Object answer) {
        return answer instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }

    /** Whether the stage is the agent's; where it is not, the applicant sees to it. */
    boolean carries(String stage) {
        boolean handsIn = !stage.equals("collecting") || !acts || scope.contains("submit");
        return stages.contains(stage) && handsIn;
    }

    /** Checks that the agent may work in the stage. */
    void covers(Case c, LocalDate today) {
        if (!stages.contains(c.stage())) {
            throw Problem.conflict(WORDING.get("check.not-entrusted", c.stageName()));
        }
        if (acts) {
            valid(today);
        }
    }

    /** Checks that the agent may do this in the applicant's name. */
    void allows(String right, LocalDate today) {
        acting();
        if (!scope.contains(right)) {
            throw Problem.conflict(WORDING.get("check.beyond-scope", WORDING.get("right." + right)));
        }
        valid(today);
    }

    void acting() {
        if (!acts) {
            throw Problem.conflict(WORDING.get("check.only-helps"));
        }
    }

    void helping() {
        if (acts) {
            throw Problem.conflict(WORDING.get("check.acts"));
        }
    }

    private void valid(LocalDate today) {
        if (!signed || validUntil == null) {
            throw Problem.conflict(WORDING.get("check.not-signed"));
        }
        if (today.isAfter(validUntil)) {
            throw Problem.conflict(WORDING.get("check.expired", validUntil));
        }
    }
}
