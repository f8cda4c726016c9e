// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.ledger.Alarm;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Period;
import org.sanban.api.test.Samples;
import org.sanban.evaluation.internal.RectificationEntity.Appeal;
import org.sanban.evaluation.internal.RectificationEntity.State;
import org.sanban.evaluation.internal.Rectifications.Rectification;
import org.sanban.evaluation.internal.Rectifications.Step;

/** What a citizen gains who rated badly: an answer, a call and a second rating; and who was rated: an appeal. */
abstract class RectificationTest extends EvaluationFixture {
    @Test
    void anAnonymousRatingIsNobodysForEveryone() {
        String token = token(A);
        evaluations.rate(token, new Judgement(Level.FAIR, Level.FAIR, Level.DISSATISFIED, null, "冷淡", true, Via.QR));
        assertNull(evaluations.list(null, false, ALL, LEADER).items().get(0).number());
        long id = only(LEADER).id();
        step(id, "assign", LEADER, s -> s.to("clerk2"));
        step(id, "answer", COLLEAGUE, s -> s.saying("已批评教育"));
        refused(
                Problem.Kind.CONFLICT,
                () -> step(id, "call-back", LEADER, s -> s.reached(true).saying("无")));
        assertEquals(
                State.CLOSED, step(id, "close", LEADER, s -> s.saying("匿名，不回访")).state());
    }

    @Test
    void aBadRatingIsAnsweredCalledBackAndRatedAgain() {
        Evaluations.Thanks thanks = evaluations.rate(token(A), bad("材料退回三次"));
        assertTrue(thanks.rectification());
        assertEquals(LocalDate.of(2026, 12, 1), thanks.answerBy());
        long id = thanks.id();
        Rectification open = rectifications.get(id, LEADER);
        assertEquals(5, open.limitDays());
        assertTrue(open.limitSource().startsWith("示例"));
        refused(Problem.Kind.CONFLICT, () -> step(id, "close", LEADER, s -> s.saying("了结")));
        refused(Problem.Kind.INVALID, () -> step(id, "assign", LEADER, s -> s.to("clerk")));
        refused(Problem.Kind.INVALID, () -> step(id, "assign", LEADER, s -> s.to("nobody")));
        step(id, "assign", LEADER, s -> s.to("clerk2"));
        refused(Problem.Kind.FORBIDDEN, () -> step(id, "answer", LEADER, s -> s.saying("代答")));
        refused(Problem.Kind.INVALID, () -> step(id, "answer", COLLEAGUE, s -> s));
        step(id, "answer", COLLEAGUE, s -> s.saying("一次性告知单已补发"));
        refused(Problem.Kind.CONFLICT, () -> step(id, "close", LEADER, s -> s.saying("了结")));
        assertEquals(
                1,
                step(id, "call-back", HOTLINE, s -> s.reached(false).saying("无人接听"))
                        .callsMissed());
        assertEquals(
                State.CALLED_BACK,
                step(id, "call-back", HOTLINE, s -> s.reached(true).saying("表示认可"))
                        .state());
        Invitations.Link second = invitations.mine(A, "1234", "http://x").get(0);
        assertEquals(2, second.nth());
        evaluations.rate(tokenOf(second), good());
        Rectification closed = rectifications.get(id, LEADER);
        assertEquals(State.CLOSED, closed.state());
        assertEquals(
                List.of("open", "assign", "answer", "call-missed", "call-back", "second-rating"),
                closed.steps().stream().map(Rectifications.Done::action).toList());
        Reports.Line line = line(Scope.By.SITE);
        assertEquals(1, line.ratings());
        assertEquals(1, line.bad());
        assertEquals(1, line.second());
        assertEquals(0, line.secondBad());
        refused(Problem.Kind.CONFLICT, () -> evaluations.rate(tokenOf(second), good()));
    }

    @Test
    void theSecondRatingWaitsForTheAnswerAndTheCallBackIsStillOwed() {
        evaluations.rate(token(A), bad("慢"));
        long id = only(LEADER).id();
        refused(Problem.Kind.CONFLICT, () -> evaluations.enter(A, "1234", null, good(), HOTLINE));
        step(id, "assign", LEADER, s -> s.to("clerk2"));
        step(id, "answer", COLLEAGUE, s -> s.saying("已增开窗口"));
        evaluations.enter(A, "1234", null, bad("还是慢"), HOTLINE);
        assertEquals(State.ANSWERED, rectifications.get(id, LEADER).state());
        assertEquals(
                State.CLOSED,
                step(id, "call-back", HOTLINE, s -> s.reached(true).saying("已说明"))
                        .state());
        assertEquals(1, line(Scope.By.SITE).secondBad());
    }

