// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Score;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.web.Given;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rating periods: defined, marked by towns and panel, frozen for good, and computed again from what was frozen. */
@Component(service = Periods.class)
public final class Periods {
    static final Texts TEXTS = Texts.of(Periods.class);

    private static final Logger LOG = LoggerFactory.getLogger(Periods.class);
    private static final int MOST_FILES = 10;

    private final RatingStore store;
    private final StarManager stars;
    private final Tables tables;
    private final RegistryService registry;
    private final AttachmentService attachments;
    private final Access access;

    @Activate
    public Periods(
            @Reference RatingStore store,
            @Reference StarManager stars,
            @Reference Tables tables,
            @Reference RegistryService registry,
            @Reference AttachmentService attachments,
            @Reference Access access) {
        this.store = store;
        this.stars = stars;
        this.tables = tables;
        this.registry = registry;
        this.attachments = attachments;
        this.access = access;
    }

    /**
     * Points given for a line.
     *
     * @param line its code
     * @param points how many; {@code null} takes back what was given
     * @param reason may be {@code null}
     * @param files attachments that show it
     */
    record Given(String line, BigDecimal points, String reason, List<String> files) {}

    /**
     * What a frozen period comes to when computed again.
     *
     * @param sites how many were
     * @param different codes of those that come to something else
     */
    @Schema(name = "StarVerification")
    record Verification(int sites, List<String> different) {}

    List<RatingPeriod> all() {
        return store.periods();
    }

    RatingPeriod save(RatingPeriod period, Actor actor) {
        access.governs(actor);
        new Faults()
                .check(Objects.toString(period.id(), "").matches("[0-9A-Za-z-]{1,20}"), "id", "period.id")
                .text("name", period.name(), 100)
                .check(period.from() != null, "from", "day.missing")
                .check(period.until() != null, "until", "day.missing")
                .check(
                        period.from() == null
                                || period.until() == null
                                || !period.until().isBefore(period.from()),
                        "until",
                        "day.order")
                .raise();
        return store.put(period, Periods::open, other -> {
            throw Problem.conflict(TEXTS.get("period.overlap", other.name(), other.from(), other.until()));
        });
    }

