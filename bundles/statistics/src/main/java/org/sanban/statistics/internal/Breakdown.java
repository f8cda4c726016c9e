// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sanban.api.cases.Light;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.statistics.By;
import org.sanban.api.statistics.Counts;
import org.sanban.api.statistics.Line;
import org.sanban.api.statistics.Open;
import org.sanban.statistics.internal.Numbers.Row;
import org.sanban.statistics.internal.Tally.Kind;

/** The numbers of a place, broken down. */
record Breakdown(Ledger ledger, RegistryService registry, Modes modes) {
    private static final Texts TEXTS = Texts.of(Breakdown.class);
    private static final Comparator<Line> LARGEST = Comparator.comparingLong(
                    (Line line) -> line.counts().submitted() + line.ended())
            .reversed()
            .thenComparing(Line::key);

    List<Line> lines(Place place, By by, LocalDate today, LocalDate near) {
        return switch (by) {
            case DIVISION -> places(
                    place, place.site() == null ? below(place.division()) : Map.of(), today, near, true);
            case SITE -> places(place, sites(place), today, near, false);
            case MODE -> items(place, Kind.DAY_MODE, Kind.MONTH_MODE, modes::name);
            case MATTER -> matters(place, today);
            case LIGHT -> lights(place, today, near);
        };
    }

    private List<Line> places(Place place, Map<String, String> names, LocalDate today, LocalDate near, boolean all) {
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, Counts> counts =
                Sums.by(ledger.read(names.keySet(), Kind.DAY, Kind.MONTH, place.ranges()), row -> row.key()
                        .scope());
        Map<String, List<Row>> open = ledger.open(names.keySet()).stream()
                .collect(Collectors.groupingBy(row -> row.key().scope()));
        return names.entrySet().stream()
                .filter(one -> all || counts.containsKey(one.getKey()) || open.containsKey(one.getKey()))
                .map(one -> Line.of(
                        one.getKey(),
                        Text.of(one.getValue()),
                        counts.getOrDefault(one.getKey(), Counts.NONE),
                        Sums.open(open.getOrDefault(one.getKey(), List.of()), today, near)))
                .sorted(LARGEST)
                .toList();
    }

    private List<Line> items(Place place, Kind days, Kind months, Function<String, Text> names) {
        return Sums.by(ledger.read(List.of(place.scope()), days, months, place.ranges()), row -> row.key()
                        .item())
                .entrySet()
                .stream()
                .map(one -> Line.of(one.getKey(), names.apply(one.getKey()), one.getValue(), null))
                .sorted(LARGEST)
                .toList();
    }

    private List<Line> matters(Place place, LocalDate today) {
        if (!Days.whole(place.from(), place.until(), today)) {
            throw Problem.invalid("from", TEXTS.get("months.whole"));
        }
        LocalDate whole = place.until().withDayOfMonth(place.until().lengthOfMonth());
        Place months = new Place(place.division(), place.site(), place.name(), place.from(), whole);
        Map<String, String> names = ledger.matters();
        return items(months, Kind.MONTH_MATTER, Kind.MONTH_MATTER, code -> Text.of(names.getOrDefault(code, code)));
    }

    private List<Line> lights(Place place, LocalDate today, LocalDate near) {
        Counts all = Sums.total(ledger.read(List.of(place.scope()), Kind.DAY, Kind.MONTH, place.ranges()));
        Open open = Sums.open(ledger.open(List.of(place.scope())), today, near);
        List<Line> lines = new ArrayList<>();
        for (Light light : Light.values()) {
            long ended =
                    switch (light) {
                        case ON_TIME -> all.onTime();
                        case OVERDUE -> all.late();
                        case NONE -> all.unlimited();
                        case UNKNOWN -> all.unknown();
                        default -> 0;
                    };
            lines.add(new Line(
                    light.name(), TEXTS.get("light." + light), only(light, all), ended, null, only(light, open)));
        }
        return lines;
    }

    private static Counts only(Light light, Counts all) {
        return new Counts(
                0,
                0,
                0,
                0,
                0,
                0,
                light == Light.ON_TIME ? all.onTime() : 0,
                light == Light.OVERDUE ? all.late() : 0,
                light == Light.NONE ? all.unlimited() : 0,
                light == Light.UNKNOWN ? all.unknown() : 0);
    }

    private static Open only(Light light, Open all) {
        return new Open(
                light == Light.OVERDUE ? all.overdue() : 0,
                light == Light.NEAR ? all.near() : 0,
                light == Light.ON_TIME ? all.onTime() : 0,
                light == Light.PAUSED ? all.paused() : 0,
                light == Light.UNKNOWN ? all.unknown() : 0,
                light == Light.NONE ? all.none() : 0);
    }

    /** Names of the divisions directly below one, by code. */
    Map<String, String> below(String division) {
        return all(page -> registry.divisions(division, page), Division::code, Division::name);
    }

    private Map<String, String> sites(Place place) {
        return place.site() != null
                ? Map.of(place.site().code(), place.site().name())
                : all(page -> registry.sites(place.division(), null, page), Site::code, Site::name);
    }

    private static <T> Map<String, String> all(
            Function<PageRequest, Page<T>> list, Function<T, String> code, Function<T, String> name) {
        Map<String, String> all = new LinkedHashMap<>();
        String after = null;
        do {
            Page<T> page = list.apply(new PageRequest(after, PageRequest.MAX));
            page.items().forEach(one -> all.put(code.apply(one), name.apply(one)));
            after = page.next();
        } while (after != null);
        return all;
    }
}
