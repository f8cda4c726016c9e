// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.mode.postal.internal.PostalCase.AGENT;
import static org.sanban.mode.postal.internal.PostalCase.AT;
import static org.sanban.mode.postal.internal.PostalCase.OTHER;
import static org.sanban.mode.postal.internal.PostalCase.POST;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Moved;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Returned;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;

class PostalModeTest {
    private static final String W = "EA123456789CN";
    private static final String NEXT = "EA987654321CN";

    private final PostalMode mode = PostalCase.mode();

    @Test
    void theVersionChangesWithThatOfTheAgentsMode() {
        assertEquals(101, mode.workflow().version());
        assertEquals(701, new PostalMode(other(7)).workflow().version());
    }

    @Test
    void anAgentsModeWithoutTheStagesThatParcelsLeaveFromIsNotWrapped() {
        Workflow poor = new Workflow(
                "proxy",
                1,
                mode.workflow().name(),
                "early",
                Set.of("clerk"),
                List.of(),
                mode.workflow().stages().stream()
                        .filter(stage -> !stage.id().equals("returning"))
                        .toList(),
                List.of());
        String why = assertThrows(IllegalStateException.class, () -> PostalWorkflow.around(poor))
                .getMessage();
        assertTrue(why.contains("returning"), why);
    }

    @Test
    void everythingOfTheAgentsModeIsStillThere() {
        Set<String> actions = mode.workflow().steps().stream().map(Step::action).collect(Collectors.toSet());
        assertTrue(actions.containsAll(List.of("assign", "accept", "collect", "conclude", "relay", "file", "revisit")));
        assertTrue(mode.workflow().step("collecting", "collect").isPresent());
        assertTrue(mode.workflow().step("delivering-lost", "relay").isPresent(), "an agent may be gone meanwhile");
        assertTrue(mode.workflow().step("fetching", "revoke").isPresent(), "the applicant may revoke meanwhile");
        assertFalse(mode.workflow().step("delivering", "revoke").isPresent(), "as in the stage it left");
    }

    @Test
    void lostAndRefusedParcelsHaveAnOwnerAndAWayOn() {
        for (Leg leg : Leg.values()) {
            for (String id : List.of(leg.refused(), leg.lost())) {
                assertEquals("agent", mode.workflow().stage(id).orElseThrow().holder());
                assertTrue(mode.workflow().stepsFrom(id).stream().anyMatch(step -> leg.origin.equals(step.to())), id);
                assertTrue(mode.workflow().stepsFrom(id).stream().anyMatch(step -> leg.stage.equals(step.to())), id);
            }
        }
    }

    @Test
    void theCarriersNewsNeedNoHolder() {
        mode.workflow().steps().stream()
                .filter(step -> Set.of("track", "turn-back").contains(step.action()))
                .forEach(step -> {
                    assertTrue(step.roles().contains("system"));
                    assertFalse(step.effects().contains(Effect.HOLDER));
                });
    }

    @Test
    void whatIsPickedUpIsInTheParcelAtOnce() {
        Case c = PostalCase.in("collecting").make();
        Action pickUp = sends("pick-up", W).taking(Original.take("户口簿", null).at("post:" + W));
        mode.check(c, pickUp, AGENT);
        assertEquals(
                List.of(W + " pick-up sent " + AT + " -"),
                mode.facts(c, pickUp, AGENT, AT).get("parcels"));
        refused("taken", c, sends("pick-up", W).taking(Original.take("户口簿", null)), AGENT);
        refused("materials", c, sends("pick-up", W), AGENT);
    }

    @Test
    void pickingUpNeedsTheSameEntrustmentAsCollecting() {
        Action pickUp = sends("pick-up", W).taking(Original.take("户口簿", null).at("post:" + W));
        Case c = PostalCase.in("collecting").with("scope", List.of("submit")).make();
        assertKind(Problem.Kind.CONFLICT, c, pickUp, AGENT);
        Case over = PostalCase.in("collecting").with("validUntil", "2024-01-01").make();
        assertKind(Problem.Kind.CONFLICT, over, pickUp, AGENT);
        assertKind(Problem.Kind.FORBIDDEN, PostalCase.in("collecting").make(), pickUp, OTHER);
    }

