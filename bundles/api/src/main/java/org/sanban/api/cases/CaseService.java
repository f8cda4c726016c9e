// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/**
 * The heart: {@link #submit} and {@link #act} are the only ways a case changes. Each commits the case's new state and
 * one journal entry in one local transaction before it returns.
 */
@ProviderType
public interface CaseService {
    /**
     * Submits a case.
     *
     * @throws org.sanban.api.problem.Problem invalid, naming every wrong field at once; not found, for an unknown site,
     *     matter or mode; unavailable, for a mode that was installed before; conflict, for a withdrawn matter or an
     *     idempotency key used for another request; forbidden
     */
    Receipt submit(Draft draft, Actor actor);

    /**
     * Does something with a case.
     *
     * @throws org.sanban.api.problem.Problem not found; conflict, when the version is stale (saying what happened
     *     meanwhile) or the stage does not allow the action (saying which it allows); invalid, naming every wrong field;
     *     forbidden; unavailable, when the case's mode is not installed
     */
    Receipt act(String number, Action action, Actor actor);

    /** The case, for accounts that see its division or have it, or an open part of it, by name. */
    Case get(String number, Actor actor);

    /**
     * Cases by number, in the order of the numbers, each as {@link #get(String, Actor)} gives it: asked for together, such as
     * a page of them, they are read together.
     *
     * @throws org.sanban.api.problem.Problem not found, naming the first that the actor does not see
     */
    default Map<String, Case> get(Collection<String> numbers, Actor actor) {
        Map<String, Case> cases = new LinkedHashMap<>();
        numbers.forEach(number -> cases.put(number, get(number, actor)));
        return cases;
    }

    /** How the case stands against its limit, counted line by line. */
    Due explain(String number, Actor actor);

    /** The steps the actor may do with the case as it is. */
    List<Step> steps(String number, Actor actor);

    /** Cases the actor sees. */
    Page<CaseLine> find(CaseQuery query, PageRequest page, Actor actor);

    /**
     * What the applicant sees, without a login.
     *
     * @param phoneEnding last four digits of the applicant's phone
     * @throws org.sanban.api.problem.Problem not found, with the same words for an unknown number and a wrong ending;
     *     too many after too many wrong tries
     */
    Progress follow(String number, String phoneEnding);

    /** Workflows of the modes that are installed now, by mode id. */
    List<Workflow> modes();

    /**
     * A workflow that was ever installed, in the version a case runs under.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    Workflow workflow(String mode, int version);
}
