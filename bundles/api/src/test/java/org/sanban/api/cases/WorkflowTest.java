// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Text;

class WorkflowTest {
    private static final Text NAME = new Text("名", "name");
    private static final Limit DAY = new Limit(0, Limit.Unit.WORKING_DAYS, "示例规定");

    private final List<Stage> stages = new ArrayList<>(List.of(open("start", DAY), ended("done")));
    private final List<Step> steps = new ArrayList<>(List.of(step("finish", "start", "done")));
    private String mode = "sample";
    private String initial = "start";
    private Set<String> submitters = Set.of(Role.CLERK);
    private List<Field> application = List.of();

    @Test
    void aSoundWorkflowHasNone() {
        steps.add(overdue("urge", "start", Set.of(Role.SYSTEM)));
        assertEquals(List.of(), faults());
    }

    @Test
    void theInitialStageMustBeThere() {
        initial = "nowhere";
        assertFault("initial stage nowhere");
    }

    @Test
    void theInitialStageMustBeOpen() {
        initial = "done";
        assertFault("initial stage done is not open");
    }

    @Test
    void everyStageMustBeReachedFromTheInitialOne() {
        stages.add(open("island", null));
        stages.add(open("isle", null));
        steps.add(step("swim", "island", "isle"));
        steps.add(step("back", "isle", "island"));
        assertFault("no step leads to stage island");
        assertFault("no step leads to stage isle");
    }

    @Test
    void aStageThatOnlyLeadsToItselfHasNoWayOut() {
        stages.add(open("trap", null));
        steps.add(step("fall", "start", "trap"));
        steps.add(step("turn", "trap", "trap"));
        steps.add(step("note", "trap", null));
        assertFault("stage trap is open and has no way out");
    }

    @Test
    void stepsMustNameStagesThatAreThere() {
        steps.add(step("jump", "start", "moon"));
        steps.add(step("come", "mars", "done"));
        assertFault("step jump leads to stage moon");
        assertFault("step come comes from stage mars");
    }

    @Test
    void aStepNeedsARoleAndAKind() {
        steps.add(new Step("look", NAME, null, Set.of("start"), null, Set.of(), List.of(), Set.of(), true));
        assertFault("step look has no kind");
        assertFault("step look names no role");
    }

    @Test
    void oneActionFromOneStageIsOneStep() {
        steps.add(step("finish", "start", null));
        assertFault("action from stage start: finish");
    }

    @Test
    void aLimitNeedsAUnitASourceAndAnAmount() {
        stages.set(0, open("start", new Limit(0, Limit.Unit.HOURS, " ")));
        assertFault("the limit of stage start has no source");
        assertFault("the limit of stage start is 0");
        stages.set(0, open("start", new Limit(1, null, "x")));
        assertFault("the limit of stage start has no unit");
    }

    @Test
    void whatThePlatformDoesByItselfMustBePossible() {
        stages.set(0, open("start", null));
        steps.add(overdue("urge", "start", Set.of(Role.CLERK)));
        assertFault("step urge has effect OVERDUE and stage start has no limit");
        assertFault("step urge has effect OVERDUE and not the role system");
        steps.set(
                1,
                new Step(
                        "urge",
                        NAME,
                        Kind.ESCALATED,
                        Set.of("start"),
                        null,
                        Set.of(Role.SYSTEM),
                        List.of(Field.text("why", NAME, true, 10)),
                        Set.of(Effect.OVERDUE),
                        true));
        assertFault("asks for why");
        steps.add(overdue("again", "start", Set.of(Role.SYSTEM)));
        assertFault("stage start has more than one step with effect OVERDUE");
    }

    @Test
    void fieldsMustBeSound() {
        application = List.of(
                Field.choice("pick", NAME, true, List.of()),
                new Field("several", NAME, Field.Type.CHOICES, true, 0, List.of()),
                Field.choice("ids", NAME, true, List.of(new Field.Choice("Not An Id", NAME))),
                Field.text("short", NAME, true, 0),
                Field.text("Big", NAME, true, 5),
                Field.text("short", NAME, true, 5));
        assertFault("field pick of the application has no choices");
        assertFault("field several of the application has no choices");
        assertFault("Not An Id");
        assertFault("field short of the application takes no text");
        assertFault("field Big of the application: its name");
        assertFault("twice the same field of the application: short");
    }

    @Test
    void idsMustBeWellFormed() {
        mode = "Sample Mode";
        submitters = Set.of();
        stages.add(open("a_b", null));
        steps.add(step("submit", "start", "a_b"));
        assertFault("mode Sample Mode");
        assertFault("no role may submit");
        assertFault("stage a_b");
        assertFault("submit is what every case begins with");
    }

    private void assertFault(String part) {
        assertTrue(faults().stream().anyMatch(fault -> fault.contains(part)), part + " in " + faults());
    }

    private List<String> faults() {
        return new Workflow(mode, 1, NAME, initial, submitters, application, stages, steps).faults();
    }

    private static Stage open(String id, Limit limit) {
        return new Stage(id, NAME, Status.OPEN, Clock.WAITING, Role.CLERK, limit);
    }

    private static Stage ended(String id) {
        return new Stage(id, NAME, Status.DONE, Clock.ENDED, null, null);
    }

    private static Step step(String action, String from, String to) {
        return new Step(action, NAME, Kind.ADVANCED, Set.of(from), to, Set.of(Role.CLERK), List.of(), Set.of(), true);
    }

    private static Step overdue(String action, String from, Set<String> roles) {
        return new Step(
                action, NAME, Kind.ESCALATED, Set.of(from), null, roles, List.of(), Set.of(Effect.OVERDUE), false);
    }
}
