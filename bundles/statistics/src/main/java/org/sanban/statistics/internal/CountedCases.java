// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sanban.api.cases.Light;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.statistics.Counted;
import org.sanban.api.statistics.Counts;
import org.sanban.api.statistics.Figure;
import org.sanban.statistics.internal.Tally.Kind;

/**
 * The cases behind a number, division by division, each in the order of the day that is counted. Which divisions have any
 * the numbers tell, so that each is one range of an index and a page reads little more than it shows.
 */
record CountedCases(Ledger ledger, Breakdown breakdown) {
    private static final Texts TEXTS = Texts.of(CountedCases.class);

    /** Which cases: a day of theirs that lies in the range, and what else holds of them. */
    private record Filter(String day, Days.Range range, String more, List<Object> values) {
        Filter and(String condition, Object... with) {
            List<Object> all = new ArrayList<>(values);
            all.addAll(List.of(with));
            return new Filter(day, range, more + " and " + condition, all);
        }
    }

    /** Key of a page: the last case of the one before. */
    private record After(String division, int day, long id) {
        static After of(PageRequest page) {
            if (page.after() == null) {
                return new After("", 0, 0);
            }
            String[] parts = page.after().split("\\.", 3);
            try {
                return new After(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw Problem.invalid("after", TEXTS.get("after.unknown", page.after()));
            }
        }
    }

    Page<Counted> page(
            Place place, Figure figure, String mode, String matter, PageRequest page, LocalDate today, LocalDate near) {
        Filter filter = filter(place, figure, today);
        filter = place.site() == null
                ? filter
                : filter.and("site = ?", place.site().code());
        String inMode = mode == null || mode.isBlank() ? null : mode.strip();
        filter = inMode == null ? filter : filter.and("mode = ?", inMode);
        filter = matter == null || matter.isBlank() ? filter : filter.and("matter = ?", matter.strip());
        After after = After.of(page);
        List<CaseFact> facts = new ArrayList<>();
        for (String division : divisions(place, figure, inMode, today)) {
            int left = page.fetch() - facts.size();
            if (left > 0 && division.compareTo(after.division()) >= 0) {
                boolean begun = division.equals(after.division());
                Days.Range range = filter.range();
                Days.Range rest =
                        begun ? new Days.Range(false, Math.max(range.from(), after.day()), range.until()) : range;
                facts.addAll(ledger.cases(
                        division, filter.day(), rest, begun ? after.id() : 0, filter.more(), filter.values(), left));
            }
        }
        Filter asked = filter;
        return Page.of(facts, page, fact -> fact.division() + "." + day(asked, fact) + "." + fact.id())
                .map(fact -> counted(fact, today, near));
    }

    private static int day(Filter filter, CaseFact fact) {
        return switch (filter.day()) {
            case "submitted" -> fact.submitted();
            case "accepted" -> fact.now().accepted();
            default -> fact.now().stood();
        };
    }

    private static Filter filter(Place place, Figure figure, LocalDate today) {
        Days.Range range = new Days.Range(false, Days.of(place.from()), Days.of(place.until()));
        Days.Range ever = new Days.Range(false, 1, Days.UNKNOWN);
        Filter ended = new Filter("stood", range, "", List.of()).and("running = ?", 0);
        return switch (figure) {
            case SUBMITTED -> new Filter("submitted", range, "", List.of());
            case ACCEPTED -> new Filter("accepted", range, "", List.of());
            case ENDED -> ended;
            case DONE, REFUSED, WITHDRAWN, TERMINATED -> ended.and("outcome = ?", figure.name());
            case ON_TIME -> ended.and("light = ?", Light.ON_TIME.name());
            case LATE -> ended.and("light = ?", Light.OVERDUE.name());
            case ON_TIME_RATE -> ended.and("light in (?, ?)", Light.ON_TIME.name(), Light.OVERDUE.name());
            case UNLIMITED -> ended.and("light = ?", Light.NONE.name());
            case UNKNOWN -> ended.and("light = ?", Light.UNKNOWN.name());
            case OPEN -> new Filter("stood", ever, "", List.of()).and("running = ?", 1);
            case OVERDUE -> new Filter("stood", new Days.Range(false, 1, Days.of(today.minusDays(1))), "", List.of())
                    .and("running = ?", 1);
        };
    }

    /** The divisions of the place that have any such cases, in the order of their codes. */
    private Collection<String> divisions(Place place, Figure figure, String mode, LocalDate today) {
        Collection<String> scopes = place.site() == null ? below(place) : List.of(place.scope());
        Set<String> with = figure.now() ? open(scopes, figure, today) : of(scopes, place, figure, mode);
        return place.site() == null || with.isEmpty() ? with : List.of(place.division());
    }

    private Collection<String> below(Place place) {
        Set<String> all = new TreeSet<>(Set.of(place.division()));
        breakdown.below(place.division()).keySet().forEach(below -> {
            all.add(below);
            if (Division.prefix(below).length() == 9) {
                all.addAll(breakdown.below(below).keySet());
            }
        });
        return all;
    }

    private Set<String> open(Collection<String> scopes, Figure figure, LocalDate today) {
        return ledger.open(scopes).stream()
                .filter(row -> figure == Figure.OPEN || row.key().day() < Days.of(today))
                .map(row -> row.key().scope())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> of(Collection<String> scopes, Place place, Figure figure, String mode) {
        List<Numbers.Row> rows = mode == null
                ? ledger.read(scopes, Kind.DAY, Kind.MONTH, place.ranges())
                : ledger.read(scopes, Kind.DAY_MODE, Kind.MONTH_MODE, place.ranges()).stream()
                        .filter(row -> row.key().item().equals(mode))
                        .toList();
        Map<String, Counts> counts = Sums.by(rows, row -> row.key().scope());
        counts.values().removeIf(one -> none(Sums.figure(one, figure), figure));
        return counts.keySet();
    }

    /** Whether no case is behind a number; a rate of 0 has cases, that of none is {@code null}. */
    private static boolean none(BigDecimal number, Figure figure) {
        return number == null || figure != Figure.ON_TIME_RATE && number.signum() == 0;
    }

    private static Counted counted(CaseFact fact, LocalDate today, LocalDate near) {
        LocalDate stood = Days.day(fact.now().stood());
        boolean open = fact.now().open();
        return new Counted(
                fact.number(),
                "cases/" + fact.number(),
                fact.division(),
                fact.site(),
                fact.mode(),
                fact.matter(),
                Days.day(fact.submitted()),
                Days.day(fact.now().accepted()),
                open ? null : stood,
                fact.now().outcome(),
                open ? stood : null,
                open
                        ? light(fact.now().stood(), Days.of(today), Days.of(near))
                        : fact.now().light());
    }

    private static Light light(int stood, int today, int near) {
        return switch (stood) {
            case Days.NONE -> Light.NONE;
            case Days.PAUSED -> Light.PAUSED;
            case Days.UNKNOWN -> Light.UNKNOWN;
            default -> stood < today ? Light.OVERDUE : stood <= near ? Light.NEAR : Light.ON_TIME;
        };
    }
}
