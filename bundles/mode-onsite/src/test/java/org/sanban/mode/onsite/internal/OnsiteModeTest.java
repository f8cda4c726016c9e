// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.onsite.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Limit;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Applicant;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.Scope;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.SampleCase;
import org.sanban.api.test.Samples;

class OnsiteModeTest {
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

    private final FakeMatters matters = new FakeMatters();
    private final OnsiteMode mode = new OnsiteMode(matters, new FakeRegistry(Samples.SITE), 5);
    private final Workflow workflow = mode.workflow();
    private final SampleCase requested = SampleCase.of(workflow).answered(Map.of("place", "示例村一组"));

    // --- the request

    @Test
    void withoutAPublishedScopeEveryMatterIsServed() {
        assertDoesNotThrow(() -> submit("m1", Samples.person(), Map.of()));
    }

    @Test
    void whatIsNotPublishedIsRefusedWithTheHotlineToCall() {
        publish(Samples.COUNTY, "0915-8400000", "m1");
        assertDoesNotThrow(() -> submit("m1", Samples.person(), Map.of()));
        Problem problem = assertThrows(Problem.class, () -> submit("m2", Samples.person(), Map.of()));
        assertEquals("matter", problem.violations().get(0).field());
        assertTrue(
                problem.detail().zh().contains("0915-8400000"), problem.detail().zh());
        assertTrue(problem.detail().zh().contains("示例县"), problem.detail().zh());
    }

    @Test
    void aTownsOwnListGoesBeforeTheCountys() {
        publish(Samples.COUNTY, "0915-8400000", "m1");
        publish(Samples.TOWN, null, "m2");
        assertDoesNotThrow(() -> submit("m2", Samples.person(), Map.of()));
        Problem problem = assertThrows(Problem.class, () -> submit("m1", Samples.person(), Map.of()));
        assertTrue(problem.detail().zh().contains("总服务台"), problem.detail().zh());
    }

    @Test
    void anOrganisationsNeedIsAnEnterprisesAndAPersonMayAskForTheirEnterprise() {
        Applicant firm = Samples.organization();
        assertEquals(
                "answers.need",
                assertThrows(Problem.class, () -> submit("m", firm, Map.of("need", "person")))
                        .violations()
                        .get(0)
                        .field());
        assertDoesNotThrow(() -> submit("m", firm, Map.of("need", "enterprise")));
        assertDoesNotThrow(() -> submit("m", Samples.person(), Map.of("need", "enterprise")));
    }

    @Test
    void aVisitIsWishedForATimeToCome() {
        String past = Visit.text(Instant.now().minusSeconds(60));
        Problem problem = assertThrows(Problem.class, () -> submit("m", Samples.person(), Map.of("wishedAt", past)));
        assertEquals("answers.wishedAt", problem.violations().get(0).field());
    }

    // --- desk and plan

    @Test
    void thePlanFollowsTheCoordinationAndIsForATimeToCome() {
        Map<String, Object> plan = Map.of("proposedAt", Visit.text(TOMORROW));
        refused(Problem.Kind.CONFLICT, requested, Action.of("plan", 1, plan));
        allowed(requested.after("coordinate"), Action.of("plan", 1, plan));
        Map<String, Object> late = Map.of("proposedAt", "2024-05-01T09:00:00+08:00");
        refused(Problem.Kind.INVALID, requested.after("coordinate"), Action.of("plan", 1, late));
    }

    @Test
    void howSoonTheDeskCoordinatedIsMeasured() {
        Instant at = requested.make().submittedAt().plus(Duration.ofMinutes(7));
        assertEquals(
                Map.of("minutesToCoordinate", 7L),
                mode.facts(requested.make(), Action.of("coordinate", 1), Samples.clerk(), at));
    }

