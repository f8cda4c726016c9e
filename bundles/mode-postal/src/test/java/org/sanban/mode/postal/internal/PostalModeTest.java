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
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Moved;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Returned;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.Scope;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.Samples;

class PostalModeTest {
    private static final String W = "EA123456789CN";
    private static final String NEXT = "EA987654321CN";

    private static final Workflow PROXY = PostalCase.proxy(new FakeMatters()).workflow();

    private final PostalMode mode = PostalCase.mode();

    @Test
    void theVersionChangesWithThatOfTheAgentsMode() {
        assertEquals(102, mode.workflow().version());
        assertEquals(702, PostalWorkflow.around(other(7).workflow()).version());
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
        assertEquals(PROXY.stages(), mode.workflow().stages());
    }

    @Test
    void whereverAParcelMayBeItCanBeSettled() {
        for (Leg leg : Leg.values()) {
            for (String stage : leg.origins) {
                Set<String> here = mode.workflow().stepsFrom(stage).stream()
                        .map(Step::action)
                        .collect(Collectors.toSet());
                assertTrue(
                        here.containsAll(
                                List.of(leg.action, "track", "send-again", "take-back", "report-lost", "make-good")),
                        stage);
                assertTrue(here.contains(leg == Leg.RETURN ? "receive-returned" : "receive"), stage);
            }
        }
        assertTrue(mode.workflow().step("revoked", "receive").isPresent(), "what was under way when it was revoked");
    }

