// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sanban.api.identity.Role;

/** Looks for what keeps a workflow from working. */
final class WorkflowFaults {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final int LONGEST = 40;

    private final Workflow workflow;
    private final List<String> faults = new ArrayList<>();

    WorkflowFaults(Workflow workflow) {
        this.workflow = workflow;
    }

    List<String> all() {
        id("mode", workflow.mode());
        say(workflow.version() < 1, "version %s must be 1 or more", workflow.version());
        say(workflow.submitters().isEmpty(), "no role may submit");
        form("the application", workflow.application());
        unique("stage", workflow.stages(), Stage::id);
        workflow.stages().forEach(this::stage);
        workflow.steps().forEach(this::step);
        Stage initial = workflow.stage(workflow.initial()).orElse(null);
        say(initial == null, "the initial stage %s does not exist", workflow.initial());
        say(initial != null && initial.status() != Status.OPEN, "the initial stage %s is not open", workflow.initial());
        if (initial != null) {
            reached();
        }
        return List.copyOf(faults);
    }

    private void stage(Stage stage) {
        String name = "stage " + stage.id();
        id("stage", stage.id());
        if (stage.status() == null || stage.clock() == null) {
            faults.add(name + " has no status or no clock");
            return;
        }
        List<Step> steps = workflow.stepsFrom(stage.id());
        if (stage.status() == Status.OPEN) {
            say(stage.holder() == null, "%s is open and has no holder", name);
            say(
                    steps.stream()
                            .allMatch(step -> step.to() == null || step.to().equals(stage.id())),
                    "%s is open and has no way out",
                    name);
        }
        unique("action from " + name, steps, Step::action);
        say(
                steps.stream()
                                .filter(step -> step.effects().contains(Step.Effect.OVERDUE))
                                .count()
                        > 1,
                "%s has more than one step with effect OVERDUE",
                name);
        if (stage.limit() != null) {
            limit(name, stage.limit());
        }
    }

    private void limit(String name, Limit limit) {
        say(limit.unit() == null, "the limit of %s has no unit", name);
        say(limit.source() == null || limit.source().isBlank(), "the limit of %s has no source", name);
        int least = limit.unit() == Limit.Unit.HOURS ? 1 : 0;
        say(limit.amount() < least, "the limit of %s is %s, less than %s", name, limit.amount(), least);
    }

    private void step(Step step) {
        String name = "step " + step.action();
        id("step", step.action());
        say("submit".equals(step.action()), "%s: submit is what every case begins with", name);
        say(step.kind() == null, "%s has no kind", name);
        say(step.roles().isEmpty(), "%s names no role, so nobody may do it", name);
        say(step.from().isEmpty(), "%s comes from no stage", name);
        step.from().stream()
                .sorted()
                .forEach(from -> say(
                        workflow.stage(from).isEmpty(), "%s comes from stage %s, which does not exist", name, from));
        say(
                step.to() != null && workflow.stage(step.to()).isEmpty(),
                "%s leads to stage %s, which does not exist",
                name,
                step.to());
        form(name, step.form());
        if (step.effects().contains(Step.Effect.OVERDUE)) {
            overdue(name, step);
        }
    }

    private void overdue(String name, Step step) {
        say(!step.roles().contains(Role.SYSTEM), "%s has effect OVERDUE and not the role system", name);
        step.form().stream()
                .filter(Field::required)
                .forEach(field -> say(true, "%s has effect OVERDUE and asks for %s", name, field.name()));
        say(step.effects().contains(Step.Effect.ASSIGN), "%s has effect OVERDUE and asks for a colleague", name);
        step.from().stream()
                .sorted()
                .flatMap(from -> workflow.stage(from).stream())
                .forEach(stage -> say(
                        stage.limit() == null, "%s has effect OVERDUE and stage %s has no limit", name, stage.id()));
    }

    private void form(String where, List<Field> form) {
        unique("field of " + where, form, Field::name);
        for (Field field : form) {
            String name = "field " + field.name() + " of " + where;
            if (field.type() == null) {
                faults.add(name + " has no type");
                continue;
            }
            say(field.name() == null || !NAME.matcher(field.name()).matches(), "%s: its name is not well-formed", name);
            boolean chooses = field.type() == Field.Type.CHOICE || field.type() == Field.Type.CHOICES;
            say(chooses && field.choices().isEmpty(), "%s has no choices", name);
            say(!chooses && !field.choices().isEmpty(), "%s has choices, but its type takes none", name);
            say(field.type() == Field.Type.TEXT && field.longest() < 1, "%s takes no text", name);
            unique("choice of " + name, field.choices(), Field.Choice::id);
            field.choices().forEach(choice -> id("choice of " + name, choice.id()));
        }
    }

    private void reached() {
        Set<String> reached = new HashSet<>(Set.of(workflow.initial()));
        boolean more = true;
        while (more) {
            more = reached.addAll(workflow.steps().stream()
                    .filter(step -> step.to() != null && step.from().stream().anyMatch(reached::contains))
                    .map(Step::to)
                    .toList());
        }
        workflow.stages().stream()
                .map(Stage::id)
                .filter(id -> !reached.contains(id))
                .forEach(id -> faults.add("no step leads to stage " + id));
    }

    private void id(String what, String id) {
        say(
                id == null || id.length() > LONGEST || !ID.matcher(id).matches(),
                "%s %s: its id must be small letters, digits and -, at most %s",
                what,
                id,
                LONGEST);
    }

    private <T> void unique(String what, List<T> items, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        items.stream().map(key).map(String::valueOf).filter(k -> !seen.add(k)).forEach(twice::add);
        twice.forEach(k -> faults.add("twice the same " + what + ": " + k));
    }

    private void say(boolean wrong, String fault, Object... names) {
        if (wrong) {
            faults.add(String.format(fault, names));
        }
    }
}