    @Test
    void thePlanIsMadeTheSameDayAndALateOneIsToldUpwardsOnceByThePlatform() {
        Limit limit = workflow.stage("requested").orElseThrow().limit();
        assertEquals(0, limit.amount());
        assertEquals(Limit.Unit.WORKING_DAYS, limit.unit());
        assertTrue(limit.source().contains("平政办发〔2024〕14号"));
        Step late = step("requested", "escalate");
        assertEquals(Set.of(Effect.OVERDUE, Effect.ONCE), late.effects());
        assertNull(late.to());
        assertFalse(late.shown());
    }

    // --- notice and agreement

    @Test
    void nobodyIsVisitedWhoWasNotToldWhatIsNeeded() {
        SampleCase planned = requested.in("planned").asks("a", false);
        Action agree = Action.of("agree", 1).booking(person("ding", TOMORROW));
        Problem problem = refused(Problem.Kind.CONFLICT, planned, agree);
        assertTrue(problem.detail().zh().contains("一次性告知"), problem.detail().zh());
        allowed(planned.after("request-correction"), agree);
        allowed(requested.in("planned").asks("a", true), agree);
    }

    @Test
    void theOneTimeNoticeNamesEverythingAndIsGivenOnce() {
        SampleCase planned = requested.in("planned").asks("a", false).asks("b", false);
        refused(
                Problem.Kind.INVALID,
                planned,
                Action.of("request-correction", 1, Map.of("missing", List.of("a"), "reason", "请备好")));
        allowed(planned, Action.of("request-correction", 1, Map.of("missing", List.of("a", "b"), "reason", "请备好")));
        assertTrue(step("planned", "request-correction").effects().contains(Effect.ONCE));
        assertNull(step("planned", "request-correction").to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"agree", "reschedule", "arrange-delivery"})
    void aVisitBooksSomebodyAndAllForOneComingTime(String action) {
        SampleCase planned = requested.in("planned");
        refused(Problem.Kind.INVALID, planned, Action.of(action, 1));
        refused(Problem.Kind.INVALID, planned, Action.of(action, 1).booking(vehicle(TOMORROW)));
        refused(
                Problem.Kind.INVALID,
                planned,
                Action.of(action, 1).booking(person("ding", TOMORROW), vehicle(TOMORROW.plusSeconds(600))));
        refused(
                Problem.Kind.INVALID,
                planned,
                Action.of(action, 1).booking(person("ding", Instant.now().minusSeconds(60))));
        allowed(planned, Action.of(action, 1).booking(person("ding", TOMORROW), vehicle(TOMORROW)));
    }

    @Test
    void whatWasAgreedIsKept() {
        SampleCase planned = requested.in("planned").asks("a", false).asks("b", true);
        Instant nine = Instant.parse("2026-11-23T01:00:00Z");
        Action agree = Action.of("agree", 1).booking(person("ding", nine), vehicle(nine));
        Map<String, Object> facts = mode.facts(planned.make(), agree, Samples.clerk(), Instant.now());
        assertEquals("2026-11-23T09:00:00+08:00", facts.get("visitAt"));
        assertEquals("2026-11-23T10:00:00+08:00", facts.get("visitUntil"));
        assertEquals("示例村一组", facts.get("visitPlace"));
        assertEquals(List.of("材料a"), facts.get("visitMaterials"));
    }

    @Test
    void anotherPlaceMayBeAgreed() {
        Booking elsewhere = new Booking("person:ding", TOMORROW, TOMORROW.plusSeconds(60), 0, "示例县医院");
        Map<String, Object> facts = mode.facts(
                requested.in("planned").make(),
                Action.of("agree", 1).booking(elsewhere),
                Samples.clerk(),
                Instant.now());
        assertEquals("示例县医院", facts.get("visitPlace"));
    }

    // --- the visit

