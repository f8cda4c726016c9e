// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.web.Given;

/** Who may do what to whom: supervision comes from above, never from within. */
final class Standing {
    private static final Texts TEXTS = Texts.of(Standing.class);
    private static final String[] STAFF = {Role.ADMIN, Role.CLERK, Role.OFFICER, Role.AGENT, Role.SUPERVISOR};

    private Standing() {}

    /** Staff, whoever sees the division. */
    static void reads(Actor actor, String division) {
        staff(actor);
        if (!actor.sees(division)) {
            throw Problem.forbidden(TEXTS.get("division.foreign", division, actor.division()));
        }
    }

    static void staff(Actor actor) {
        actor.require(STAFF);
    }

    /** Whether the actor supervises the division: from one that is above it. */
    static boolean above(Actor actor, String division) {
        return actor.is(Role.SUPERVISOR)
                && actor.sees(division)
                && !actor.division().equals(division);
    }

    /** @throws Problem forbidden, unless the actor is a supervisor of a division above */
    static void supervises(Actor actor, String division) {
        actor.require(Role.SUPERVISOR);
        if (!above(actor, division)) {
            throw Problem.forbidden(TEXTS.get("division.own", division, actor.division()));
        }
    }

    /** As {@link #above}; what nobody here is above, the county itself, is its own supervisors' too. */
    static boolean handles(Actor actor, String division) {
        return above(actor, division)
                || actor.is(Role.SUPERVISOR)
                        && actor.division().equals(division)
                        && Division.county(division).equals(division);
    }

    /** Whether the actor belongs to the division or, below a county, to the town that it lies in. */
    static boolean answersFor(Actor actor, String division) {
        return actor.is(Role.ADMIN, Role.CLERK, Role.OFFICER, Role.AGENT)
                && actor.sees(division)
                && Division.contains(Division.town(division), actor.division());
    }

    /** The division whose list is asked for, the actor's own where none is named. */
    static String asked(String division, Actor actor, RegistryService registry) {
        String wanted = Given.word(division) == null ? actor.division() : Given.word(division);
        reads(actor, wanted);
        if (!wanted.equals(actor.division())) {
            registry.division(wanted);
        }
        return wanted;
    }

    /** The division of a site, or the division that is named; both are checked, and that they fit. */
    static String division(String division, String site, RegistryService registry, Faults faults) {
        if (site != null) {
            Site found = site(site, registry);
            faults.check(found != null, "site", "site.unknown", site)
                    .check(
                            found == null || division == null || division.equals(found.division()),
                            "site",
                            "site.foreign",
                            site,
                            String.valueOf(division));
            return found == null ? division : found.division();
        }
        faults.check(division != null && exists(division, registry), "division", "division.unknown", text(division));
        return division;
    }

    private static Site site(String code, RegistryService registry) {
        try {
            return registry.site(code);
        } catch (Problem unknown) {
            return null;
        }
    }

    private static boolean exists(String code, RegistryService registry) {
        try {
            registry.division(code);
            return true;
        } catch (Problem unknown) {
            return false;
        }
    }

    private static String text(String code) {
        return code == null ? "" : code;
    }
}
