// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;

/** Who may do what: a town sees and fills in its own, the county rates, and 县委政法委 gives plaques (R77). */
@Component(service = Access.class, configurationPid = Settings.PID)
@Designate(ocd = Settings.class)
public final class Access {
    private static final Texts TEXTS = Texts.of(Access.class);

    private final Settings settings;

    @Activate
    public Access(Settings settings) {
        this.settings = settings;
    }

    /** The unit that gives plaques. */
    String unit() {
        return settings.plaqueUnit();
    }

    /** @throws Problem forbidden, unless the actor is staff that sees the division */
    void reads(String division, Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR, Role.CLERK, Role.OFFICER, Role.AGENT, settings.plaqueRole());
        sees(division, actor);
    }

    /** @throws Problem forbidden, unless the actor is staff of the division, who gives its self score */
    void fills(String division, Actor actor) {
        actor.require(Role.ADMIN, Role.CLERK, Role.OFFICER, Role.AGENT);
        sees(division, actor);
    }

    /** @throws Problem forbidden, unless the actor rates for the county */
    void governs(Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR);
        county(actor);
    }

    /** @throws Problem forbidden, unless the actor gives plaques */
    void gives(Actor actor) {
        if (!actor.is(settings.plaqueRole())) {
            throw Problem.forbidden(TEXTS.get("plaque.role", settings.plaqueUnit(), settings.plaqueRole()));
        }
        county(actor);
    }

    private static void county(Actor actor) {
        if (Division.level(actor.division()) != Division.Level.COUNTY) {
            throw Problem.forbidden(TEXTS.get("county.only"));
        }
    }

    static void sees(String division, Actor actor) {
        if (!actor.sees(division)) {
            throw Problem.forbidden(TEXTS.get("division.foreign", division));
        }
    }
}
