// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Who may look and who may write: staff, each in the own subtree. */
final class Access {
    private static final Texts TEXTS = Texts.of(Access.class);

    private Access() {}

    /** @throws Problem forbidden, unless the actor is staff of the division */
    static void reads(String division, Actor actor) {
        actor.require(Role.ADMIN, Role.CLERK, Role.OFFICER, Role.AGENT, Role.SUPERVISOR);
        sees(division, actor);
    }

    /** @throws Problem forbidden, unless the actor keeps the division's ledgers */
    static void writes(String division, Actor actor) {
        actor.require(Role.ADMIN, Role.CLERK);
        sees(division, actor);
    }

    /** As {@link #writes}; an agent may too, of the places the agent works for. */
    static void records(String division, Actor actor) {
        actor.require(Role.ADMIN, Role.CLERK, Role.AGENT);
        sees(division, actor);
    }

    private static void sees(String division, Actor actor) {
        if (!actor.sees(division)) {
            throw Problem.forbidden(TEXTS.get("division.foreign", division));
        }
    }
}
