// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Stop;
import org.sanban.api.test.SampleCase;
import org.sanban.api.test.Samples;

class MobileModeTest {
    private final Point point = new Point();
    private final MobileMode mode = point.mode();
    private final Workflow workflow = mode.workflow();
    private final SampleCase taken = SampleCase.of(workflow);

    @Test
    void aCaseIsTakenAtAMobilePointWhileItsStopIsOpen() {
        assertDoesNotThrow(() -> submit(point.stop, null, null));
        Draft atTheCentre = draft(Samples.SITE, Map.of("stop", point.stop.id()), null);
        assertEquals("site", refused(atTheCentre).violations().get(0).field());
        Stop later = point.plan(Point.NINE.plus(Duration.ofDays(1)), true);
        Problem closed = refused(later, null, null, "answers.stop");
        assertTrue(
                closed.detail().zh().contains("2026-11-25 09:00"),
                closed.detail().zh());
    }

    @Test
    void aStopIsOfTheSamePointToldToThePublicAndNotCalledOff() {
        refused(point.plan(Point.NINE, false), null, null, "answers.stop");
        Draft unknown = draft(Point.SITE, Map.of("stop", 99), null);
        assertEquals("answers.stop", refused(unknown).violations().get(0).field());
        point.registry.cancel(point.stop.id(), Samples.admin());
        assertTrue(refused(point.stop, null, null, "answers.stop").detail().zh().contains("已取消"));
        Site other = new Site(Samples.TOWN + "-03", Samples.TOWN, Site.Kind.MOBILE, "另一流动代办点", null, null, true);
        point.registry.save(other, Samples.admin());
        Draft elsewhere = draft(other, Map.of("stop", point.stop.id()), null);
        assertEquals("answers.stop", refused(elsewhere).violations().get(0).field());
    }

    @Test
    void whatWasTakenWithoutANetworkCountsFromWhenItWasTaken() {
        Stop yesterday = point.plan(Point.NINE.minus(Duration.ofHours(20)), true);
        String number = Point.RESERVED.number();
        assertDoesNotThrow(() -> submit(yesterday, yesterday.from().plusSeconds(600), number));
        assertDoesNotThrow(() -> submit(yesterday, yesterday.from().minus(Duration.ofMinutes(29)), number));
        refused(yesterday, yesterday.from().minus(Duration.ofMinutes(31)), number, "answers.stop");
        refused(yesterday, null, number, "answers.stop");
    }

    @Test
    void whenItWasTakenIsNeitherToComeNorBeforeItsNumberNorWithoutOne() {
        String number = Point.RESERVED.number();
        refused(point.stop, Point.NOW.plus(Duration.ofMinutes(6)), number, "answers.takenAt");
        refused(point.stop, Point.RESERVED.reservedAt().minus(Duration.ofMinutes(6)), number, "answers.takenAt");
        refused(point.stop, Point.NOW, null, "answers.takenAt");
        assertDoesNotThrow(() -> submit(point.stop, Point.NOW.plus(Duration.ofMinutes(4)), number));
    }

    @Test
    void onlyPublishedMattersAreTaken() {
        point.publish("other");
        Draft draft = draft(Point.SITE, Map.of("stop", point.stop.id()), null);
        Problem outside = refused(draft);
        assertEquals("matter", outside.violations().get(0).field());
        assertTrue(outside.detail().zh().contains("示例文件"));
        point.publish("m");
        assertDoesNotThrow(() -> submit(point.stop, null, null));
    }

    @Test
    void theCentreComparesWhatItReceives() {
        act(taken, "receive", Map.of("checked", "matches"));
        refusedAct(taken, "receive", Map.of("checked", "differs"), "answers.explanation");
        act(taken, "receive", Map.of("checked", "differs", "explanation", "少一份复印件"));
        assertEquals(
                "submitted", workflow.step("taken", "receive").orElseThrow().to());
        assertEquals(
                Set.of("clerk"), workflow.step("taken", "receive").orElseThrow().roles());
    }

    @Test
    void acceptingNeedsEverythingAndOnlyImmediateMattersAreFinishedOnTheSpot() {
        assertThrows(Problem.class, () -> act(taken.in("submitted").asks("a", false), "accept", Map.of()));
        act(taken.in("submitted").asks("a", true), "accept", Map.of());
        assertThrows(Problem.class, () -> act(taken, "finish-now", Map.of()));
        act(taken.atOnce(), "finish-now", Map.of());
    }

    @Test
    void aResultIsCarriedToAStopThatIsNotOver() {
        SampleCase decided = taken.in("decided");
        point.registry.save(
                new Site(Samples.SITE.code(), Samples.TOWN, Site.Kind.MOBILE, "示例", null, null, true), null);
        Stop next = new Stop(
                0,
                Samples.SITE.code(),
                "示例村口",
                Point.NINE.plusSeconds(86_400),
                Point.NINE.plusSeconds(90_000),
                null,
                true,
                false);
        long id = point.registry.save(next, Samples.admin()).id();
        act(decided, "carry", Map.of("deliveryStop", (double) id));
        Stop over =
                new Stop(0, Samples.SITE.code(), "示例村口", Point.NINE.minusSeconds(7_200), Point.NINE, null, true, false);
        long past = point.registry.save(over, Samples.admin()).id();
        refusedAct(decided, "carry", Map.of("deliveryStop", past), "answers.deliveryStop");
        refusedAct(decided, "carry", Map.of("deliveryStop", point.stop.id()), "answers.deliveryStop");
        assertEquals(
                "decided", workflow.step("carried", "bring-back").orElseThrow().to());
        assertEquals(
                "delivered", workflow.step("carried", "deliver").orElseThrow().to());
    }

    @Test
    void agentsTakeAndHandOverButTheCentreAccepts() {
        assertTrue(workflow.submitters().contains("agent"));
        for (String action : Set.of("accept", "refuse", "request-correction", "receive")) {
            workflow.steps().stream()
                    .filter(step -> step.action().equals(action))
                    .forEach(step -> assertFalse(step.roles().contains("agent"), action));
        }
    }

    private void submit(Stop stop, Instant takenAt, String number) {
        Map<String, Object> answers = new HashMap<>(Map.of("stop", stop.id()));
        if (takenAt != null) {
            answers.put("takenAt", takenAt.toString());
        }
        mode.check(draft(Point.SITE, answers, number), Point.MATTER, Samples.clerk());
    }

    private static Draft draft(Site site, Map<String, Object> answers, String number) {
        return new Draft(MobileMode.ID, "m", site.code(), Samples.person(), null, null, answers, null, null)
                .under(number);
    }

    private Problem refused(Draft draft) {
        return assertThrows(Problem.class, () -> mode.check(draft, Point.MATTER, Samples.clerk()));
    }

    private Problem refused(Stop stop, Instant takenAt, String number, String field) {
        Problem problem = assertThrows(Problem.class, () -> submit(stop, takenAt, number));
        assertEquals(field, problem.violations().get(0).field());
        return problem;
    }

    private void act(SampleCase c, String action, Map<String, Object> answers) {
        mode.check(c.make(), Action.of(action, 1, answers), Samples.clerk());
    }

    private void refusedAct(SampleCase c, String action, Map<String, Object> answers, String field) {
        Problem problem = assertThrows(Problem.class, () -> act(c, action, answers));
        assertEquals(field, problem.violations().get(0).field());
    }
}
