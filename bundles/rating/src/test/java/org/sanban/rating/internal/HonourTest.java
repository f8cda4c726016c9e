// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.page.Page;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Standing;
import org.sanban.api.test.Samples;

/** What a site gains that is good: its plaque, as long as it is earned, and visitors. */
abstract class HonourTest extends RatingFixture {
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
}
