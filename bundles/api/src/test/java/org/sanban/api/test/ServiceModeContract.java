// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Text;

/**
 * What every service mode keeps. A plugin's test extends it in five lines:
 *
 * <pre>{@code
 * class WindowModeContractTest extends ServiceModeContract {
 *     @Override
 *     protected ServiceMode mode() {
 *         return new WindowMode();
 *     }
 * }
 * }</pre>
 */
public abstract class ServiceModeContract {
    private static final Pattern PAY_FOR_SERVING =
            Pattern.compile("fee|tip|tips|commission|reward|remuneration|surcharge|gratuity|price");
    private static final Pattern MONEY = Pattern.compile("费|款|金额|报酬|佣金|元）");

    /** A new mode, as it is when it is registered. */
    protected abstract ServiceMode mode();

    @Test
    void theWorkflowHasNoFaults() {
        assertEquals(List.of(), mode().workflow().faults());
    }

    @Test
    void finalStagesAreFinal() {
        Workflow workflow = mode().workflow();
        for (Stage stage : workflow.stages()) {
            if (stage.status().ended()) {
                assertNull(stage.holder(), stage.id() + " has a holder");
                assertEquals(List.of(), workflow.stepsFrom(stage.id()), stage.id());
                assertEquals(Clock.ENDED, stage.clock(), stage.id());
            }
        }
    }

    @Test
    void aCaseCanBeDone() {
        Workflow workflow = mode().workflow();
        assertTrue(workflow.stages().stream().anyMatch(stage -> stage.status() == Status.DONE));
    }

    @Test
    void namesAreInBothLanguages() {
        Workflow workflow = mode().workflow();
        Stream.of(
                        Stream.of(workflow.name()),
                        workflow.stages().stream().map(Stage::name),
                        workflow.steps().stream().map(Step::name),
                        forms(workflow).flatMap(List::stream).map(Field::label),
                        forms(workflow)
                                .flatMap(List::stream)
                                .flatMap(field -> field.choices().stream())
                                .map(Field.Choice::label))
                .flatMap(names -> names)
                .forEach(ServiceModeContract::bothLanguages);
    }

    @Test
    void whoRefusesSaysWhy() {
        Workflow workflow = mode().workflow();
        for (Step step : workflow.steps()) {
            boolean refuses =
                    step.to() != null && workflow.stage(step.to()).orElseThrow().status() == Status.REFUSED;
            boolean asked = step.form().stream()
                    .anyMatch(field -> field.required() && field.name().equals("reason"));
            assertTrue(!refuses || asked, step.action() + " refuses without asking for a reason");
            assertTrue(!refuses || step.shown(), step.action() + " refuses without telling the applicant");
        }
    }

    @Test
    void originalsAreBackBeforeACaseEnds() {
        Workflow workflow = mode().workflow();
        for (Step step : workflow.steps()) {
            boolean ends = step.to() != null
                    && workflow.stage(step.to()).orElseThrow().status().ended();
            assertTrue(
                    !ends || step.effects().contains(Step.Effect.FILES),
                    step.action() + " ends the case and must not leave an original out: give it the effect FILES");
        }
    }

    /** Serving is free of charge (R100): a form may note a statutory fee that was passed on, and says so; nothing else. */
    @Test
    void noFieldCanCarryAFeeForServing() {
        forms(mode().workflow()).flatMap(List::stream).forEach(field -> {
            Stream.of(field.name().split("(?=[A-Z])"))
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .forEach(word ->
                            assertFalse(PAY_FOR_SERVING.matcher(word).matches(), field.name() + " names a fee"));
            boolean passedOn =
                    field.label().zh().contains("代缴") || field.label().zh().contains("法定费用");
            assertTrue(
                    passedOn || !MONEY.matcher(field.label().zh()).find(),
                    field.name() + " asks for money that is no statutory fee: " + field.label());
        });
    }

    @Test
    void theWorkflowIsTheSameAtEveryCall() {
        ServiceMode mode = mode();
        assertEquals(mode.workflow(), mode.workflow());
        assertEquals(mode.workflow(), mode().workflow());
    }

    private static Stream<List<Field>> forms(Workflow workflow) {
        return Stream.concat(
                Stream.of(workflow.application()), workflow.steps().stream().map(Step::form));
    }

    private static void bothLanguages(Text text) {
        assertFalse(text.zh().isBlank() || text.en().isBlank(), text + " is blank");
        boolean chinese =
                text.zh().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        assertTrue(!chinese || !text.zh().equals(text.en()), text + " has no English twin");
    }
}