    /** Takes over what a site gives itself or the panel gives it; lines that are not named stay as they are. */
    Score mark(String code, String key, Marks.Side side, List<Given> given, Actor actor) {
        Site site = registry.site(code);
        if (side == Marks.Side.PANEL) {
            access.governs(actor);
            Access.sees(site.division(), actor);
        } else {
            access.fills(site.division(), actor);
        }
        RatingPeriod period = key == null ? stars.current() : stars.period(key);
        if (period.id() == null) {
            throw Problem.conflict(TEXTS.get("period.none"));
        }
        open(period);
        PointTable table = stars.table(site, period);
        check(table, side, given);
        Map<String, Marks.Mark> changes = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            Given one = given.get(i);
            attachments.keep(one.files(), site.division(), "marks[" + i + "].files", actor);
            changes.put(
                    one.line(),
                    one.points() == null
                            ? null
                            : new Marks.Mark(
                                    one.points(),
                                    one.reason(),
                                    one.files(),
                                    actor.account(),
                                    actor.name(),
                                    stars.now()));
        }
        store.mark(period.id(), code, side, changes, Periods::open);
        stars.refresh(site);
        return stars.score(code, period.id(), actor);
    }

    /**
     * Freezes the scores of all sites (R75): each line with its value, its points and what they came from.
     *
     * @param incomplete whether to freeze although criteria are not installed or panel points are missing
     * @throws Problem conflict, when the period is not over, frozen already, or incomplete
     */
    RatingPeriod freeze(String key, boolean incomplete, Actor actor) {
        access.governs(actor);
        RatingPeriod period = stars.period(key);
        open(period);
        if (!stars.today().isAfter(period.until())) {
            throw Problem.conflict(TEXTS.get("freeze.early", period.name(), period.until()));
        }
        List<String> absent = stars.absent(period);
        if (!incomplete && !absent.isEmpty()) {
            throw Problem.conflict(TEXTS.get("freeze.absent", String.join("、", absent)));
        }
        Map<String, Level> awarded = new HashMap<>();
        stars.sites(site -> awarded.put(site.code(), stars.awarded(site.code())));
        Map<String, Marks> marks = store.marks(key);
        List<Score> scores = stars.all(period, awarded, marks);
        if (!incomplete) {
            complete(scores);
        }
        if (!store.freeze(key, stars.now(), actor.account(), marks, scores, Periods::open)) {
            throw Problem.conflict(TEXTS.get("freeze.changed", period.name()));
        }
        LOG.info("rating period {} is frozen with {} scores", key, scores.size());
        return stars.period(key);
    }

    Page<Score> frozen(String key, String division, PageRequest page, Actor actor) {
        access.reads(division, actor);
        String prefix = Division.prefix(registry.division(division).code());
        stars.period(key);
        return Page.of(
                store.frozen(key, prefix, page), page, score -> score.standing().site());
    }

    /** Computes a frozen period again from what was frozen: inputs, and the table in the version of then. */
    Verification verify(String key, Actor actor) {
        access.governs(actor);
        RatingPeriod period = stars.period(key);
        if (period.frozen() == null) {
            throw Problem.conflict(TEXTS.get("period.open", period.name()));
        }
        int sites = 0;
        List<String> different = new ArrayList<>();
        Map<String, PointTable> versions = new HashMap<>();
        String after = null;
        do {
            PageRequest request = new PageRequest(after, PageRequest.MAX);
            Page<Score> page = Page.of(store.frozen(key, "", request), request, score -> score.standing()
                    .site());
            for (Score score : page.items()) {
                PointTable table = versions.computeIfAbsent(
                        score.table() + "/" + score.version(), id -> tables.version(score.table(), score.version()));
                sites++;
                if (!same(score, again(score, table, period))) {
                    different.add(score.standing().site());
                }
            }
            after = page.next();
        } while (after != null);
        return new Verification(sites, different);
    }

    private static Score again(Score frozen, PointTable table, RatingPeriod period) {
        Map<String, Input> inputs = new HashMap<>();
        frozen.lines().forEach(line -> inputs.put(line.code(), Input.of(line)));
        Head head = new Head(
                frozen.standing().site(),
                frozen.standing().name(),
                frozen.standing().division(),
                period,
                true,
                frozen.standing().awarded(),
                frozen.standing().computed());
        return new Scoring(table).score(head, inputs);
    }

    /** In all that counts; sentences may have been put better since. */
    static boolean same(Score one, Score other) {
        return Objects.equals(one.standing().total(), other.standing().total())
                && one.standing().level() == other.standing().level()
                && one.points().compareTo(other.points()) == 0
                && one.scored().compareTo(other.scored()) == 0
                && one.lines().stream()
                        .map(Score.LineScore::points)
                        .toList()
                        .equals(other.lines().stream()
                                .map(Score.LineScore::points)
                                .toList());
    }

    private static void check(PointTable table, Marks.Side side, List<Given> given) {
        Faults faults = new Faults();
        for (int i = 0; i < given.size(); i++) {
            Given one = given.get(i);
            String field = "marks[" + i + "].";
            PointTable.Line line = table.line(Objects.toString(one.line(), "")).orElse(null);
            faults.check(line != null, field + "line", "mark.line", one.line(), table.id(), table.version())
                    .check(
                            line == null || side == Marks.Side.SELF || line.panel(),
                            field + "line",
                            "mark.computed",
                            one.line())
                    .check(
                            line == null
                                    || one.points() == null
                                    || PointTableRules.points(one.points())
                                            && one.points().compareTo(line.max()) <= 0,
                            field + "points",
                            "mark.points",
                            line == null ? "" : Rule.plain(line.max()))
                    .optional(field + "reason", one.reason(), 500)
                    .check(one.files().size() <= MOST_FILES, field + "files", "files", MOST_FILES);
        }
        faults.raise();
    }

    private static void complete(List<Score> scores) {
        long sites = scores.stream().filter(score -> open(score) > 0).count();
        if (sites > 0) {
            throw Problem.conflict(TEXTS.get(
                    "freeze.incomplete",
                    sites,
                    scores.stream().mapToLong(Periods::open).sum()));
        }
    }

    private static long open(Score score) {
        return score.lines().stream()
                .filter(line -> line.criterion() == null && line.panel() == null)
                .count();
    }

    private static void open(RatingPeriod period) {
        if (period.frozen() != null) {
            throw Problem.conflict(TEXTS.get("period.frozen", period.name()));
        }
    }
}