    @Test
    void theCarriersNewsNeedNoHolder() {
        mode.workflow().steps().stream()
                .filter(step -> step.action().equals("track"))
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
    void newsAreOfAParcelUnderWayAndNews() {
        Case c = PostalCase.in("collecting").sent(Leg.PICK_UP, W).make();
        mode.check(c, news("track", W, "in-transit"), POST);
        mode.check(c, news("track", W, "refused"), POST);
        refused("answers.waybill", c, news("track", NEXT, "in-transit"), POST);
        Case told = PostalCase.in("collecting")
                .sent(Leg.PICK_UP, W)
                .with(mode.facts(c, news("track", W, "in-transit"), POST, AT))
                .make();
        assertEquals("in-transit", Parcel.last(told).orElseThrow().state());
        assertKind(Problem.Kind.CONFLICT, told, news("track", W, "in-transit"), POST);
        Case revoked = PostalCase.in("revoked").sent(Leg.PICK_UP, W).make();
        mode.check(revoked, news("track", W, "refused"), POST);
    }

    @Test
    void parcelsGoBesideEachOtherEachWithItsOwnState() {
        Case c = PostalCase.in("collecting")
                .original("户口簿", "post:" + W)
                .original("残疾证", "post:" + NEXT)
                .sent(Leg.PICK_UP, W)
                .parcel(Leg.DISPATCH, NEXT, "refused")
                .make();
        String which = refused("answers.waybill", c, Action.of("receive", 1).moving(new Moved(1, null)), AGENT);
        assertTrue(which.contains(W) && which.contains(NEXT), which);
        Action received = Action.of("receive", 1, Map.of("waybill", W)).moving(new Moved(1, null));
        mode.check(c, received, AGENT);
        assertEquals(
                List.of(W + " pick-up received " + AT + " -", NEXT + " dispatch refused " + AT + " -"),
                mode.facts(c, received, AGENT, AT).get("parcels"));
        refused(
                "moved",
                c,
                Action.of("receive", 1, Map.of("waybill", W)).moving(new Moved(1, null), new Moved(2, null)),
                AGENT);
        assertEquals(
                List.of(W + " pick-up sent " + AT + " -", NEXT + " dispatch lost " + AT + " -"),
                mode.facts(c, Action.of("report-lost", 1, Map.of("waybill", NEXT)), AGENT, AT)
                        .get("parcels"));
        mode.check(c, Action.of("take-back", 1).moving(new Moved(2, null)), AGENT);
        refused("answers.waybill", c, Action.of("take-back", 1, Map.of("waybill", W)), AGENT);
        assertKind(Problem.Kind.CONFLICT, c, Action.of("found", 1), AGENT);
    }

    @Test
    void theResultAndTheMaterialsAreParcelsOfTheirOwn() {
        Case c = PostalCase.in("returning")
                .original("户口簿", "post:" + NEXT)
                .sent(Leg.DELIVER, W)
                .sent(Leg.RETURN, NEXT)
                .make();
        mode.check(c, Action.of("receive", 1), AGENT);
        refused("returned", c, Action.of("receive-returned", 1), AGENT);
        mode.check(c, Action.of("receive-returned", 1).returning(new Returned(1, "张示例")), AGENT);
        refused("answers.waybill", c, Action.of("receive", 1, Map.of("waybill", NEXT)), AGENT);
    }

    @Test
    void aStageIsLeftWhenEveryParcelIsSettledUnlessTheApplicantRevokes() {
        Case c = PostalCase.in("returning")
                .parcel(Leg.PICK_UP, W, "received")
                .parcel(Leg.RETURN, NEXT, "signed")
                .make();
        Problem open = assertThrows(Problem.class, () -> mode.check(c, Action.of("file", 1), AGENT));
        assertEquals(Problem.Kind.CONFLICT, open.kind());
        assertTrue(open.detail().zh().contains(NEXT) && !open.detail().zh().contains(W), open.getMessage());
        Case done = PostalCase.in("returning")
                .parcel(Leg.RETURN, W, "sent-again")
                .parcel(Leg.RETURN, NEXT, "received")
                .make();
        mode.check(done, Action.of("file", 1), AGENT);
        Case collecting = PostalCase.in("collecting").sent(Leg.PICK_UP, W).make();
        mode.check(collecting, Action.of("revoke", 1, Map.of("reason", "不办了")), AGENT);
        mode.check(collecting, Action.of("note", 1).noting("催件"), AGENT);
        assertKind(Problem.Kind.CONFLICT, collecting, Action.of("submit-materials", 1), AGENT);
    }

    /** Its stages lead back by themselves; its forms ask for no waybill. */
    @Test
    void aCaseOfVersionOneGoesOnAsItBegan() {
        Case c = PostalCase.in("fetching")
                .parcel(Leg.PICK_UP, NEXT, "refused")
                .sent(Leg.PICK_UP, W)
                .make();
        mode.check(c, news("turn-back", W, "refused"), POST);
        assertKind(Problem.Kind.CONFLICT, c, news("track", W, "refused"), POST);
        mode.check(c, Action.of("receive", 1), AGENT);
        assertEquals(
                List.of(NEXT + " pick-up refused " + AT + " -", W + " pick-up received " + AT + " -"),
                mode.facts(c, Action.of("receive", 1), AGENT, AT).get("parcels"));
    }

    @Test
    void whoReceivesSignsForEveryOriginal() {
        Case c = PostalCase.in("collecting")
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
        Case c = PostalCase.in("collecting")
                .original("户口簿", "post:" + W)
                .sent(Leg.DISPATCH, W)
                .make();
        refused("moved", c, Action.of("receive", 1).moving(new Moved(1, null)), AGENT);
        mode.check(c, Action.of("receive", 1).moving(new Moved(1, "县民政局")), AGENT);
    }

    @Test
    void theCitizenSignsForWhatComesBack() {
        Case c = PostalCase.in("returning")
                .original("户口簿", "post:" + W)
                .sent(Leg.DELIVER, W)
                .make();
        refused("returned", c, Action.of("receive", 1), AGENT);
        mode.check(c, Action.of("receive", 1).returning(new Returned(1, "张示例")), AGENT);
    }

    @Test
    void aRefusedParcelIsSentAgainUnderANewWaybillOrTakenBack() {
        Case c = PostalCase.in("returning")
                .original("户口簿", "post:" + W)
                .parcel(Leg.DELIVER, W, "refused")
                .make();
        refused("answers.waybill", c, sends("send-again", W).moving(new Moved(1, "post:" + W)), AGENT);
        refused("moved", c, sends("send-again", NEXT), AGENT);
        Action again = sends("send-again", NEXT).moving(new Moved(1, "post:" + NEXT));
        mode.check(c, again, AGENT);
        assertEquals(
                List.of(W + " deliver sent-again " + AT + " -", NEXT + " deliver sent " + AT + " -"),
                mode.facts(c, again, AGENT, AT).get("parcels"));
        mode.check(c, Action.of("take-back", 1).moving(new Moved(1, null)), AGENT);
        assertKind(Problem.Kind.FORBIDDEN, c, Action.of("take-back", 1).moving(new Moved(1, null)), OTHER);
    }

    @Test
    void aLostParcelIsFoundOrMadeGood() {
        Case c = PostalCase.in("collecting")
                .original("户口簿", "post:" + W)
                .parcel(Leg.DISPATCH, W, "lost")
                .make();
        assertEquals(
                "in-transit",
                Parcel.last(PostalCase.in("collecting")
                                .with(mode.facts(c, Action.of("found", 1), AGENT, AT))
                                .make())
                        .orElseThrow()
                        .state());
        refused("returned", c, Action.of("make-good", 1), AGENT);
        mode.check(c, Action.of("make-good", 1).returning(new Returned(1, "张示例")), AGENT);
        Case handedOn = PostalCase.in("collecting")
                .parcel(Leg.DISPATCH, W, "lost")
                .after("relay")
                .make();
        assertKind(Problem.Kind.CONFLICT, handedOn, Action.of("found", 1), AGENT);
    }

    @Test
    void theAgentsOwnRulesStillHold() {
        Case c = PostalCase.in("collecting").make();
        assertKind(Problem.Kind.INVALID, c, Action.of("collect", 1), AGENT);
        Case lost = PostalCase.in("returning").parcel(Leg.DELIVER, W, "lost").make();
        assertKind(Problem.Kind.INVALID, lost, Action.of("give-back", 1), AGENT);
    }

    @Test
    void aTownshipServesByPostWhatItHasPublishedAndFollowsTheCountyUntilThen() {
        FakeMatters matters = new FakeMatters(Samples.matter("m", 5), Samples.matter("n", 5));
        PostalMode postal = PostalCase.mode(matters);
        Matter m = matters.matter("m");
        postal.check(draft(), m, AGENT);
        matters.publish(scope(Samples.COUNTY, "n", "0915-0000000（示例）"), Samples.admin());
        Problem county = assertThrows(Problem.class, () -> postal.check(draft(), m, AGENT));
        assertEquals("matter", county.violations().get(0).field());
        assertTrue(
                county.detail().zh().contains("0915-0000000"), county.detail().zh());
        matters.publish(scope(Samples.TOWN, "m", null), Samples.admin());
        postal.check(draft(), m, AGENT);
        Problem more = assertThrows(Problem.class, () -> postal.check(draft("n"), m, AGENT));
        assertEquals("answers.matters", more.violations().get(0).field());
    }

    private static Draft draft(String... more) {
        Map<String, Object> answers = Map.of("services", List.of("act"), "course", "whole", "matters", List.of(more));
        return new Draft(
                PostalWorkflow.ID, "m", Samples.SITE.code(), Samples.person(), null, null, answers, null, null);
    }

    private static Scope scope(String division, String matter, String hotline) {
        return new Scope(PostalWorkflow.ID, division, 1, null, "示例文件", Set.of(matter), null, hotline, true);
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
        return () -> new Workflow(
                "proxy",
                version,
                PROXY.name(),
                PROXY.initial(),
                PROXY.submitters(),
                List.of(),
                PROXY.stages(),
                List.of());
    }
}
