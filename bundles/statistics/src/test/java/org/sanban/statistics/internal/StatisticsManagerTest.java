// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.Course;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.rating.Measure;
import org.sanban.api.rating.Period;
import org.sanban.api.rating.StarCriterion;
import org.sanban.api.registry.Site;
import org.sanban.api.statistics.By;
import org.sanban.api.statistics.Counted;
import org.sanban.api.statistics.Counts;
import org.sanban.api.statistics.Figure;
import org.sanban.api.statistics.Line;
import org.sanban.api.statistics.Selection;
import org.sanban.api.statistics.Summary;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;

/** What the numbers say of cases at the edges, and who may ask. */
class StatisticsManagerTest {
    private static final LocalDate FROM = LocalDate.of(2026, 12, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 1, 31);

    private final Life life = new Life(7);
    private final Criteria criteria = new Criteria();
    private TestDatabase database;
    private Ledger ledger;
    private Bookkeeper bookkeeper;
    private StatisticsManager statistics;
    private long cases;

    @BeforeEach
    void open() {
        database = TestDatabase.derby("statistics");
        ledger = new Ledger(database.dataSource());
        bookkeeper = new Bookkeeper(ledger, life, TimeUnit.DAYS.toMillis(1));
        statistics = new StatisticsManager(
                ledger, bookkeeper, life, new FakeRegistry(Samples.SITE), criteria, new Modes(new FakeCases()));
    }

    @AfterEach
    void close() {
        bookkeeper.stop();
        database.close();
    }

    @Test
    void eachEndCountsAsWhatItIs() {
        ended(Status.DONE, "2026-12-31T15:59:00Z", Light.ON_TIME);
        ended(Status.DONE, "2026-12-31T16:01:00Z", Light.OVERDUE);
        ended(Status.WITHDRAWN, "2027-01-05T02:00:00Z", Light.ON_TIME);
        ended(Status.TERMINATED, "2027-01-05T02:00:00Z", Light.UNKNOWN);
        Course refused = submitted();
        take(Life.with(refused, null, Instant.parse("2026-12-20T01:00:00Z"), Status.REFUSED, null, Light.NONE));
        Summary summary = statistics.summary(selection(), Samples.admin());
        assertEquals(new Counts(5, 4, 2, 1, 1, 1, 2, 1, 1, 1), summary.counts());
        assertEquals(5, summary.ended());
        assertEquals(new BigDecimal("66.67"), summary.onTimeRate());
        assertEquals(0, summary.open().total());
        Selection december = new Selection(null, null, FROM, LocalDate.of(2026, 12, 31));
        assertEquals(1, statistics.summary(december, Samples.admin()).counts().onTime(), "a minute before New Year");
        assertEquals(0, statistics.summary(december, Samples.admin()).counts().late());
    }

    @Test
    void openCasesStandUnderTheLightOfToday() {
        LocalDate today = LocalDate.now(Days.ZONE);
        due(today.minusDays(1), null);
        due(LocalDate.of(9000, 1, 1), null);
        due(null, Light.PAUSED);
        due(null, Light.UNKNOWN);
        submitted();
        Summary summary = statistics.summary(selection(), Samples.admin());
        assertEquals(1, summary.open().overdue());
        assertEquals(1, summary.open().onTime());
        assertEquals(1, summary.open().paused());
        assertEquals(1, summary.open().unknown());
        assertEquals(1, summary.open().none());
        List<Counted> late = why(Figure.OVERDUE);
        assertEquals(
                List.of(today.minusDays(1)), late.stream().map(Counted::dueOn).toList());
        assertEquals(Light.OVERDUE, late.get(0).light());
        assertEquals(5, why(Figure.OPEN).size());
    }

    @Test
    void everyNumberOpensToItsCases() {
        for (int i = 0; i < 7; i++) {
            ended(i % 2 == 0 ? Status.DONE : Status.WITHDRAWN, "2027-01-0" + (1 + i) + "T02:00:00Z", Light.ON_TIME);
        }
        Counts counts = statistics.summary(selection(), Samples.admin()).counts();
        for (Figure figure : Figure.values()) {
            if (!figure.now() && figure != Figure.ON_TIME_RATE) {
                assertEquals(Sums.figure(counts, figure).intValue(), why(figure).size(), figure.name());
            }
        }
        Page<Counted> window =
                statistics.why(selection(), Figure.ENDED, "window", "none", PageRequest.first(), Samples.admin());
        assertTrue(window.items().isEmpty());
        assertThrows(
                Problem.class,
                () -> statistics.why(selection(), Figure.ENDED, null, null, new PageRequest("x", 5), Samples.admin()));
    }

