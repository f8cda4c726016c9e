// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;

/** What of the county an actor may look at. */
final class Sight {
    private static final Texts TEXTS = Texts.of(Sight.class);

    private Sight() {}

    /**
     * The digits that the divisions looked at begin with.
     *
     * @param division 12-digit code, {@code null} for all the actor sees
     * @throws Problem invalid, when it is no code; forbidden, when the actor does not see it
     */
    static String prefix(String division, Actor actor) {
        if (division == null || division.isBlank()) {
            return Division.prefix(actor.division());
        }
        if (!division.matches("[0-9]{12}")) {
            throw Problem.invalid("division", TEXTS.get("division.code", division));
        }
        if (!actor.sees(division)) {
            throw Problem.forbidden(TEXTS.get("division.foreign", division));
        }
        return Division.prefix(division);
    }
}
