// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.CourseService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.statistics.By;
import org.sanban.api.statistics.Counted;
import org.sanban.api.statistics.Counts;
import org.sanban.api.statistics.Figure;
import org.sanban.api.statistics.Line;
import org.sanban.api.statistics.Point;
import org.sanban.api.statistics.Rebuild;
import org.sanban.api.statistics.Selection;
import org.sanban.api.statistics.StatisticsService;
import org.sanban.api.statistics.Summary;
import org.sanban.statistics.internal.Tally.Kind;

/** Answers from the numbers that are kept. */
@Component(service = StatisticsService.class)
public final class StatisticsManager implements StatisticsService {
    private static final Texts TEXTS = Texts.of(StatisticsManager.class);
    private static final int WAITING = 1_000;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");

    private final Ledger ledger;
    private final Bookkeeper bookkeeper;
    private final CourseService courses;
    private final Criteria criteria;
    private final Places places;
    private final Breakdown breakdown;
    private final CountedCases counted;

    @Activate
    public StatisticsManager(
            @Reference Ledger ledger,
            @Reference Bookkeeper bookkeeper,
            @Reference CourseService courses,
            @Reference RegistryService registry,
            @Reference Criteria criteria,
            @Reference Modes modes) {
        this.ledger = ledger;
        this.bookkeeper = bookkeeper;
        this.courses = courses;
        this.criteria = criteria;
        this.places = new Places(registry);
        this.breakdown = new Breakdown(ledger, registry, modes);
        this.counted = new CountedCases(ledger, breakdown);
    }

    @Override
    public Summary summary(Selection selection, Actor actor) {
        Place place = places.place(selection, actor);
        Counts counts = Sums.total(ledger.read(List.of(place.scope()), Kind.DAY, Kind.MONTH, place.ranges()));
        return new Summary(
                place.division(),
                place.site() == null ? null : place.site().code(),
                place.name(),
                place.from(),
                place.until(),
                counts,
                counts.ended(),
                counts.onTimeRate(),
                Sums.open(ledger.open(List.of(place.scope())), today(), courses.near()),
                ledger.waiting(WAITING),
                criteria.measures(places.ownSites(place), place.period()));
    }

    @Override
    public List<Point> series(Selection selection, Figure figure, boolean months, Actor actor) {
        Place place = places.place(selection, actor);
        if (figure.now()) {
            throw Problem.invalid("figure", TEXTS.get("figure.now", Sums.word(figure)));
        }
        Kind kind = months ? Kind.MONTH : Kind.DAY;
        int from = months ? Days.month(Days.of(place.from())) : Days.of(place.from());
        Map<Integer, Counts> found = Sums.by(
                ledger.read(
                        List.of(place.scope()),
                        kind,
                        kind,
                        List.of(new Days.Range(months, from, Days.of(place.until())))),
                row -> row.key().day());
        List<Point> points = new ArrayList<>();
        if (months) {
            YearMonth last = YearMonth.from(place.until());
            for (YearMonth m = YearMonth.from(place.from()); !m.isAfter(last); m = m.plusMonths(1)) {
                points.add(point(MONTH.format(m), found.get(Days.month(Days.of(m.atDay(1)))), figure));
            }
        } else {
            for (LocalDate day = place.from(); !day.isAfter(place.until()); day = day.plusDays(1)) {
                points.add(point(day.toString(), found.get(Days.of(day)), figure));
            }
        }
        return points;
    }

    private static Point point(String at, Counts counts, Figure figure) {
        BigDecimal value = Sums.figure(counts == null ? Counts.NONE : counts, figure);
        return new Point(at, value);
    }

    @Override
    public List<Line> breakdown(Selection selection, By by, Actor actor) {
        Place place = places.place(selection, actor);
        return breakdown.lines(place, by, today(), courses.near());
    }

    @Override
    public Page<Counted> why(
            Selection selection, Figure figure, String mode, String matter, PageRequest page, Actor actor) {
        Place place = places.place(selection, actor);
        return counted.page(place, figure, mode, matter, page, today(), courses.near());
    }

    @Override
    public Rebuild rebuild(Actor actor) {
        actor.require(Role.ADMIN);
        return bookkeeper.rebuild();
    }

    @Override
    public Rebuild rebuilding(Duration patience, Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR);
        return bookkeeper.rebuilding(patience);
    }

    private static LocalDate today() {
        return LocalDate.now(Days.ZONE);
    }
}
