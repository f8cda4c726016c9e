// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.problem.Text;

/** What every service mode keeps to. A plugin extends it in five lines. */
public abstract class ServiceModeContract {
    private static final String ID = "[a-z][a-z0-9-]{0,39}";

    /** The mode, as its bundle makes it. */
    protected abstract ServiceMode mode();

    @Test
    void theWorkflowIsDataAndDoesNotChange() {
        assertEquals(mode().workflow(), mode().workflow());
        assertEquals(mode().workflow(), mode().workflow());
        assertTrue(mode().workflow().version() >= 1);
        assertFalse(mode().workflow().submitters().isEmpty(), "nobody may submit");
    }

    @Test
    void everyIdIsWellFormedAndUnique() {
        Workflow workflow = mode().workflow();
        assertTrue(workflow.mode().matches(ID), workflow.mode());
        Set<String> stages = new HashSet<>();
        for (Stage stage : workflow.stages()) {
            assertTrue(stage.id().matches(ID), stage.id());
            assertTrue(stages.add(stage.id()), "stage twice: " + stage.id());
        }
        for (Stage stage : workflow.stages()) {
            Set<String> actions = new HashSet<>();
            for (Step step : workflow.stepsFrom(stage.id())) {
                assertTrue(step.action().matches(ID), step.action());
                assertTrue(actions.add(step.action()), stage.id() + " has two steps " + step.action());
            }
        }
    }

    @Test
    void everyStageIsReachedAndEveryOpenOneLeadsToAnEnd() {
        Workflow workflow = mode().workflow();
        assertEquals(ids(workflow), reached(workflow, workflow.initial()));
        for (Stage stage : workflow.stages()) {
            boolean ends = reached(workflow, stage.id()).stream()
                    .anyMatch(id -> workflow.stage(id).orElseThrow().status().ended());
            assertTrue(ends, "no way out of " + stage.id());
        }
        assertTrue(
                reached(workflow, workflow.initial()).stream()
                        .anyMatch(id -> workflow.stage(id).orElseThrow().status() == Status.DONE),
                "no case is ever done");
    }

    @Test
    void someoneHasEveryOpenCaseAndNobodyAnEndedOne() {
        for (Stage stage : mode().workflow().stages()) {
            if (stage.status().ended()) {
                assertNull(stage.holder(), stage.id());
                assertEquals(List.of(), mode().workflow().stepsFrom(stage.id()), stage.id());
            } else {
                assertNotNull(stage.holder(), stage.id());
            }
            if (stage.limit() != null) {
                assertTrue(stage.limit().amount() >= 1, stage.id());
                assertNotNull(stage.limit().unit(), stage.id());
                assertNotNull(stage.limit().source(), stage.id() + " has a limit of unknown source");
            }
        }
    }

    @Test
    void everyStepSaysWhoFromWhereAndWhereTo() {
        Workflow workflow = mode().workflow();
        for (Step step : workflow.steps()) {
            assertFalse(step.roles().isEmpty(), step.action());
            assertFalse(step.from().isEmpty(), step.action());
            assertTrue(ids(workflow).containsAll(step.from()), step.action());
            assertTrue(step.to() == null || ids(workflow).contains(step.to()), step.action());
            assertNotNull(step.kind(), step.action());
        }
    }

    @Test
    void refusingNeedsAReason() {
        for (Step step : mode().workflow().steps()) {
            if (step.kind() == JournalEntry.Kind.REFUSED) {
                assertTrue(
                        step.form().stream()
                                .anyMatch(field ->
                                        field.required() && field.name().equals("reason")),
                        step.action() + " has no required field reason (R52, R90)");
            }
        }
    }

    @Test
    void everyNameIsThereInBothLanguages() {
        Workflow workflow = mode().workflow();
        names(workflow.name());
        workflow.stages().forEach(stage -> names(stage.name()));
        workflow.steps().forEach(step -> names(step.name()));
        workflow.steps().forEach(step -> form(step.form()));
        form(workflow.application());
    }

    private static void form(List<Field> form) {
        Set<String> fields = new HashSet<>();
        for (Field field : form) {
            assertTrue(field.name().matches("[a-z][A-Za-z0-9]{0,39}"), field.name());
            assertTrue(fields.add(field.name()), "field twice: " + field.name());
            names(field.label());
            assertEquals(field.type() == Field.Type.CHOICE, !field.choices().isEmpty(), field.name());
            field.choices().forEach(choice -> names(choice.label()));
        }
    }

    private static void names(Text text) {
        assertTrue(
                text.zh().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN),
                text.zh());
        assertFalse(text.en().isBlank());
        assertNotEquals(text.zh(), text.en());
    }

    private static Set<String> ids(Workflow workflow) {
        return workflow.stages().stream().map(Stage::id).collect(Collectors.toSet());
    }

    private static Set<String> reached(Workflow workflow, String from) {
        Set<String> reached = new HashSet<>(Set.of(from));
        boolean more = true;
        while (more) {
            Set<String> next = workflow.steps().stream()
                    .filter(step -> step.to() != null && step.from().stream().anyMatch(reached::contains))
                    .map(Step::to)
                    .collect(Collectors.toSet());
            more = reached.addAll(next);
        }
        return reached;
    }
}
