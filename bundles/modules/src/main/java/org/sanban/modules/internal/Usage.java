// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterService;
import org.sanban.api.modules.Plan;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;

/** Who uses a mode: matters that need it, cases that are open in it. Works without either service. */
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

    /** How many matters need a mode, and the first of them. */
    record Needing(int count, List<String> first) {
        static final Needing NONE = new Needing(0, List.of());
    }

    /**
     * @param named codes of matters by the mode that their guide names
     * @param listed codes of matters by the mode in which a division has published that it serves them
     */
    private record Counted(Map<String, Set<String>> named, Map<String, Set<String>> listed, long at) {}

    /** Matters that need one of these modes: its guide names it, or a division has published it for it. Looked up once a minute. */
    Needing needing(Set<String> modes) {
        MatterService service = matters;
        if (service == null) {
            return Needing.NONE;
        }
        try {
            Counted known = counted;
            if (known == null || System.nanoTime() - known.at() > SHORT_NANOS) {
                known = new Counted(named(service), new ConcurrentHashMap<>(), System.nanoTime());
                counted = known;
            }
            Set<String> codes = new TreeSet<>();
            for (String mode : modes) {
                codes.addAll(known.named().getOrDefault(mode, Set.of()));
                codes.addAll(known.listed().computeIfAbsent(mode, id -> listed(service, id)));
            }
            return new Needing(codes.size(), codes.stream().limit(FIRST).toList());
        } catch (Problem absent) {
            return Needing.NONE;
        }
    }

    private static Map<String, Set<String>> named(MatterService service) {
        Map<String, Set<String>> codes = new HashMap<>();
        each(page -> service.find(new MatterQuery(null, null, null, null, true), page), matter -> modes(matter.guide())
                .forEach(mode ->
                        codes.computeIfAbsent(mode, m -> new HashSet<>()).add(matter.code())));
        return codes;
    }

    private static Set<String> listed(MatterService service, String mode) {
        Set<String> codes = new HashSet<>();
        each(page -> service.scopes(mode, "", page), scope -> codes.addAll(scope.matters()));
        return codes;
    }

    private static <T> void each(Function<PageRequest, Page<T>> read, Consumer<T> take) {
        String after = null;
        do {
            Page<T> page = read.apply(new PageRequest(after, PageRequest.MAX));
            page.items().forEach(take);
            after = page.next();
        } while (after != null);
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
