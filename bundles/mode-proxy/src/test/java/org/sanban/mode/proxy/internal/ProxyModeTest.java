// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.mode.proxy.internal.ProxyCase.acting;
import static org.sanban.mode.proxy.internal.ProxyCase.helping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Original;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Scope;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Kind;
import org.sanban.api.test.Samples;

class ProxyModeTest extends ProxyRules {
    @Test
    void anApplicationChoosesHelpOrActing() {
        submits(Map.of("services", List.of("consult", "act"), "course", "whole"));
        submits(Map.of("services", List.of("help", "visit"), "course", "stages", "stages", List.of("collecting")));
        assertEquals("answers.services", refusesDraft(Map.of("services", List.of("help", "act"), "course", "whole")));
        assertEquals("answers.stages", refusesDraft(Map.of("services", List.of("help"), "course", "stages")));
        assertEquals(
                "answers.stages",
                refusesDraft(Map.of("services", List.of("help"), "course", "whole", "stages", List.of("collecting"))));
    }

    @Test
    void onlyWhatTheDivisionPublishedIsServed() {
        Map<String, Object> answers = Map.of("services", List.of("act"), "course", "whole");
        Map<String, Object> two = new HashMap<>(answers);
        two.put("matters", List.of("n"));
        submits(two);
        matters.publish(
                new Scope(ProxyWorkflow.ID, Samples.COUNTY, 1, NOW, "示例", Set.of("m"), null, null, true),
                Samples.admin());
        submits(answers);
        assertEquals("answers.matters", refusesDraft(two));
        matters.publish(
                new Scope(ProxyWorkflow.ID, Samples.TOWN, 1, NOW, "示例", Set.of("n"), null, null, true),
                Samples.admin());
        assertEquals("matter", refusesDraft(answers));
    }

    @Test
    void theCasesOwnMatterIsNotNamedAgain() {
        assertEquals(
                "answers.matters",
                refusesDraft(Map.of("services", List.of("act"), "course", "whole", "matters", List.of("m"))));
    }

    @Test
    void nothingIsTakenBeforeTheEntrustment() {
        Draft draft = new Draft(
                ProxyWorkflow.ID,
                "m",
                Samples.SITE.code(),
                Samples.person(),
                null,
                List.of(Original.take("户口簿", null)),
                Map.of("services", List.of("act"), "course", "whole"),
                null,
                null);
        assertThrows(Problem.class, () -> mode.check(draft, matters.matter("m"), Samples.clerk()));
    }

    @Test
    void helpingAndActingBeginEachInItsOwnWay() {
        Map<String, Object> agreed = Map.of("scope", List.of("submit"), "validUntil", "2026-11-24");
        allowed(acting().in("entrusting"), "accept", agreed);
        refused(Kind.CONFLICT, acting().in("entrusting"), "accept-help", Map.of());
        allowed(helping().in("entrusting"), "accept-help", Map.of());
        refused(Kind.CONFLICT, helping().in("entrusting"), "accept", agreed);
    }

    @Test
    void anAgreementEndsTodayAtTheEarliestAndInChina() {
        ProxyCase open = acting().in("entrusting");
        refused(Kind.INVALID, open, "accept", Map.of("validUntil", "2026-11-23"));
        ProxyMode beforeMidnight = at(Instant.parse("2026-11-24T15:59:59Z"));
        ProxyMode afterMidnight = at(Instant.parse("2026-11-24T16:00:00Z"));
        Action action = Action.of("accept", 1, Map.of("validUntil", "2026-11-24"));
        assertDoesNotThrow(() -> beforeMidnight.check(open.make(), action, agent));
        assertThrows(Problem.class, () -> afterMidnight.check(open.make(), action, agent));
    }

    @Test
    void aDraftOfAnAgreementThatIsOverIsNotSigned() {
        allowed(acting().in("signing"), "sign", Map.of());
        refused(Kind.CONFLICT, acting().in("signing").with("validUntil", "2026-11-23"), "sign", Map.of());
    }

