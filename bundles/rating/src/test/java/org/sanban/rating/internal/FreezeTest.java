// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Score;
import org.sanban.api.test.Samples;

/** What a county gains: a period that is frozen never changes, and whoever changes it is found out. */
abstract class FreezeTest extends RatingFixture {
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
}
