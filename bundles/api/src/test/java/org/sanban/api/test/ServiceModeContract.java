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
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final Pattern PAY_FOR_SERVING =
            Pattern.compile("fee|tip|tips|commission|reward|remuneration|surcharge|gratuity|price");
    private static final Pattern MONEY = Pattern.compile("费|款|金额|报酬|佣金|元）");

    /** A new mode, as it is when it is registered. */
    protected abstract ServiceMode mode();

    @Test
    void idsAreWellFormedAndUnique() {
        Workflow workflow = mode().workflow();
        assertTrue(workflow.mode().matches(ID), workflow.mode());
        assertTrue(workflow.version() >= 1, "version " + workflow.version());
        unique(workflow.stages(), Stage::id);
        workflow.stages().forEach(stage -> assertTrue(stage.id().matches(ID), stage.id()));
        for (Step step : workflow.steps()) {
            assertTrue(step.action().matches(ID), step.action());
            assertNotEquals("submit", step.action(), "submit is what every case begins with");
        }
        workflow.stages().forEach(stage -> unique(workflow.stepsFrom(stage.id()), Step::action));
    }

    @Test
    void theInitialStageExistsAndIsOpen() {
        Workflow workflow = mode().workflow();
        Stage initial = workflow.stage(workflow.initial()).orElseThrow();
        assertEquals(Status.OPEN, initial.status());
        assertFalse(workflow.submitters().isEmpty(), "nobody may submit");
    }

    @Test
    void stepsLeadFromStagesToStagesThatExist() {
        Workflow workflow = mode().workflow();
        for (Step step : workflow.steps()) {
            assertFalse(step.from().isEmpty(), step.action());
            step.from().forEach(from -> assertTrue(workflow.stage(from).isPresent(), step.action() + " from " + from));
            assertTrue(step.to() == null || workflow.stage(step.to()).isPresent(), step.action() + " to " + step.to());
            assertFalse(step.roles().isEmpty(), "nobody may " + step.action());
            assertNotNull(step.kind(), step.action());
        }
    }

    @Test
    void everyStageIsReached() {
        Workflow workflow = mode().workflow();
        Set<String> all = workflow.stages().stream().map(Stage::id).collect(Collectors.toSet());
        assertEquals(all, reached(workflow));
    }

    @Test
    void openStagesHaveAHolderAndAWayOut() {
        Workflow workflow = mode().workflow();
        for (Stage stage : open(workflow)) {
            assertNotNull(stage.holder(), stage.id() + " has no holder");
            assertTrue(
                    workflow.stepsFrom(stage.id()).stream()
                            .anyMatch(step -> step.to() != null && !step.to().equals(stage.id())),
                    "nothing leads out of " + stage.id());
        }
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
        Set<String> reached = reached(workflow);
        assertTrue(workflow.stages().stream()
                .anyMatch(stage -> stage.status() == Status.DONE && reached.contains(stage.id())));
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
    void formsAreSound() {
        Workflow workflow = mode().workflow();
        forms(workflow).forEach(form -> {
            unique(form, Field::name);
            form.forEach(ServiceModeContract::sound);
        });
    }

    @Test
    void limitsSayTheirUnitAndSource() {
        mode().workflow().stages().stream()
                .map(Stage::limit)
                .filter(Objects::nonNull)
                .forEach(limit -> {
                    assertTrue(limit.amount() >= 1, limit.toString());
                    assertNotNull(limit.unit(), limit.toString());
                    assertFalse(limit.source() == null || limit.source().isBlank(), limit.toString());
                });
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

    private static Set<String> reached(Workflow workflow) {
        Set<String> reached = new HashSet<>(Set.of(workflow.initial()));
        boolean more = true;
        while (more) {
            more = reached.addAll(workflow.steps().stream()
                    .filter(step -> step.to() != null && step.from().stream().anyMatch(reached::contains))
                    .map(Step::to)
                    .toList());
        }
        return reached;
    }

    private static List<Stage> open(Workflow workflow) {
        return workflow.stages().stream()
                .filter(stage -> !stage.status().ended())
                .toList();
    }

    private static Stream<List<Field>> forms(Workflow workflow) {
        return Stream.concat(
                Stream.of(workflow.application()), workflow.steps().stream().map(Step::form));
    }

    private static void sound(Field field) {
        assertTrue(field.name().matches("[a-z][A-Za-z0-9]*"), field.name());
        boolean chosen = field.type() == Field.Type.CHOICE || field.type() == Field.Type.CHOICES;
        assertEquals(chosen, !field.choices().isEmpty(), field.name());
        assertTrue(field.type() != Field.Type.TEXT || field.longest() >= 1, field.name() + " takes no text");
        unique(field.choices(), Field.Choice::id);
        field.choices().forEach(choice -> assertTrue(choice.id().matches(ID), choice.id()));
    }

    private static void bothLanguages(Text text) {
        assertFalse(text.zh().isBlank() || text.en().isBlank(), text + " is blank");
        boolean chinese =
                text.zh().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        assertTrue(!chinese || !text.zh().equals(text.en()), text + " has no English twin");
    }

    private static <T> void unique(List<T> items, Function<T, String> key) {
        List<String> keys = items.stream().map(key).toList();
        assertEquals(keys.size(), new HashSet<>(keys).size(), "twice the same in " + keys);
    }
}
