// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Score;
import org.sanban.api.rating.Standing;
import org.sanban.api.registry.Site;
import org.sanban.api.test.Samples;

/** What a site gains: it knows its points, from what they come and who gave them. */
abstract class ScoreStoreTest extends RatingFixture {
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
}