    @Test
    void dispatchingNeedsTheSameEntrustmentAsHandingIn() {
        Case c = PostalCase.in("collecting").original("户口簿", null).make();
        mode.check(c, sends("dispatch", W).moving(new Moved(1, "post:" + W)), AGENT);
        refused("moved", c, sends("dispatch", W).moving(new Moved(1, "post:" + NEXT)), AGENT);
        Case none =
                PostalCase.in("collecting").with("scope", List.of("collect")).make();
        assertKind(Problem.Kind.CONFLICT, none, sends("dispatch", W), AGENT);
    }

    @Test
    void aWaybillIsOneAndUsedOnce() {
        Case c = PostalCase.in("returning").sent(Leg.PICK_UP, W).make();
        refused("answers.waybill", c, sends("deliver", W), AGENT);
        refused("answers.waybill", c, sends("deliver", "12 34"), AGENT);
        mode.check(c, sends("deliver", NEXT), AGENT);
        assertEquals(
                2, ((List<?>) mode.facts(c, sends("deliver", NEXT), AGENT, AT).get("parcels")).size());
    }

    @Test
    void newsAreOfTheParcelUnderWayAndNews() {
        Case c = PostalCase.in("fetching").sent(Leg.PICK_UP, W).make();
        mode.check(c, news("track", W, "in-transit"), POST);
        mode.check(c, news("turn-back", W, "refused"), POST);
        refused("answers.waybill", c, news("track", NEXT, "in-transit"), POST);
        assertKind(Problem.Kind.CONFLICT, c, news("track", W, "refused"), POST);
        Case told = PostalCase.in("fetching")
                .sent(Leg.PICK_UP, W)
                .with(mode.facts(c, news("track", W, "in-transit"), POST, AT))
                .make();
        assertEquals("in-transit", Parcel.last(told).orElseThrow().state());
        assertKind(Problem.Kind.CONFLICT, told, news("track", W, "in-transit"), POST);
        Case revoked = PostalCase.in("revoked").sent(Leg.PICK_UP, W).make();
        mode.check(revoked, news("track", W, "refused"), POST);
    }

    @Test
    void whoReceivesSignsForEveryOriginal() {
        Case c = PostalCase.in("fetching")
                .original("户口簿", "post:" + W)
                .original("残疾证", "post:" + W)
                .original("身份证", null)
                .sent(Leg.PICK_UP, W)
                .make();
        String why = refused("moved", c, Action.of("receive", 1).moving(new Moved(1, null)), AGENT);
        assertTrue(why.contains("残疾证") && !why.contains("身份证"), why);
        Action all = Action.of("receive", 1).moving(new Moved(1, null), new Moved(2, null));
        mode.check(c, all, AGENT);
        assertEquals(
                "received",
                Parcel.last(PostalCase.in("collecting")
                                .with(mode.facts(c, all, AGENT, AT))
                                .make())
                        .orElseThrow()
                        .state());
        refused("moved", c, Action.of("receive", 1).moving(new Moved(1, "post:" + W), new Moved(2, null)), AGENT);
    }

    @Test
    void theDepartmentThatKeepsAnOriginalIsNamed() {
        Case c = PostalCase.in("handing-in")
                .original("户口簿", "post:" + W)
                .sent(Leg.DISPATCH, W)
                .make();
        refused("moved", c, Action.of("receive", 1).moving(new Moved(1, null)), AGENT);
        mode.check(c, Action.of("receive", 1).moving(new Moved(1, "县民政局")), AGENT);
    }