    @ParameterizedTest
    @CsvSource({"collect,collecting", "submit,collecting", "pay,collecting", "receive,feeding-back"})
    void anAgentDoesOnlyWhatWasEntrustedAndWhileItIsValid(String right, String stage) {
        ProxyCase now = acting().in(stage);
        Action action =
                switch (right) {
                    case "collect" -> Action.of("collect", 1).handing(new Handed("a", 1, 0, null));
                    case "submit" -> Action.of("submit-materials", 1);
                    case "pay" -> Action.of("pay", 1, Map.of("amount", 10));
                    default -> Action.of("feed-back", 1, Map.of("collectedBy", "agent"));
                };
        allowed(now, action, agent);
        String said = refused(Kind.CONFLICT, now.with("scope", List.of("relay")), action, agent);
        assertTrue(said.contains(ProxyWorkflow.WORDING.get("right." + right).zh()), said);
        refused(Kind.CONFLICT, now.with("validUntil", "2026-11-23"), action, agent);
        refused(Kind.CONFLICT, helping().in(stage), action, agent);
    }

    @Test
    void signingForTheApplicantIsEntrustedByItself() {
        ProxyCase now = acting().in("collecting").with("scope", List.of("submit"));
        allowed(now, "submit-materials", Map.of("signedFor", false));
        refused(Kind.CONFLICT, now, "submit-materials", Map.of("signedFor", true));
    }

    @Test
    void whoHelpsLeavesSubmittingToTheApplicant() {
        allowed(helping().in("collecting"), "help-submit", Map.of());
        refused(Kind.CONFLICT, acting().in("collecting"), "help-submit", Map.of());
        allowed(helping().in("feeding-back"), "feed-back", Map.of("collectedBy", "applicant"));
        allowed(helping().in("coordinating"), "open-parts", Map.of());
    }

    @ParameterizedTest
    @CsvSource({"advising,advise", "collecting,submit-materials", "coordinating,open-parts", "feeding-back,feed-back"})
    void aStageThatIsNotEntrustedIsNotedAndNeverActedIn(String stage, String action) {
        String other = stage.equals("advising") ? "collecting" : "advising";
        ProxyCase partly = acting().in(stage).only(other);
        refused(Kind.CONFLICT, partly, action, Map.of("collectedBy", "applicant"));
        allowed(partly, "self-done", Map.of());
        refused(Kind.CONFLICT, acting().in(stage), "self-done", Map.of());
        refused(Kind.CONFLICT, acting().in(stage).only(stage), "self-done", Map.of());
    }

    @Test
    void withoutTheRightToSubmitTheApplicantSubmitsWhatTheAgentCollected() {
        allowed(acting().in("collecting").with("scope", List.of("collect")), "self-done", Map.of());
    }

    @Test
    void adviceNamesEverythingThatIsMissingAndNothingGoesInIncomplete() {
        ProxyCase lacking = acting().in("advising").asks("a", false).asks("b", false);
        String said = refused(Kind.INVALID, lacking, "advise", Map.of("needed", List.of("a")));
        assertTrue(said.contains("材料b") && !said.contains("材料a"), said);
        allowed(lacking, "advise", Map.of("needed", List.of("b", "a")));
        refused(Kind.CONFLICT, lacking.in("collecting"), "submit-materials", Map.of());
    }

    @Test
    void originalsAreTakenWithCollectOnly() {
        Original card = Original.take("身份证", null);
        refused(
                Kind.INVALID,
                acting().in("collecting"),
                Action.of("give-back", 1).taking(card),
                agent);
        refused(Kind.INVALID, acting().in("collecting"), "collect", Map.of());
        refused(Kind.INVALID, acting().in("collecting"), "give-back", Map.of());
        allowed(acting().in("collecting"), Action.of("collect", 1).taking(card), agent);
        refused(Kind.INVALID, acting().in("revoked"), Action.of("give-back", 1).taking(card), Samples.clerk());
    }

    @Test
    void resultsAreJoinedWhenEveryMatterHadItsPart() {
        ProxyCase one = acting().in("coordinating");
        refused(Kind.CONFLICT, one, "conclude", Map.of());
        allowed(one.part(null), "conclude", Map.of());
        ProxyCase thing = one.with("matters", List.of("n", "o")).part("m").part("n");
        String said = refused(Kind.CONFLICT, thing, "conclude", Map.of());
        assertTrue(said.contains("o") && !said.contains("n、"), said);
        allowed(thing.part("o"), "conclude", Map.of());
    }

