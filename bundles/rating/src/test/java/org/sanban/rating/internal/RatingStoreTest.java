// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Score;
import org.sanban.api.rating.Standing;
import org.sanban.api.rating.StarCriterion;
import org.sanban.api.registry.Site;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;

/** The whole of the rating on a real database: a county rates its sites over a half-year. */
abstract class RatingStoreTest {
    private static final String SITE = Samples.SITE.code();
    private static final Site STATION =
            new Site("610926100001-01", "610926100001", Site.Kind.STATION, "示例村便民服务站", null, null, true);
    private static final Actor ADMIN = Samples.admin();
    private static final Actor CLERK = Samples.clerk();
    private static final Actor GIVER =
            new Actor("zfw", "政法委（示例）", Set.of("political-legal"), Samples.COUNTY, Channel.REST);
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 30);
    private static final PageRequest FIRST = PageRequest.first();

    private final Criteria criteria = new Criteria();
    private final FakeCriterion onTime = new FakeCriterion("c.on-time", StarCriterion.Unit.PERCENT, "90");
    private final FakeFiles files = new FakeFiles();
    private TestDatabase database;
    private Tables tables;
    private StarManager stars;
    private Periods periods;
    private Honours honours;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        criteria.addCriterion(onTime);
        at("2026-05-01T00:00:00Z");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private void at(String now) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        Access access = new Access(new Settings() {
            @Override
            public String plaqueRole() {
                return "political-legal";
            }

            @Override
            public String plaqueUnit() {
                return "县委政法委";
            }

            @Override
            public int refreshSeconds() {
                return 600;
            }

            @Override
            public Class<Settings> annotationType() {
                return Settings.class;
            }
        });
        FakeRegistry registry = new FakeRegistry(Samples.SITE, STATION);
        RatingStore store = new RatingStore(database.jpa());
        HonourStore honour = new HonourStore(database.jpa());
        tables = new Tables(new TableStore(database.jpa()), files, criteria, access, clock);
        stars = new StarManager(store, honour, tables, new Scorer(criteria), registry, access, clock);
        periods = new Periods(store, stars, tables, registry, files, access);
        honours = new Honours(honour, store, stars, registry, files, access);
    }

    private PointTable publish() {
        return tables.publish(ScoringTest.table(PointTable.Edge.HIGHER, PointTable.Unscored.OUT, 60), ADMIN);
    }

    private void define() {
        periods.save(new RatingPeriod("2026-H1", "上半年", FROM, UNTIL, null, null), ADMIN);
    }

    private static List<Periods.Given> given(String line, String points) {
        return List.of(
                new Periods.Given(line, points == null ? null : new BigDecimal(points), "缺少𠮷字标识", List.of("a1")));
    }

    private Score panel(String points) {
        return periods.mark(SITE, "2026-H1", Marks.Side.PANEL, given("P1", points), ADMIN);
    }

    @Test
    void tablesHaveVersionsAndTheOneInForceIsFoundByDay() {
        PointTable first = publish();
        assertEquals(1, first.version());
        assertEquals(first, publish(), "the same again is no new version");
        PointTable later = new PointTable(
                "t",
                0,
                "第二版",
                "测试",
                false,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 12, 31),
                first.kinds(),
                first.bands(),
                first.edge(),
                first.unscored(),
                first.least(),
                first.lines(),
                null,
                null);
        assertEquals(2, tables.publish(later, ADMIN).version());
        assertEquals(first, tables.inForce(Site.Kind.CENTRE, UNTIL).orElseThrow());
        assertEquals(
                2,
                tables.inForce(Site.Kind.CENTRE, UNTIL.plusDays(1))
                        .orElseThrow()
                        .version());
        assertTrue(tables.inForce(Site.Kind.CENTRE, LocalDate.of(2027, 1, 1)).isEmpty());
        assertTrue(tables.inForce(Site.Kind.STATION, UNTIL).isEmpty());
        assertEquals(first, tables.version("t", 1));
        assertEquals("第二版", tables.newest("t").name());
        assertThrows(Problem.class, () -> tables.version("t", 3));
        refused(Problem.Kind.FORBIDDEN, () -> tables.publish(later, actor(Role.ADMIN, Samples.TOWN)));
    }

    @Test
    void theSampleStandsBehindTheCountysOwnTableAndIsMarked() throws IOException {
        SampleTable.load(tables);
        SampleTable.load(tables);
        PointTable sample = tables.newest(SampleTable.ID);
        assertEquals(1, sample.version());
        assertTrue(sample.sample() && sample.source().contains("示例（桐庐）"));
        assertEquals(0, sample.full().compareTo(PointTable.HUNDRED));
        assertEquals(9, sample.lines().stream().filter(line -> !line.panel()).count());
        assertEquals(
                SampleTable.ID,
                tables.inForce(Site.Kind.CENTRE, UNTIL).orElseThrow().id());
        publish();
        assertEquals("t", tables.inForce(Site.Kind.CENTRE, UNTIL).orElseThrow().id());
        assertEquals(
                SampleTable.ID,
                tables.inForce(Site.Kind.STATION, UNTIL).orElseThrow().id());
        Score score = stars.score(STATION.code(), null, CLERK);
        assertTrue(
                score.sample() && score.notes().get(0).zh().contains("示例"),
                score.notes().toString());
        assertTrue(score.lines().stream().allMatch(line -> line.points() == null && line.why() != null));
    }

    @Test
    void selfAndPanelStandSideBySideAndOnlyThePanelCounts() {
        publish();
        define();
        Score own = periods.mark(SITE, null, Marks.Side.SELF, given("P1", "60"), CLERK);
        assertEquals(new BigDecimal("60"), own.lines().get(0).self());
        assertNull(own.lines().get(0).points());
        assertNull(own.standing().level(), "40 of 100 scored is too little");
        Score rated = panel("55");
        Score.LineScore line = rated.lines().get(0);
        assertEquals(new BigDecimal("55.00"), line.points());
        assertEquals(new BigDecimal("60"), line.self());
        assertEquals(4, line.facts().size(), line.facts().toString());
        assertEquals("attachments/a1", line.facts().get(1).link());
        assertEquals(new BigDecimal("85.00"), rated.standing().total());
        assertEquals(Level.FOUR, rated.standing().level());
        assertEquals(List.of("a1", "a1"), files.kept);
        assertNull(panel(null).lines().get(0).points(), "points can be taken back");
    }

    @Test
    void wrongMarksAreRefusedWithTheirField() {
        publish();
        define();
        refused(Problem.Kind.INVALID, () -> panel("60.01"));
        refused(Problem.Kind.INVALID, () -> panel("-1"));
        refused(Problem.Kind.INVALID, () -> periods.mark(SITE, "2026-H1", Marks.Side.PANEL, given("C1", "1"), ADMIN));
        refused(Problem.Kind.INVALID, () -> periods.mark(SITE, "2026-H1", Marks.Side.SELF, given("X", "1"), CLERK));
        refused(Problem.Kind.FORBIDDEN, () -> periods.mark(SITE, "2026-H1", Marks.Side.PANEL, given("P1", "1"), CLERK));
        Actor elsewhere = actor(Role.CLERK, "610926101000");
        refused(
                Problem.Kind.FORBIDDEN,
                () -> periods.mark(SITE, "2026-H1", Marks.Side.SELF, given("P1", "1"), elsewhere));
        refused(Problem.Kind.FORBIDDEN, () -> stars.score(SITE, null, elsewhere));
        refused(Problem.Kind.FORBIDDEN, () -> stars.score(SITE, null, actor(Role.APPLICANT, Samples.TOWN)));
    }

    @Test
    void aCriterionThatIsAbsentKnowsNothingOrFailsIsNotScored() {
        publish();
        define();
        panel("48");
        onTime.value = null;
        Score unknown = stars.score(SITE, null, ADMIN);
        assertTrue(unknown.lines().get(1).why().zh().contains("没有数据"));
        assertEquals(1, unknown.lines().get(1).facts().size());
        assertEquals(new BigDecimal("80.00"), unknown.standing().total());
        onTime.failing = true;
        assertTrue(stars.score(SITE, null, ADMIN).lines().get(1).why().zh().contains("算不出来"));
        criteria.removeCriterion(onTime);
        Score absent = stars.score(SITE, null, ADMIN);
        assertTrue(absent.lines().get(1).why().zh().contains("没有安装"));
        assertEquals(Level.THREE, absent.standing().level());
    }

    @Test
    void aFrozenPeriodNeverChangesAndComesToTheSameAgain() {
        publish();
        define();
        panel("55");
        refused(Problem.Kind.CONFLICT, () -> periods.freeze("2026-H1", false, ADMIN));
        at("2026-06-30T16:00:00Z");
        refused(Problem.Kind.FORBIDDEN, () -> periods.freeze("2026-H1", false, CLERK));
        criteria.removeCriterion(onTime);
        refused(Problem.Kind.CONFLICT, () -> periods.freeze("2026-H1", false, ADMIN));
        criteria.addCriterion(onTime);
        onTime.failing = true;
        refused(Problem.Kind.UNAVAILABLE, () -> periods.freeze("2026-H1", true, ADMIN));
        assertNull(stars.period("2026-H1").frozen(), "nothing is frozen by halves");
        onTime.failing = false;
        assertEquals("admin", periods.freeze("2026-H1", false, ADMIN).frozenBy());
        Score frozen = stars.score(SITE, "2026-H1", ADMIN);
        onTime.value = new BigDecimal(1);
        PointTable harder = ScoringTest.table(PointTable.Edge.LOWER, PointTable.Unscored.ZERO, 0);
        assertEquals(2, tables.publish(harder, ADMIN).version());
        assertEquals(frozen, stars.score(SITE, "2026-H1", ADMIN));
        assertEquals(1, frozen.version());
        assertEquals(1, frozen.lines().get(1).facts().size());
        assertTrue(frozen.lines().get(1).facts().get(0).text().zh().contains("𠮷"));
        assertEquals(new Periods.Verification(1, List.of()), periods.verify("2026-H1", ADMIN));
        assertEquals(
                List.of(frozen),
                periods.frozen("2026-H1", Samples.TOWN, FIRST, CLERK).items());
        refused(Problem.Kind.CONFLICT, () -> panel("60"));
        refused(Problem.Kind.CONFLICT, () -> periods.freeze("2026-H1", true, ADMIN));
        refused(Problem.Kind.CONFLICT, this::define);
    }

    @Test
    void aFrozenRowThatWasTamperedWithIsFound() {
        publish();
        define();
        panel("55");
        at("2026-07-01T00:00:00Z");
        periods.freeze("2026-H1", false, ADMIN);
        database.jpa().tx(em -> {
            ScoreEntity row = em.find(ScoreEntity.class, ScoreEntity.id("2026-H1", SITE));
            String before = row.content;
            row.content = before.replace("\"points\":55.00", "\"points\":60.00");
            assertNotEquals(before, row.content);
        });
        assertEquals(List.of(SITE), periods.verify("2026-H1", ADMIN).different());
    }

    @Test
    void marksThatChangeWhileScoresAreMadeStopTheFreeze() {
        publish();
        define();
        panel("55");
        RatingStore store = new RatingStore(database.jpa());
        Map<String, Marks> before = store.marks("2026-H1");
        panel("54");
        assertFalse(store.freeze("2026-H1", stars.now(), "admin", before, List.of(), period -> {}));
        assertNull(stars.period("2026-H1").frozen());
        assertTrue(store.freeze("2026-H1", stars.now(), "admin", store.marks("2026-H1"), List.of(), period -> {}));
    }

    @Test
    void periodsDoNotOverlap() {
        define();
        RatingPeriod other = new RatingPeriod("x", "又一个", UNTIL, UNTIL.plusDays(3), null, null);
        refused(Problem.Kind.CONFLICT, () -> periods.save(other, ADMIN));
        periods.save(new RatingPeriod("2026-H1", "改名", FROM, UNTIL.minusDays(1), null, null), ADMIN);
        periods.save(other, ADMIN);
        assertEquals(
                List.of("x", "2026-H1"),
                periods.all().stream().map(RatingPeriod::id).toList());
        refused(Problem.Kind.INVALID, () -> periods.save(new RatingPeriod("坏", "", UNTIL, FROM, null, null), ADMIN));
    }

    @Test
    void freezingWantsAllPanelPointsUnlessToldOtherwise() {
        publish();
        define();
        at("2026-07-01T00:00:00Z");
        Problem problem = refused(Problem.Kind.CONFLICT, () -> periods.freeze("2026-H1", false, ADMIN));
        assertTrue(
                problem.detail().zh().contains("1 个场所的 1 项"), problem.detail().zh());
        periods.freeze("2026-H1", true, ADMIN);
        assertNull(stars.score(SITE, "2026-H1", ADMIN).standing().level());
        refused(Problem.Kind.CONFLICT, () -> honours.give(SITE, "2026-H1", "001", null, GIVER));
    }

    @Test
    void aPlaqueFollowsTheFrozenLevelAndWarnsWhenItIsLost() {
        publish();
        define();
        panel("55");
        refused(Problem.Kind.CONFLICT, () -> honours.give(SITE, "2026-H1", "平001", null, GIVER));
        at("2026-07-01T00:00:00Z");
        periods.freeze("2026-H1", false, ADMIN);
        refused(Problem.Kind.FORBIDDEN, () -> honours.give(SITE, "2026-H1", "平001", null, ADMIN));
        refused(Problem.Kind.CONFLICT, () -> honours.give(STATION.code(), "2026-H1", "平001", null, GIVER));
        Plaque plaque = honours.give(SITE, "2026-H1", "平001", null, GIVER);
        assertEquals(Level.FOUR, plaque.level());
        assertEquals("县委政法委", plaque.unit());
        assertEquals(LocalDate.of(2026, 7, 1), plaque.givenOn());
        refused(Problem.Kind.CONFLICT, () -> honours.give(SITE, "2026-H1", "平002", null, GIVER));
        onTime.value = new BigDecimal(60);
        periods.save(new RatingPeriod("2026-H2", "下半年", UNTIL.plusDays(1), FROM.plusYears(1), null, null), ADMIN);
        periods.mark(SITE, "2026-H2", Marks.Side.PANEL, given("P1", "40"), ADMIN);
        Standing standing = stars.score(SITE, null, CLERK).standing();
        assertEquals(Level.FOUR, standing.awarded());
        assertTrue(standing.warning().zh().contains("四星"), standing.warning().zh());
        refused(Problem.Kind.INVALID, () -> honours.withdraw(plaque.id(), null, " ", GIVER));
        Plaque withdrawn = honours.withdraw(plaque.id(), null, "复核不达标", GIVER);
        assertEquals(LocalDate.of(2026, 7, 1), withdrawn.withdrawnOn());
        refused(Problem.Kind.CONFLICT, () -> honours.withdraw(plaque.id(), null, "再来", GIVER));
        refused(Problem.Kind.CONFLICT, () -> honours.give(SITE, "2026-H1", "平001", null, GIVER));
        Plaque again = honours.give(SITE, "2026-H1", "平002", null, GIVER);
        Page<Plaque> page = honours.plaques(Samples.TOWN, FIRST, CLERK);
        assertEquals(List.of(again, withdrawn), page.items());
    }

    @Test
    void belowThreeStarsThereIsNoPlaque() {
        publish();
        define();
        panel("20");
        at("2026-07-01T00:00:00Z");
        periods.freeze("2026-H1", false, ADMIN);
        Problem problem = refused(Problem.Kind.CONFLICT, () -> honours.give(SITE, "2026-H1", "平001", null, GIVER));
        assertTrue(
                problem.detail().zh().contains("基础级") && problem.detail().zh().contains("50.00"),
                problem.detail().zh());
    }

    @Test
    void theListShowsWhatTheBackgroundComputedAndAsksNoCriterion() {
        publish();
        define();
        assertEquals(0, stars.standings(Samples.COUNTY, FIRST, ADMIN).items().size());
        assertEquals(1, stars.refresh(() -> false), "only the kinds that a table rates");
        onTime.failing = true;
        Page<Standing> page = stars.standings(Samples.TOWN, FIRST, CLERK);
        assertEquals(List.of(SITE), page.items().stream().map(Standing::site).toList());
        assertEquals(new BigDecimal("75.00"), page.items().get(0).total());
        assertNull(page.items().get(0).level());
        assertEquals(Samples.SITE.name(), page.items().get(0).name());
        refused(Problem.Kind.FORBIDDEN, () -> stars.standings(Samples.COUNTY, FIRST, CLERK));
    }

    @Test
    void modelsAndMeetingsAreTheCountysToEnter() {
        Model model = honours.choose(SITE, FROM, "改造提升", ADMIN);
        refused(Problem.Kind.CONFLICT, () -> honours.choose(SITE, FROM, "又选", ADMIN));
        refused(Problem.Kind.FORBIDDEN, () -> honours.choose(SITE, FROM, "自选", CLERK));
        refused(Problem.Kind.INVALID, () -> honours.end(model.id(), FROM.minusDays(1), ADMIN));
        assertEquals(
                UNTIL.minusMonths(3),
                honours.end(model.id(), UNTIL.minusMonths(3), ADMIN).until());
        refused(Problem.Kind.CONFLICT, () -> honours.end(model.id(), null, ADMIN));
        Model second = honours.choose(SITE, null, "再次改造", ADMIN);
        assertEquals(second, honours.models(Samples.TOWN, FIRST, CLERK).items().get(0));
        Meeting meeting = new Meeting(
                0, SITE, null, LocalDate.of(2026, 9, 1), "全县现场观摩会", "县审批局", null, null, List.of("a9"), null);
        Meeting kept = honours.save(meeting, ADMIN);
        Meeting held = new Meeting(
                kept.id(), SITE, null, kept.held(), kept.name(), kept.host(), 60, "推广帮代办专窗", List.of("a9"), null);
        assertEquals(60, honours.save(held, ADMIN).people());
        assertEquals(1, honours.meetings(Samples.TOWN, FIRST, CLERK).items().size());
        refused(
                Problem.Kind.INVALID,
                () -> honours.save(new Meeting(0, SITE, null, null, "", "", 0, null, null, null), ADMIN));
    }

    private static Actor actor(String role, String division) {
        return new Actor("somebody", "某人（示例）", Set.of(role), division, Channel.REST);
    }

    private static Problem refused(Problem.Kind kind, Executable command) {
        Problem problem = assertThrows(Problem.class, command);
        assertEquals(kind, problem.kind(), problem.detail().zh());
        return problem;
    }
}
