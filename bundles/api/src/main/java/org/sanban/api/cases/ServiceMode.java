// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Matter;

/**
 * One way of getting a matter done: at the window, at home, through an agent, by post (R1). Registered with the service
 * property {@code mode.id}; while it is registered, the mode is offered over REST, SOAP and shell.
 */
@ConsumerType
public interface ServiceMode {
    /** Stages, steps, roles, forms, limits: data. The same object, or an equal one, at every call. */
    Workflow workflow();

    /**
     * Refuses what this mode cannot serve.
     *
     * @throws org.sanban.api.problem.Problem invalid or conflict, saying why
     */
    default void check(Draft draft, Matter matter, Actor actor) {}

    /**
     * Refuses an action that the workflow alone would allow.
     *
     * @param c the case as it is before the action
     * @throws org.sanban.api.problem.Problem invalid or conflict, saying why
     */
    default void check(Case c, Action action, Actor actor) {}

    /**
     * What follows from an action by the mode's own rules and is kept with its answers in the case and the journal: how
     * many minutes late a visit was, until when an entrustment is valid. Called after {@link #check(Case, Action, Actor)};
     * a name that the step's form asks for is not overwritten.
     *
     * @param c the case as it is before the action
     * @param at the moment the action is carried out
     * @return answers by name: text, numbers, booleans, or lists of text
     */
    default Map<String, Object> facts(Case c, Action action, Actor actor, Instant at) {
        return Map.of();
    }
}