    @Test
    void breakdownsAddUpToTheWhole() {
        ended(Status.DONE, "2027-01-05T02:00:00Z", Light.ON_TIME);
        submitted();
        for (By by : new By[] {By.SITE, By.MODE, By.MATTER, By.DIVISION}) {
            List<Line> lines = statistics.breakdown(selection(), by, Samples.admin());
            assertEquals(
                    2,
                    lines.stream().mapToLong(line -> line.counts().submitted()).sum(),
                    by.name());
        }
        assertEquals(
                "示例事项",
                statistics
                        .breakdown(selection(), By.MATTER, Samples.admin())
                        .get(0)
                        .name()
                        .zh());
        Selection part = new Selection(null, null, FROM.plusDays(1), UNTIL);
        assertThrows(Problem.class, () -> statistics.breakdown(part, By.MATTER, Samples.admin()));
        assertEquals(
                62,
                statistics
                        .series(selection(), Figure.DONE, false, Samples.admin())
                        .size());
        assertEquals(
                List.of("2026-12", "2027-01"),
                statistics.series(selection(), Figure.DONE, true, Samples.admin()).stream()
                        .map(point -> point.at())
                        .toList());
        assertNull(statistics
                .series(selection(), Figure.ON_TIME_RATE, true, Samples.admin())
                .get(0)
                .value());
    }

    @Test
    void whatEveryCriterionSaysIsThereAndOneThatFailsHarmsNoOther() {
        ended(Status.DONE, "2027-01-05T02:00:00Z", Light.OVERDUE);
        criteria.all = List.of(new OnTimeCriterion(ledger), new VolumeCriterion(ledger), new Failing());
        Selection site = new Selection(null, Samples.SITE.code(), FROM, UNTIL);
        List<Summary.Measured> measures =
                statistics.summary(site, Samples.clerk()).sites().get(0).measures();
        assertEquals(
                List.of("cases.on-time", "cases.volume", "failing"),
                measures.stream().map(Summary.Measured::criterion).toList());
        assertEquals(new BigDecimal("0.00"), measures.get(0).value());
        assertEquals(BigDecimal.ONE, measures.get(1).value());
        assertNull(measures.get(2).value());
        assertTrue(measures.stream().noneMatch(measured -> measured.facts().isEmpty()));
    }

    @Test
    void nobodySeesBeyondTheOwnDivision() {
        Actor citizen = new Actor("c", "某人（示例）", Set.of(Role.APPLICANT), Samples.TOWN, "rest");
        Selection county = new Selection(Samples.COUNTY, null, FROM, UNTIL);
        for (Actor actor : List.of(Samples.clerk(), citizen)) {
            Problem problem = assertThrows(Problem.class, () -> statistics.summary(county, actor));
            assertEquals(Problem.Kind.FORBIDDEN, problem.kind());
        }
        assertThrows(Problem.class, () -> statistics.rebuild(Samples.clerk()));
        Selection backwards = new Selection(null, null, UNTIL, FROM);
        assertEquals(
                "from",
                assertThrows(Problem.class, () -> statistics.summary(backwards, Samples.admin()))
                        .violations()
                        .get(0)
                        .field());
    }

    @Test
    void theWorkbookHoldsASheetForEachBreakdown() throws IOException {
        ended(Status.DONE, "2027-01-05T02:00:00Z", Light.ON_TIME);
        Summary summary = statistics.summary(selection(), Samples.admin());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StatisticsBook(statistics, selection(), summary, Samples.admin()).write(out);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Sheet> sheets = book.getSheets().toList();
            assertEquals(
                    List.of("汇总", "按区划", "按场所", "按方式", "按事项", "按灯色", "按月"),
                    sheets.stream().map(Sheet::getName).toList());
            assertEquals(Samples.SITE.code(), sheets.get(2).read().get(1).getCellText(0));
            assertEquals("1", sheets.get(2).read().get(1).getCellText(2));
            assertEquals("2027-01", sheets.get(6).read().get(2).getCellText(0));
        }
    }

    private static Selection selection() {
        return new Selection(null, null, FROM, UNTIL);
    }

    /** All pages of it. */
    private List<Counted> why(Figure figure) {
        List<Counted> all = new ArrayList<>();
        String after = null;
        do {
            Page<Counted> page =
                    statistics.why(selection(), figure, null, null, new PageRequest(after, 2), Samples.admin());
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private Course submitted() {
        cases++;
        return take(new Course(
                cases,
                "610926260000000" + cases,
                1,
                "window",
                "m",
                "示例事项",
                Samples.SITE.code(),
                Samples.TOWN,
                Instant.parse("2026-12-03T01:00:00Z"),
                null,
                null,
                Status.OPEN,
                null,
                Light.NONE));
    }

    private void due(LocalDate day, Light light) {
        take(Life.with(submitted(), Instant.parse("2026-12-03T02:00:00Z"), null, Status.OPEN, day, light));
    }

    private void ended(Status status, String at, Light light) {
        take(Life.with(submitted(), Instant.parse("2026-12-04T01:00:00Z"), Instant.parse(at), status, null, light));
    }

    private Course take(Course course) {
        ledger.take(List.of(life.put(course)));
        while (bookkeeper.portion() > 0) {
            assertTrue(ledger.waiting(1) >= 0);
        }
        return course;
    }

    private static final class Failing implements StarCriterion {
        @Override
        public String id() {
            return "failing";
        }

        @Override
        public Text name() {
            return Text.of("示例指标");
        }

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Measure measure(Site site, Period period) {
            throw new IllegalStateException("out of order");
        }
    }
}
