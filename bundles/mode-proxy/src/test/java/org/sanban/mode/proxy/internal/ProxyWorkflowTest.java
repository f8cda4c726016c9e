// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;

class ProxyWorkflowTest {
    private final Workflow workflow = ProxyWorkflow.WORKFLOW;

    @Test
    void theNineStagesOfTheNoticeComeInTheirOrder() {
        assertEquals(
                List.of("提前介入", "接受委托", "签订协议", "咨询指导", "收集报送", "协调办理", "反馈结果", "归档返还", "回访评价"),
                workflow.stages().stream()
                        .limit(9)
                        .map(stage -> stage.name().zh())
                        .toList());
        List<String> path = List.of(
                "step-in", "accept", "sign", "advise", "submit-materials", "conclude", "feed-back", "file", "revisit");
        String stage = workflow.initial();
        for (int i = 0; i < path.size(); i++) {
            assertEquals(workflow.stages().get(i).id(), stage);
            stage = step(stage, path.get(i)).to();
        }
        assertEquals("closed", stage);
    }

    @Test
    void theLimitRunsFromHandingInToTheJoinedResults() {
        Set<String> running = workflow.stages().stream()
                .filter(stage -> stage.clock() == Clock.RUNNING)
                .map(Stage::id)
                .collect(Collectors.toSet());
        assertEquals(Set.of("coordinating"), running);
        assertTrue(step("coordinating", "conclude").effects().contains(Effect.JOINS));
    }

    @Test
    void afterARevocationNothingIsLeftButGivingBackAndEnding() {
        assertEquals(
                Set.of("give-back", "close", "end-part", "note"),
                workflow.stepsFrom("revoked").stream().map(Step::action).collect(Collectors.toSet()));
        Step close = step("revoked", "close");
        assertTrue(close.effects().containsAll(Set.of(Effect.FILES, Effect.CUSTODY, Effect.JOINS)));
    }

    @Test
    void theApplicantMayRevokeInEveryStageBeforeTheMaterialsGoBack() {
        workflow.stages().stream()
                .filter(stage -> !stage.status().ended())
                .filter(stage -> !Set.of("returning", "revisiting", "revoked").contains(stage.id()))
                .forEach(stage -> assertTrue(step(stage.id(), "revoke").roles().contains("applicant"), stage.id()));
    }

    @Test
    void whoActsShowsTheSignedAgreementAndTheReceipt() {
        assertEquals(
                Field.Type.FILE, required(step("signing", "sign"), "agreement").type());
        assertEquals(
                Field.Type.FILE, required(step("collecting", "pay"), "receipt").type());
        assertEquals(
                Field.Type.DATE,
                required(step("entrusting", "accept"), "validUntil").type());
    }

    @Test
    void moneyIsNamedInOneStepAndSaysThatItIsStatutory() {
        workflow.steps().stream()
                .filter(step -> !step.action().equals("pay"))
                .flatMap(step -> step.form().stream())
                .forEach(field -> assertFalse(field.type() == Field.Type.NUMBER, field.name()));
        assertTrue(workflow.application().stream().noneMatch(field -> field.type() == Field.Type.NUMBER));
        assertTrue(required(step("collecting", "pay"), "amount").label().zh().contains("法定费用"));
    }

    @Test
    void noStageIsStuckWithAnAgentWhoIsGone() {
        workflow.stages().stream().filter(stage -> !stage.status().ended()).forEach(stage -> {
            boolean clerk = workflow.stepsFrom(stage.id()).stream()
                    .filter(step -> step.effects().contains(Effect.ASSIGN) || step.to() != null)
                    .anyMatch(step -> step.roles().contains("clerk"));
            assertTrue(clerk, stage.id());
        });
        assertTrue(step("suspended", "relay").roles().contains("clerk"));
    }

    @Test
    void theSixServicesAreOffered() {
        Field services = workflow.application().get(0);
        assertEquals(
                List.of("咨询", "指导", "协调", "帮办", "代办", "上门办"),
                services.choices().stream().map(choice -> choice.label().zh()).toList());
    }

    @Test
    void theCaseIsFiledOnlyWithEveryOriginalBack() {
        assertTrue(step("returning", "file").effects().containsAll(Set.of(Effect.CUSTODY, Effect.FILES)));
    }

    private static Field required(Step step, String name) {
        return step.form().stream()
                .filter(field -> field.required() && field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Step step(String stage, String action) {
        return workflow.step(stage, action).orElseThrow();
    }
}
