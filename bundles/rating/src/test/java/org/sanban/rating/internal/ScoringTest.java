// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Text;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Score;
import org.sanban.api.registry.Site;
import org.sanban.api.test.Samples;
import org.sanban.rating.internal.PointTable.Band;
import org.sanban.rating.internal.PointTable.Edge;
import org.sanban.rating.internal.PointTable.Line;
import org.sanban.rating.internal.PointTable.Unscored;

/** What inputs are worth, where it is close. */
class ScoringTest {
    private static final Head HEAD = Head.of(
            Samples.SITE,
            new RatingPeriod("2026-H1", "上半年", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), null, null),
            false,
            Level.FOUR,
            Instant.parse("2026-05-01T00:00:00Z"));

    /** A panel line of 60 points and a computed one of 40, worth a point for each percent above 60. */
    static PointTable table(Edge edge, Unscored unscored, int least) {
        return new PointTable(
                "t",
                1,
                "评分表",
                "测试",
                false,
                LocalDate.of(2026, 1, 1),
                null,
                Set.of(Site.Kind.CENTRE),
                List.of(
                        new Band(Level.THREE, new BigDecimal(70)),
                        new Band(Level.FOUR, new BigDecimal(85)),
                        new Band(Level.FIVE, new BigDecimal(95))),
                edge,
                unscored,
                new BigDecimal(least),
                List.of(
                        new Line("P1", "场所", "设施齐全", "看现场", new BigDecimal(60), null, null),
                        new Line(
                                "C1",
                                "办件",
                                "按时办结",
                                null,
                                new BigDecimal(40),
                                "c.on-time",
                                RuleTest.rule("线性：60=0；100=40"))),
                Instant.parse("2026-01-01T00:00:00Z"),
                "admin");
    }

    @Test
    void exactlyEightyFiveIsFourStarsUnlessTheTableSaysTheLowerOne() {
        Score higher = score(table(Edge.HIGHER, Unscored.OUT, 0), panel("55"), value("90"));
        assertEquals(new BigDecimal("85.00"), higher.standing().total());
        assertEquals(Level.FOUR, higher.standing().level());
        Score lower = score(table(Edge.LOWER, Unscored.OUT, 0), panel("55"), value("90"));
        assertEquals(Level.THREE, lower.standing().level());
        assertEquals(new BigDecimal("0.01"), lower.next().missing());
        assertEquals(Level.FOUR, lower.next().level());
    }

    @Test
    void whatIsShownDecidesSoRoundingComesFirst() {
        assertEquals(
                Level.FOUR,
                score(table(Edge.HIGHER, Unscored.OUT, 0), panel("55"), value("89.995"))
                        .standing()
                        .level());
        Score below = score(table(Edge.HIGHER, Unscored.OUT, 0), panel("55"), value("89.99"));
        assertEquals(new BigDecimal("84.99"), below.standing().total());
        assertEquals(Level.THREE, below.standing().level());
        assertEquals(new BigDecimal("0.01"), below.next().missing());
    }

    @Test
    void everyLevelThereIsAndNoOther() {
        PointTable table = table(Edge.HIGHER, Unscored.OUT, 0);
        assertEquals(Level.BASIC, table.level(new BigDecimal("69.99")));
        assertEquals(Level.THREE, table.level(new BigDecimal("70.00")));
        assertEquals(Level.FIVE, table.level(new BigDecimal("95")));
        assertEquals(Level.FIVE, table.level(new BigDecimal("100")));
        assertEquals(4, Level.values().length);
        assertNull(score(table, panel("60"), value("100")).next());
    }

    @Test
    void aLineThatIsNotScoredIsTakenOutOfTheBaseOrBringsNothing() {
        Score out = score(table(Edge.HIGHER, Unscored.OUT, 0), panel("54"), absent());
        assertEquals(new BigDecimal("90.00"), out.standing().total());
        assertEquals(new BigDecimal(60), out.scored());
        assertNull(out.lines().get(1).points());
        assertTrue(out.notes().get(0).zh().contains("C1"), out.notes().toString());
        Score zero = score(table(Edge.HIGHER, Unscored.ZERO, 0), panel("54"), absent());
        assertEquals(new BigDecimal("54.00"), zero.standing().total());
        assertEquals("C1", zero.next().gains().get(0).code());
        assertTrue(zero.next().gains().get(0).hint().zh().contains("没有安装"));
    }

    @Test
    void tooLittleScoredTellsNoLevel() {
        Score score = score(table(Edge.HIGHER, Unscored.OUT, 60), absent(), value("100"));
        assertEquals(new BigDecimal("100.00"), score.standing().total());
        assertNull(score.standing().level());
        assertNull(score.standing().warning());
        assertEquals(
                Level.BASIC,
                score(table(Edge.HIGHER, Unscored.OUT, 60), panel("1"), absent())
                        .standing()
                        .level(),
                "60 of 100 is enough");
        Score nothing = score(table(Edge.HIGHER, Unscored.OUT, 0), absent(), absent());
        assertNull(nothing.standing().total());
        assertNull(nothing.next());
    }

    @Test
    void theNextStarNamesTheLinesThatReachIt() {
        Score score = score(table(Edge.HIGHER, Unscored.OUT, 0), panel("40"), value("85"));
        assertEquals(new BigDecimal("65.00"), score.standing().total());
        assertEquals(Level.THREE, score.next().level());
        assertEquals(new BigDecimal("5.00"), score.next().missing());
        List<Score.Gain> gains = score.next().gains();
        assertEquals(List.of("P1", "C1"), gains.stream().map(Score.Gain::code).toList());
        assertTrue(gains.get(0).needed());
        assertFalse(gains.get(1).needed());
        assertEquals(new BigDecimal("15.00"), gains.get(1).points());
        assertTrue(
                gains.get(1).hint().zh().contains("达到 100"), gains.get(1).hint().zh());
        assertNotNull(score.standing().warning(), "basic is less than the four stars it holds");
    }

    @Test
    void aWarningStandsOnlyWhereTheLevelIsLower() {
        assertNull(Scoring.warning(Level.FOUR, Level.FOUR));
        assertNull(Scoring.warning(Level.FIVE, Level.FOUR));
        assertNull(Scoring.warning(Level.BASIC, null));
        assertTrue(Scoring.warning(Level.THREE, Level.FOUR).zh().contains("降级"));
    }

    private static Score score(PointTable table, Input panel, Input computed) {
        return new Scoring(table).score(HEAD, Map.of("P1", panel, "C1", computed));
    }

    private static Input panel(String points) {
        return new Input(null, null, null, null, new BigDecimal(points), null, List.of());
    }

    private static Input value(String value) {
        return new Input(Text.of("按时率"), null, new BigDecimal(value), null, null, null, List.of());
    }

    private static Input absent() {
        return new Input(null, null, null, null, null, Text.of("没有安装"), List.of());
    }
}
