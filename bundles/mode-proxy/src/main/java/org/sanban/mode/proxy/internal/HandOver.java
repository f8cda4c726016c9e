// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import static org.sanban.mode.proxy.internal.ProxyWorkflow.WORDING;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.RegistryService;

/**
 * Who has a case and how it is handed on (接力办, R132): only to an agent of the area (R98), and only once that agent has
 * taken it over is it the agent's.
 *
 * @param registry knows the agents
 */
record HandOver(RegistryService registry) {
    /** What everyone may do whom the workflow lets. */
    private static final Set<String> ANYONE = Set.of("assign", "end-part", "note");
    /** What needs no agent in office: giving back, handing on, ending. */
    private static final Set<String> LEAVING =
            Set.of("give-back", "file", "relay", "send-back", "suspend", "revoke", "close", "terminate");
    /** What is the agent's alone, whoever else serves at the window. */
    private static final Set<String> OWN = ProxyWorkflow.WORKFLOW.steps().stream()
            .filter(step -> step.effects().contains(Effect.HOLDER))
            .map(Step::action)
            .collect(Collectors.toUnmodifiableSet());
    /** What may happen between handing on and taking over. */
    private static final Set<String> MEANWHILE =
            Set.of("take-over", "send-back", "revoke", "give-back", "end-part", "note");

    /** Checks that whoever acts as an agent holds the case, and that it is not on its way to another. */
    void check(Case c, Action action, Actor actor) {
        boolean pending = pending(c.done());
        boolean again = action.name().equals("relay") && actor.is(Role.CLERK);
        if (pending && !again && !MEANWHILE.contains(action.name())) {
            throw Problem.conflict(WORDING.get("check.handed-on", c.holder().name()));
        }
        if (!pending && Set.of("take-over", "send-back").contains(action.name())) {
            throw Problem.conflict(WORDING.get("check.not-handed-on"));
        }
        boolean others = actor.is(Role.CLERK, Role.SYSTEM, Role.APPLICANT) && !OWN.contains(action.name());
        if (ANYONE.contains(action.name()) || others) {
            return;
        }
        if (!actor.account().equals(c.holder().account())) {
            throw Problem.forbidden(WORDING.get("check.not-holder", holder(c)));
        }
        if (!LEAVING.contains(action.name()) && !serves(actor.account(), c)) {
            throw Problem.forbidden(WORDING.get("check.no-agent", actor.account()));
        }
    }

    /** The first agent: named by a clerk, or an agent by themself. */
    void assigns(Case c, Action action, Actor actor) {
        if (!actor.is(Role.CLERK) && !actor.account().equals(action.assignee())) {
            throw Problem.forbidden(WORDING.get("check.assigns-self"));
        }
        toAgent(c, action);
    }

    /** On to the next agent, whom the applicant has agreed to once an agreement is signed (民法典 art. 169). */
    void relays(Case c, Action action, Entrustment entrustment) {
        if (action.assignee().equals(c.holder().account())) {
            throw Problem.invalid("assignee", WORDING.get("check.same-agent"));
        }
        if (entrustment.signed() && !entrustment.scope().contains("relay")) {
            throw Problem.conflict(WORDING.get("check.beyond-scope", WORDING.get("right.relay")));
        }
        toAgent(c, action);
    }

    /** Back to who handed it on. */
    void sendsBack(Case c, Action action) {
        Object from = c.answers().get("handedFrom");
        if (!action.assignee().equals(from)) {
            throw Problem.invalid("assignee", WORDING.get("check.send-back", String.valueOf(from)));
        }
    }

    private void toAgent(Case c, Action action) {
        if (!serves(action.assignee(), c)) {
            throw Problem.invalid("assignee", WORDING.get("check.no-agent", action.assignee()));
        }
    }

    private boolean serves(String account, Case c) {
        try {
            Agent agent = registry.agent(account);
            return agent.active() && agent.serves(c.division());
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                return false;
            }
            throw problem;
        }
    }

    /** Whether it was handed on, and nothing came of that yet. */
    static boolean pending(List<String> done) {
        int settled = Stream.of("take-over", "send-back", "revoke")
                .mapToInt(done::lastIndexOf)
                .max()
                .getAsInt();
        return done.lastIndexOf("relay") > settled;
    }

    /** Who had it last in earnest, to whom it may be sent back. */
    static Object from(Case c) {
        return pending(c.done()) ? c.answers().get("handedFrom") : c.holder().account();
    }

    private static String holder(Case c) {
        return c.holder().name() == null ? "-" : c.holder().name();
    }
}