    @Test
    void aDepartmentDeniesForAReasonFromTheList() {
        ProxyCase now = acting().in("coordinating");
        Actor officer = Samples.officer();
        Action plain = Action.of("end-part", 1, Map.of("outcome", "denied"));
        refused(Kind.INVALID, now, plain, officer);
        refused(Kind.INVALID, now, Action.of("end-part", 1, Map.of("outcome", "stopped", "reason", "quota")), officer);
        allowed(now, Action.of("end-part", 1, Map.of("outcome", "denied", "reason", "quota")), officer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.001", "12.345", "1000000.01", "1e400"})
    void noSuchAmountIsPaid(String amount) {
        refused(Kind.INVALID, acting().in("collecting"), "pay", Map.of("amount", new BigDecimal(amount)));
    }

    @Test
    void statutoryFeesAddUpExactly() {
        ProxyCase before = acting().in("collecting").with("paidTotal", 0.1);
        Action action = Action.of("pay", 1, Map.of("amount", 0.2));
        assertEquals(Map.of("paidTotal", new BigDecimal("0.3")), mode.facts(before.make(), action, agent, NOW));
    }

    @Test
    void whatWasSuspendedGoesOnWhereItWasAndUnderANewAgreement() {
        Action suspend = Action.of("suspend", 1, Map.of("reason", "materials"));
        assertEquals(
                Map.of("suspendedIn", "collecting", "suspendedFor", "materials"),
                mode.facts(acting().in("collecting").make(), suspend, agent, NOW));
        ProxyCase resting = acting().in("suspended").with("suspendedIn", "collecting");
        Map<String, Object> renewed = Map.of("renewal", "file", "validUntil", "2027-03-31", "scope", List.of("submit"));
        allowed(resting, "continue-collecting", renewed);
        refused(Kind.INVALID, resting, "continue-collecting", Map.of());
        refused(Kind.CONFLICT, resting, "continue-coordinating", renewed);
        for (String field : renewed.keySet()) {
            Map<String, Object> lacking = new HashMap<>(renewed);
            lacking.put(field, "");
            assertEquals("answers." + field, field(resting, Action.of("continue-collecting", 1, lacking), agent));
        }
        allowed(helping().in("suspended").with("suspendedIn", "advising"), "continue-advising", Map.of());
    }

    @Test
    void anAgreementIsRenewedForwardOnlyAndForActingOnly() {
        allowed(
                acting().in("collecting").with("validUntil", "2026-11-01"),
                "renew",
                Map.of("validUntil", "2026-12-01"));
        refused(Kind.INVALID, acting().in("collecting"), "renew", Map.of("validUntil", "2026-11-01"));
        refused(Kind.CONFLICT, helping().in("collecting"), "renew", Map.of("validUntil", "2026-12-01"));
    }

    @Test
    void theApplicantRevokesWhileItIsOnItsWayToo() {
        Actor applicant = new Actor("hotline", "热线（示例）", Set.of(Role.SYSTEM), Samples.TOWN, Channel.REST);
        allowed(acting().in("collecting"), Action.of("revoke", 1), applicant);
        ProxyCase pending = acting().in("collecting").after("relay").heldBy("agent2");
        allowed(pending, Action.of("revoke", 1), applicant);
        allowed(pending.in("revoked").after("revoke"), Action.of("close", 1), agent("agent2"));
    }

    private void submits(Map<String, Object> answers) {
        assertDoesNotThrow(() -> mode.check(draft(answers), matters.matter("m"), Samples.clerk()));
    }

    private String refusesDraft(Map<String, Object> answers) {
        Problem problem =
                assertThrows(Problem.class, () -> mode.check(draft(answers), matters.matter("m"), Samples.clerk()));
        assertEquals(Kind.INVALID, problem.kind());
        return problem.violations().get(0).field();
    }

    private static Draft draft(Map<String, Object> answers) {
        return new Draft(ProxyWorkflow.ID, "m", Samples.SITE.code(), Samples.person(), null, null, answers, null, null);
    }
}
