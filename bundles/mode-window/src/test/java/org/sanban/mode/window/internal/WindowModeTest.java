// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.window.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Returned;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.SampleCase;
import org.sanban.api.test.Samples;

class WindowModeTest {
    private final WindowMode mode = new WindowMode();
    private final Workflow workflow = mode.workflow();
    private final SampleCase submitted = SampleCase.of(workflow);

    @Test
    void acceptingNamesEverythingThatIsMissing() {
        SampleCase lacking = submitted.asks("a", false).asks("b", true).asks("c", false);
        Problem problem = refused(Problem.Kind.CONFLICT, lacking, "accept", Map.of());
        assertTrue(problem.detail().zh().contains("材料a、材料c"), problem.detail().zh());
        allowed(submitted.asks("a", true), "accept", Map.of());
    }

    @Test
    void theOneTimeNoticeNamesEverythingThatIsMissing() {
        SampleCase lacking = submitted.asks("a", false).asks("b", false);
        Problem problem = refused(
                Problem.Kind.INVALID, lacking, "request-correction", Map.of("missing", List.of("a"), "reason", "缺"));
        assertEquals("answers.missing", problem.violations().get(0).field());
        assertTrue(
                problem.detail().zh().contains("材料b") && !problem.detail().zh().contains("材料a"));
        refused(Problem.Kind.INVALID, lacking, "request-correction", Map.of("reason", "缺"));
        allowed(lacking, "request-correction", Map.of("missing", List.of("b", "a"), "reason", "缺"));
    }

    @Test
    void aPaperThatIsThereButFaultyMayBeNamedToo() {
        allowed(
                submitted.asks("a", false).asks("b", true),
                "request-correction",
                Map.of("missing", List.of("a", "b"), "reason", "b 不清楚"));
    }

    @Test
    void theNoticeIsGivenOnce() {
        assertTrue(step("submitted", "request-correction").effects().contains(Effect.ONCE));
    }

    @Test
    void handingInNothingIsRefused() {
        refused(Problem.Kind.INVALID, submitted.in("correction"), "correct", Map.of());
        Action action = Action.of("correct", 1).handing(new Handed("a", 1, 0, null));
        assertDoesNotThrow(() -> mode.check(submitted.in("correction").make(), action, Samples.clerk()));
        assertEquals("submitted", step("correction", "correct").to());
    }

    @Test
    void missingPapersAreNoReasonToRefuseWhoWasNotTold() {
        Map<String, Object> incomplete = Map.of("reason", "incomplete", "explanation", "未补");
        refused(Problem.Kind.CONFLICT, submitted, "refuse", incomplete);
        allowed(submitted.after("request-correction").in("correction"), "refuse", incomplete);
        allowed(submitted, "refuse", Map.of("reason", "not-competent", "explanation", "请到交通局"));
    }

    @Test
    void aDenialNeedsAReasonFromTheListAndAnApprovalNone() {
        SampleCase accepted = submitted.in("accepted");
        refused(Problem.Kind.INVALID, accepted, "decide", Map.of("outcome", "denied", "result", "r"));
        refused(
                Problem.Kind.INVALID,
                accepted,
                "decide",
                Map.of("outcome", "approved", "reason", "quota", "result", "r"));
        allowed(accepted, "decide", Map.of("outcome", "denied", "reason", "quota", "result", "r"));
        allowed(accepted, "decide", Map.of("outcome", "approved", "result", "r"));
    }

    @Test
    void onlyImmediateCompleteCasesAreFinishedOnTheSpot() {
        refused(Problem.Kind.CONFLICT, submitted, "finish-now", Map.of());
        refused(Problem.Kind.CONFLICT, submitted.atOnce().asks("a", false), "finish-now", Map.of());
        allowed(submitted.atOnce().asks("a", true), "finish-now", Map.of());
    }

    @Test
    void custodyMovesAnOriginalAndARemarkSaysSomething() {
        refused(Problem.Kind.INVALID, submitted, "custody", Map.of());
        refused(Problem.Kind.INVALID, submitted, "note", Map.of());
        for (Action action : List.of(
                Action.of("custody", 1).taking(Original.take("户口簿", null)),
                Action.of("custody", 1).returning(new Returned(1, "张示例")),
                Action.of("note", 1).noting("来电询问"))) {
            assertDoesNotThrow(() -> mode.check(submitted.make(), action, Samples.clerk()));
        }
    }

    @Test
    void theLimitRunsFromAcceptanceToDecisionAndStopsInSpecialProcedures() {
        assertEquals(Clock.WAITING, clock("submitted"));
        assertEquals(Clock.WAITING, clock("correction"));
        assertEquals(Clock.RUNNING, clock("accepted"));
        assertEquals(Clock.PAUSED, clock("paused"));
        assertEquals(Clock.ENDED, clock("decided"));
        assertTrue(step("accepted", "pause").form().stream()
                .filter(field -> Set.of("reason", "basis").contains(field.name()))
                .allMatch(field -> field.required()));
    }

    @Test
    void nothingIsTakenBackAfterTheDecision() {
        assertTrue(workflow.step("decided", "withdraw").isEmpty());
        assertTrue(workflow.step("paused", "withdraw").isPresent());
    }

    @Test
    void handingOverKeepsTheStageAndIsForStaffToSee() {
        Step transfer = step("accepted", "transfer");
        assertEquals(null, transfer.to());
        assertTrue(transfer.effects().contains(Effect.ASSIGN));
        Set<String> hidden = new TreeSet<>();
        workflow.steps().stream().filter(s -> !s.shown()).forEach(s -> hidden.add(s.action()));
        assertEquals(Set.of("note", "transfer"), hidden);
    }

    @Test
    void onlyAnOfficerDecides() {
        assertEquals(Set.of("officer"), step("accepted", "decide").roles());
        assertFalse(workflow.submitters().contains("officer"));
    }

    private Clock clock(String stage) {
        return workflow.stage(stage).orElseThrow().clock();
    }

    private Step step(String stage, String action) {
        return workflow.step(stage, action).orElseThrow();
    }

    private void allowed(SampleCase c, String action, Map<String, Object> answers) {
        assertDoesNotThrow(() -> mode.check(c.make(), Action.of(action, 1, answers), Samples.clerk()));
    }

    private Problem refused(Problem.Kind kind, SampleCase c, String action, Map<String, Object> answers) {
        Problem problem =
                assertThrows(Problem.class, () -> mode.check(c.make(), Action.of(action, 1, answers), Samples.clerk()));
        assertEquals(kind, problem.kind());
        assertFalse(problem.detail().zh().equals(problem.detail().en()));
        return problem;
    }
}