    @ParameterizedTest
    @CsvSource({"08:45, 0", "09:00, 0", "09:12, 12", "10:30, 90"})
    void punctualityIsMeasuredAgainstTheAgreedTime(String reached, long late) {
        SampleCase agreed = requested.in("agreed").answered(Map.of("visitAt", "2026-11-23T09:00+08:00"));
        Instant at = Instant.parse("2026-11-23T" + reached + ":00+08:00");
        Map<String, Object> facts = mode.facts(agreed.make(), Action.of("arrive", 1), Samples.clerk(), at);
        assertEquals(late, facts.get("minutesLate"));
        assertEquals("2026-11-23T" + reached + ":00+08:00", facts.get("reachedAt"));
    }

    @Test
    void anArrivalEnteredAfterwardsCountsFromWhenItWas() {
        SampleCase agreed = requested.in("agreed").answered(Map.of("visitAt", "2026-11-23T09:00+08:00"));
        Action arrive = Action.of("arrive", 1, Map.of("arrivedAt", "2026-11-23T09:03:00+08:00"));
        Instant evening = Instant.parse("2026-11-23T12:00:00Z");
        assertEquals(
                3L, mode.facts(agreed.make(), arrive, Samples.clerk(), evening).get("minutesLate"));
        String future = Visit.text(TOMORROW);
        refused(Problem.Kind.INVALID, agreed, Action.of("arrive", 1, Map.of("arrivedAt", future)));
        allowed(agreed, Action.of("arrive", 1, Map.of("arrivedAt", "")));
    }

    @Test
    void aVisitInVainGivesUpItsBookingsAndIsAgreedAnew() {
        Step inVain = step("visiting", "in-vain");
        assertEquals("planned", inVain.to());
        assertTrue(inVain.effects().contains(Effect.BOOKS));
        allowed(requested.in("visiting"), Action.of("in-vain", 1, Map.of("reason", "nobody-home")));
        refused(
                Problem.Kind.INVALID,
                requested.in("visiting"),
                Action.of("in-vain", 1).booking(person("ding", TOMORROW)));
    }

    @Test
    void onTheSpotOnlyWhatIsCompleteIsAcceptedOrFinished() {
        SampleCase lacking = requested.in("visiting").asks("a", false);
        refused(Problem.Kind.CONFLICT, lacking, Action.of("accept", 1));
        refused(Problem.Kind.CONFLICT, lacking.atOnce(), Action.of("finish-now", 1));
        SampleCase complete = requested.in("visiting").asks("a", true);
        allowed(complete, Action.of("accept", 1));
        refused(Problem.Kind.CONFLICT, complete, Action.of("finish-now", 1));
        allowed(complete.atOnce(), Action.of("finish-now", 1));
    }

    // --- refusal

    @Test
    void aRefusalNeedsAReasonFromTheListAndWordsThatReachTheApplicant() {
        for (String stage : List.of("requested", "planned", "agreed", "visiting")) {
            Step refuse = step(stage, "refuse");
            assertTrue(refuse.shown());
            assertEquals(
                    Set.of("reason", "explanation"),
                    Set.copyOf(refuse.form().stream()
                            .filter(Field::required)
                            .map(Field::name)
                            .toList()));
        }
        Map<String, Object> incomplete = Map.of("reason", "incomplete", "explanation", "未备齐");
        refused(Problem.Kind.CONFLICT, requested.in("visiting"), Action.of("refuse", 1, incomplete));
        allowed(requested.in("visiting").after("request-correction"), Action.of("refuse", 1, incomplete));
        allowed(requested, Action.of("refuse", 1, Map.of("reason", "equipment", "explanation", "制证机无法携带")));
    }

    // --- department, delivery, return visit

    @Test
    void theLimitRunsFromAcceptanceToDecision() {
        for (String before : List.of("requested", "planned", "agreed", "visiting")) {
            assertEquals(Clock.WAITING, clock(before));
        }
        assertEquals(Clock.RUNNING, clock("accepted"));
        assertEquals(Clock.PAUSED, clock("paused"));
        assertEquals(Clock.ENDED, clock("decided"));
        assertEquals(Set.of("officer"), step("accepted", "decide").roles());
        refused(Problem.Kind.INVALID, requested.in("accepted"), Action.of("decide", 1, Map.of("outcome", "denied")));
    }