    @Test
    void theCitizenSignsForWhatComesBack() {
        Case c = PostalCase.in("delivering")
                .original("户口簿", "post:" + W)
                .sent(Leg.DELIVER, W)
                .make();
        refused("returned", c, Action.of("receive", 1), AGENT);
        mode.check(c, Action.of("receive", 1).returning(new Returned(1, "张示例")), AGENT);
    }

    @Test
    void aRefusedParcelIsSentAgainUnderANewWaybillOrTakenBack() {
        Case c = PostalCase.in("delivering-refused")
                .original("户口簿", "post:" + W)
                .sent(Leg.DELIVER, W)
                .make();
        refused("answers.waybill", c, sends("send-again", W).moving(new Moved(1, "post:" + W)), AGENT);
        refused("moved", c, sends("send-again", NEXT), AGENT);
        Action again = sends("send-again", NEXT).moving(new Moved(1, "post:" + NEXT));
        mode.check(c, again, AGENT);
        assertTrue(mode.facts(c, again, AGENT, AT).toString().contains(NEXT + " deliver sent"));
        mode.check(c, Action.of("take-back", 1).moving(new Moved(1, null)), AGENT);
        assertKind(Problem.Kind.FORBIDDEN, c, Action.of("take-back", 1).moving(new Moved(1, null)), OTHER);
    }

    @Test
    void aLostParcelIsFoundOrMadeGood() {
        Case c = PostalCase.in("handing-in-lost")
                .original("户口簿", "post:" + W)
                .sent(Leg.DISPATCH, W)
                .make();
        assertEquals(
                "in-transit",
                Parcel.last(PostalCase.in("handing-in")
                                .with(mode.facts(c, Action.of("found", 1), AGENT, AT))
                                .make())
                        .orElseThrow()
                        .state());
        refused("returned", c, Action.of("make-good", 1), AGENT);
        mode.check(c, Action.of("make-good", 1).returning(new Returned(1, "张示例")), AGENT);
        Case handedOn = PostalCase.in("handing-in-lost")
                .sent(Leg.DISPATCH, W)
                .after("relay")
                .make();
        assertKind(Problem.Kind.CONFLICT, handedOn, Action.of("found", 1), AGENT);
    }

    @Test
    void theAgentsOwnRulesStillHold() {
        Case c = PostalCase.in("collecting").make();
        assertKind(Problem.Kind.INVALID, c, Action.of("collect", 1), AGENT);
        Case lost = PostalCase.in("delivering-lost").sent(Leg.DELIVER, W).make();
        assertKind(Problem.Kind.INVALID, lost, Action.of("give-back", 1), AGENT);
    }

    private static Action sends(String action, String waybill) {
        return Action.of(action, 1, new HashMap<>(Map.of("waybill", waybill, "receiver", "示例中心", "contents", "申请表一份")));
    }

    private static Action news(String action, String waybill, String state) {
        return Action.of(
                action, 1, Map.of("waybill", waybill, "parcel", state, "changedAt", "2026-11-02T12:00:00+08:00"));
    }

    /** Checks that a field is refused; returns the words. */
    private String refused(String field, Case c, Action action, Actor actor) {
        Problem problem = assertThrows(Problem.class, () -> mode.check(c, action, actor));
        assertEquals(field, problem.violations().get(0).field(), problem.getMessage());
        return problem.detail().zh();
    }

    private void assertKind(Problem.Kind kind, Case c, Action action, Actor actor) {
        assertEquals(
                kind,
                assertThrows(Problem.class, () -> mode.check(c, action, actor)).kind());
    }

    private static ServiceMode other(int version) {
        Workflow w = PostalCase.mode().workflow();
        Set<String> own =
                Stream.of(Leg.values()).flatMap(leg -> leg.stages().stream()).collect(Collectors.toSet());
        return () -> new Workflow(
                "proxy",
                version,
                w.name(),
                w.initial(),
                w.submitters(),
                List.of(),
                w.stages().stream().filter(stage -> !own.contains(stage.id())).toList(),
                List.of());
    }
}