    @Test
    void theCitizenRatesAgainWhenCalled() {
        evaluations.rate(token(A), bad("慢"));
        long id = only(LEADER).id();
        step(id, "assign", LEADER, s -> s.to("clerk2"));
        step(id, "answer", COLLEAGUE, s -> s.saying("已增开窗口"));
        assertEquals(
                State.CLOSED,
                step(id, "call-back", HOTLINE, s -> s.reached(true).saying("满意").rating(good()))
                        .state());
        assertEquals(1, line(Scope.By.SITE).second());
    }

    @Test
    void whoCannotBeReachedIsCalledThreeTimesBeforeItIsClosed() {
        evaluations.rate(token(A), bad("慢"));
        long id = only(LEADER).id();
        step(id, "assign", LEADER, s -> s.to("clerk2"));
        step(id, "answer", COLLEAGUE, s -> s.saying("已增开窗口"));
        for (int i = 0; i < 3; i++) {
            refused(Problem.Kind.CONFLICT, () -> step(id, "close", LEADER, s -> s.saying("无法联系")));
            step(id, "call-back", HOTLINE, s -> s.reached(false).saying("无人接听"));
        }
        assertEquals(
                State.CLOSED, step(id, "close", LEADER, s -> s.saying("三次无法联系")).state());
    }

    @Test
    void aStaleStepIsAConflict() {
        evaluations.rate(token(A), bad("慢"));
        Rectification seen = only(LEADER);
        step(seen.id(), "assign", LEADER, s -> s.to("clerk2"));
        refused(
                Problem.Kind.CONFLICT,
                () -> rectifications.step(
                        seen.id(), new Step("assign", seen.version(), "clerk2", null, null, null, null), LEADER));
    }

    @Test
    void lateRectificationsAreSeenAndTheAnswerInTimeIsCounted() {
        evaluations.rate(token(A), bad("慢"));
        evaluations.rate(token(B), bad("慢"));
        long first = rectifications
                .list(null, null, false, false, ALL, LEADER)
                .items()
                .get(1)
                .id();
        step(first, "assign", LEADER, s -> s.to("clerk2"));
        step(first, "answer", COLLEAGUE, s -> s.saying("已改"));
        now = Instant.parse("2026-12-01T15:59:00Z");
        assertEquals(
                List.of(),
                rectifications.list(null, null, true, false, ALL, LEADER).items());
        now = Instant.parse("2026-12-01T16:00:00Z");
        List<Rectification> late =
                rectifications.list(null, null, true, false, ALL, LEADER).items();
        assertEquals(1, late.size());
        assertTrue(late.get(0).late());
        assertEquals(1, store.late(LocalDate.of(2026, 12, 2)));
        Period december = period("2026-12-01", "2026-12-31");
        Reports.Line line = reports.lines(Scope.By.SITE, null, december, ALL, LEADER)
                .items()
                .get(0);
        assertEquals(2, line.due());
        assertEquals(1, line.inTime());
        assertEquals("50.0", line.rectified().toString());
        assertEquals(
                "50.0",
                new RectifiedCriterion(reports)
                        .measure(Samples.SITE, december)
                        .value()
                        .toString());
        step(late.get(0).id(), "assign", LEADER, s -> s.to("clerk2"));
        step(late.get(0).id(), "answer", COLLEAGUE, s -> s.saying("迟到的整改"));
        assertEquals(
                List.of(),
                rectifications.list(null, null, true, false, ALL, LEADER).items());
        assertEquals(1, reports.of(SITE, december).get(Tally.What.IN_TIME), "an answer too late changes nothing");
    }

    @Test
    void aLateRectificationIsToldOnceAndStaysAnAlarmUntilItIsAnswered() {
        evaluations.rate(token(A), bad("慢"));
        Rectification seen = only(LEADER);
        step(seen.id(), "assign", LEADER, s -> s.to("clerk2"));
        seen = only(LEADER);
        Watch watch = watch();
        assertEquals(0, watch.look());
        assertEquals(List.of(), watch.alarms(Samples.TOWN, 20, LEADER));
        now = Instant.parse("2026-12-01T16:00:00Z");
        assertEquals(1, watch.look());
        assertEquals(0, watch.look(), "once");
        Alarm alarm = watch.alarms(Samples.TOWN, 20, COLLEAGUE).get(0);
        assertEquals(SITE, alarm.site());
        assertEquals(LocalDate.of(2026, 12, 1), alarm.due());
        assertTrue(alarm.text().zh().contains("clerk2"), alarm.text().zh());
        assertEquals("rectifications/" + seen.id(), alarm.link());
        assertEquals(List.of(), watch.alarms(null, 20, ELSEWHERE));
        Rectification answered = rectifications.step(
                seen.id(), new Step("answer", seen.version(), null, "迟到的整改", null, null, null), COLLEAGUE);
        assertEquals(
                List.of("open", "assign", "escalate", "answer"),
                answered.steps().stream().map(Rectifications.Done::action).toList(),
                "what the clock told is nothing a step has to have seen");
        assertEquals(List.of(), watch.alarms(Samples.TOWN, 20, LEADER));
    }