    @Test
    void originalsAreBackWhenTheResultIsHandedOver() {
        for (String[] handing : new String[][] {{"visiting", "finish-now"}, {"decided", "deliver"}}) {
            Step step = step(handing[0], handing[1]);
            assertTrue(step.effects().containsAll(Set.of(Effect.CUSTODY, Effect.FILES)));
            assertEquals("return-visit", step.to());
        }
    }

    @Test
    void aCaseIsDoneOnceItWasVisitedAgain() {
        assertEquals(Status.OPEN, workflow.stage("return-visit").orElseThrow().status());
        assertEquals(Status.DONE, workflow.stage("done").orElseThrow().status());
        SampleCase waiting = requested.in("return-visit");
        String today = LocalDate.now(Visit.ZONE).toString();
        allowed(waiting, returnVisit(today, "satisfied", null));
        allowed(waiting, returnVisit(today, "not-reached", null));
        allowed(waiting, returnVisit(today, "dissatisfied", "等得太久"));
        refused(Problem.Kind.INVALID, waiting, returnVisit(today, "dissatisfied", null));
        refused(Problem.Kind.INVALID, waiting, returnVisit(today, "very-dissatisfied", " "));
        refused(Problem.Kind.INVALID, waiting, returnVisit("2999-01-01", "satisfied", null));
    }

    @Test
    void aConfiguredLimitOfTheReturnVisitIsAVersionOfItsOwn() {
        Workflow ten = new OnsiteMode(matters, new FakeRegistry(), 10).workflow();
        assertEquals(10, ten.stage("return-visit").orElseThrow().limit().amount());
        assertFalse(ten.version() == workflow.version());
    }

    @Test
    void nothingIsTakenBackAfterTheDecision() {
        assertTrue(workflow.step("decided", "withdraw").isEmpty());
        assertTrue(workflow.step("visiting", "withdraw").isPresent());
    }

    private void submit(String code, Applicant applicant, Map<String, Object> other) {
        Map<String, Object> answers =
                new HashMap<>(Map.of("need", "enterprise", "wishedAt", Visit.text(TOMORROW), "place", "示例村一组"));
        answers.putAll(other);
        Matter matter = Samples.matter(code, 5);
        Draft draft = new Draft(OnsiteMode.ID, code, Samples.SITE.code(), applicant, null, null, answers, null, null);
        mode.check(draft, matter, Samples.clerk());
    }

    private void publish(String division, String hotline, String matter) {
        matters.publish(
                new Scope(OnsiteMode.ID, division, 1, null, "示例文件", Set.of(matter), null, hotline, true),
                Samples.admin());
    }

    private static Action returnVisit(String on, String satisfaction, String opinion) {
        Map<String, Object> answers = new HashMap<>(Map.of("visitedOn", on, "satisfaction", satisfaction));
        if (opinion != null) {
            answers.put("opinion", opinion);
        }
        return Action.of("return-visit", 1, answers);
    }

    private static Booking person(String login, Instant from) {
        return new Booking("person:" + login, from, from.plus(Duration.ofHours(1)), 40, null);
    }

    private static Booking vehicle(Instant from) {
        return new Booking("vehicle:CG-01", from, from.plus(Duration.ofMinutes(30)), 40, null);
    }

    private Clock clock(String stage) {
        return workflow.stage(stage).orElseThrow().clock();
    }

    private Step step(String stage, String action) {
        return workflow.step(stage, action).orElseThrow();
    }

    private void allowed(SampleCase c, Action action) {
        assertDoesNotThrow(() -> mode.check(c.make(), action, Samples.clerk()));
    }

    private Problem refused(Problem.Kind kind, SampleCase c, Action action) {
        Problem problem = assertThrows(Problem.class, () -> mode.check(c.make(), action, Samples.clerk()));
        assertEquals(kind, problem.kind());
        assertFalse(problem.detail().zh().equals(problem.detail().en()));
        return problem;
    }
}
