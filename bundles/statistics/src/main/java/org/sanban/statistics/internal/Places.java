// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.statistics.Selection;

/** Makes places of what callers select: only those that there are, and that the caller may see. */
record Places(RegistryService registry) {
    private static final Texts TEXTS = Texts.of(Places.class);
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int MOST_DAYS = 3_660;

    Place place(Selection selection, Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR, Role.CLERK, Role.OFFICER, Role.AGENT, Role.SYSTEM);
        LocalDate until = selection.until() == null ? LocalDate.now(Days.ZONE) : selection.until();
        LocalDate from = selection.from() == null ? until.withDayOfYear(1) : selection.from();
        check(from, until);
        String site = word(selection.site());
        String division = word(selection.division());
        if (site == null) {
            String code = division == null ? actor.division() : division;
            see(code, actor);
            if (Division.prefix(code).length() < 6) {
                throw Problem.invalid("division", TEXTS.get("division.above", code));
            }
            return new Place(code, null, registry.division(code).name(), from, until);
        }
        Site found = registry.site(site);
        see(found.division(), actor);
        if (division != null && !Division.contains(division, found.division())) {
            throw Problem.invalid("site", TEXTS.get("site.elsewhere", site, division));
        }
        return new Place(found.division(), found, found.name(), from, until);
    }

    private static void check(LocalDate from, LocalDate until) {
        if (from.isAfter(until)) {
            throw Problem.invalid("from", TEXTS.get("days.order", from, until));
        }
        if (from.isBefore(FIRST) || ChronoUnit.DAYS.between(from, until) > MOST_DAYS || until.getYear() > 9000) {
            throw Problem.invalid("from", TEXTS.get("days.most", MOST_DAYS));
        }
    }

    private static void see(String division, Actor actor) {
        if (!actor.sees(division)) {
            throw Problem.forbidden(TEXTS.get("division.foreign", division, actor.division()));
        }
    }

    /** The site asked, or those of the division itself. */
    List<Site> ownSites(Place place) {
        return place.site() != null
                ? List.of(place.site())
                : registry.sites(place.division(), null, PageRequest.first()).items().stream()
                        .filter(site -> site.division().equals(place.division()))
                        .toList();
    }

    private static String word(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
