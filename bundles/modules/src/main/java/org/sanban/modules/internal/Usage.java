// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Status;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterService;
import org.sanban.api.modules.Plan;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;

/** Who uses a mode: matters whose guide names it, cases that are open in it. Works without either service. */
@Component(service = Usage.class)
public final class Usage {
    private static final int FIRST = 5;
    private static final long SHORT_NANOS = 60_000_000_000L;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile MatterService matters;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile CaseService cases;

    private volatile Counted counted;

    /** How many guides in force name a mode, and the first of their matters. */
    record Needing(int count, List<String> first) {
        static final Needing NONE = new Needing(0, List.of());
    }

    private record Counted(Map<String, Needing> byMode, long at) {}

    /** Guides that name a mode, by mode; counted once a minute at most. */
    Map<String, Needing> needing() {
        MatterService service = matters;
        Counted known = counted;
        if (known != null && System.nanoTime() - known.at() < SHORT_NANOS) {
            return known.byMode();
        }
        if (service == null) {
            return Map.of();
        }
        Map<String, List<String>> codes = new HashMap<>();
        try {
            String after = null;
            do {
                Page<Matter> page = service.find(
                        new MatterQuery(null, null, null, null, true), new PageRequest(after, PageRequest.MAX));
                page.items().forEach(matter -> modes(matter.guide())
                        .forEach(mode -> codes.computeIfAbsent(mode, m -> new ArrayList<>())
                                .add(matter.code())));
                after = page.next();
            } while (after != null);
        } catch (Problem absent) {
            return Map.of();
        }
        Map<String, Needing> byMode = new HashMap<>();
        codes.forEach((mode, all) -> byMode.put(
                mode, new Needing(all.size(), all.stream().limit(FIRST).toList())));
        counted = new Counted(Map.copyOf(byMode), System.nanoTime());
        return byMode;
    }

    /** How many cases are open in these modes, up to {@link Plan#MOST}; {@code null} when that cannot be told now. */
    Integer open(Set<String> modes, Actor actor) {
        CaseService service = cases;
        if (service == null) {
            return null;
        }
        int open = 0;
        try {
            for (String mode : modes) {
                CaseQuery query = new CaseQuery(null, null, null, null, mode, Status.OPEN, null, null, null, null);
                String after = null;
                do {
                    Page<?> page = service.find(query, new PageRequest(after, PageRequest.MAX), actor);
                    open += page.items().size();
                    after = page.next();
                } while (after != null && open < Plan.MOST);
            }
        } catch (Problem absent) {
            return null;
        }
        return Math.min(open, Plan.MOST);
    }

    private static Set<String> modes(Guide guide) {
        return guide == null ? Set.of() : guide.modes();
    }
}
