// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sanban.api.cases.Published;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/** The matters that a mobile point takes: of its division's published list, or else all whose guide allows it. */
record Offer(MatterService matters, RegistryService registry) {
    /** Refuses a matter that is not on the published list. */
    void check(Matter matter, String division) {
        new Published(MobileMode.ID, matters, registry, MobileWorkflow.WORDING).check("matter", matter, division);
    }

    /**
     * All of them, by code.
     *
     * @throws Problem conflict, when they are more than {@code most}: a list must be published first
     */
    List<Matter> of(Site point, int most, Instant now) {
        Scope scope = matters.scope(MobileMode.ID, point.division());
        List<Matter> all = scope == null ? every(point, most, now) : listed(scope, point, now);
        if (all.size() > most) {
            throw Problem.conflict(MobileWorkflow.WORDING.get("check.most", point.name(), most));
        }
        return all;
    }

    private List<Matter> listed(Scope scope, Site point, Instant now) {
        return scope.matters().stream()
                .sorted()
                .map(matters::matter)
                .filter(matter -> taken(matter, point, now))
                .toList();
    }

    private List<Matter> every(Site point, int most, Instant now) {
        List<Matter> all = new ArrayList<>();
        String after = null;
        do {
            Page<Matter> page = matters.find(
                    new MatterQuery(null, null, null, point.level(), true), new PageRequest(after, PageRequest.MAX));
            page.items().stream().filter(matter -> taken(matter, point, now)).forEach(all::add);
            after = page.next();
        } while (after != null && all.size() <= most);
        return all;
    }

    private static boolean taken(Matter matter, Site point, Instant now) {
        var guide = matter.guide();
        return guide.inForce(now)
                && (guide.levels().isEmpty() || guide.levels().contains(point.level()))
                && (guide.modes().isEmpty() || guide.modes().contains(MobileMode.ID));
    }
}