    @Test
    void aLimitThatReachedIntoAnUnknownYearIsWatchedOnceItsCalendarIsThere() {
        now = Instant.parse("2026-12-29T01:00:00Z");
        evaluations.rate(token(A), bad("慢"));
        evaluations.rate(token(B), bad("慢"));
        List<Rectification> both =
                rectifications.list(null, null, false, false, ALL, LEADER).items();
        assertNull(both.get(0).dueOn());
        long first = both.get(1).id();
        long answered = both.get(0).id();
        step(answered, "assign", LEADER, s -> s.to("clerk2"));
        step(answered, "answer", COLLEAGUE, s -> s.saying("已整改"));
        now = Instant.parse("2027-01-05T16:00:00Z");
        assertEquals(0, watch().look());

        calendar.load(2027);
        assertEquals(1, watch().look(), "nobody need touch it");
        assertEquals(
                List.of(first),
                rectifications.list(null, null, true, false, ALL, LEADER).items().stream()
                        .map(Rectification::id)
                        .toList());
        Period january = period("2027-01-01", "2027-01-31");
        assertEquals(2, reports.of(SITE, january).get(Tally.What.DUE));
        assertEquals(1, reports.of(SITE, january).get(Tally.What.IN_TIME), "answered before anybody knew the day");
    }

    private Watch watch() {
        return new Watch(store, rectifications, new Recorder(terms, calendar), () -> now);
    }

    @Test
    void theRatedPersonAppealsAndSomebodyElseDecides() {
        evaluations.rate(token(A), bad("胡说"));
        evaluations.rate(token(B), good());
        long id = only(LEADER).id();
        refused(Problem.Kind.NOT_FOUND, () -> step(id, "appeal", COLLEAGUE, s -> s.saying("不服")));
        Rectification veiled = step(id, "appeal", CLERK, s -> s.saying("从未接待过此人"));
        assertNull(veiled.rating().number());
        assertEquals(Appeal.MADE, veiled.appeal());
        refused(Problem.Kind.CONFLICT, () -> step(id, "appeal", CLERK, s -> s.saying("再申诉")));
        Actor clerkAsAdmin = actor("clerk", Role.ADMIN);
        refused(
                Problem.Kind.FORBIDDEN,
                () -> step(id, "decide", clerkAsAdmin, s -> s.upheld(true).saying("成立")));
        assertEquals("50.0", line(Scope.By.PERSON).satisfaction().toString());
        assertEquals(
                State.VOID,
                step(id, "decide", LEADER, s -> s.upheld(true).saying("监控核实")).state());
        Reports.Line line = line(Scope.By.PERSON);
        assertEquals("100.0", line.satisfaction().toString());
        assertEquals(1, line.ratings());
        assertEquals(1, line.malicious());
        assertEquals(0, reports.of(SITE, period("2026-12-01", "2026-12-31")).get(Tally.What.DUE));
        assertEquals(
                2,
                new SatisfactionCriterion(reports)
                        .measure(Samples.SITE, NOVEMBER)
                        .facts()
                        .size());
    }

    @Test
    void anAppealThatIsRejectedLeavesTheRating() {
        evaluations.rate(token(A), bad("慢"));
        long id = only(LEADER).id();
        refused(
                Problem.Kind.CONFLICT,
                () -> step(id, "decide", LEADER, s -> s.upheld(true).saying("成立")));
        step(id, "appeal", CLERK, s -> s.saying("不服"));
        Rectification rejected = step(id, "decide", LEADER, s -> s.upheld(false).saying("属实"));
        assertEquals(Appeal.REJECTED, rejected.appeal());
        assertEquals(State.OPEN, rejected.state());
        assertEquals(1, line(Scope.By.PERSON).bad());
    }

    @Test
    void anAppealComesInTime() {
        evaluations.rate(token(A), bad("慢"));
        now = Instant.parse("2026-12-02T01:00:00Z");
        refused(Problem.Kind.CONFLICT, () -> step(only(LEADER).id(), "appeal", CLERK, s -> s.saying("不服")));
    }

    @Test
    void aLimitWhoseCalendarIsNotLoadedIsNotGuessed() {
        now = Instant.parse("2026-12-30T01:00:00Z");
        deliver(A);
        Evaluations.Thanks thanks = evaluations.rate(token(A), bad("慢"));
        assertTrue(thanks.rectification());
        assertNull(thanks.answerBy());
        Rectification open = only(LEADER);
        assertNull(open.dueOn());
        assertFalse(open.late());
    }
}
