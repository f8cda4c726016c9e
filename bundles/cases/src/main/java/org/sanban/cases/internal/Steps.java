// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** The steps of a case as it is: which one an action means, and whose it is to do. */
final class Steps {
    private static final Texts TEXTS = Texts.of(Steps.class);

    private Steps() {}

    /** The step an action means in the case's stage. */
    static Step step(CaseFile file, Action action) {
        return file.workflow()
                .step(file.row().stage, action.name())
                .orElseThrow(() -> Problem.conflict(TEXTS.get(
                        "action.stage",
                        String.valueOf(action.name()),
                        file.stage().name(),
                        list(file.workflow().stepsFrom(file.row().stage)))));
    }

    private static Text list(List<Step> steps) {
        return new Text(
                steps.stream().map(s -> s.name().zh() + " " + s.action()).collect(Collectors.joining("、", "", "")),
                steps.stream().map(Step::action).collect(Collectors.joining(", ")));
    }

    /** Whether an actor may do a step with the case as it is. */
    static boolean open(CaseFile file, Step step, Actor actor) {
        Set<Effect> effects = step.effects();
        boolean waits = effects.contains(Effect.JOINS)
                && !effects.contains(Effect.ENDS_PART)
                && file.data().parts().stream().anyMatch(part -> part.open());
        return actor.is(step.roles().toArray(String[]::new))
                && refusal(file, step, actor).isEmpty()
                && !(effects.contains(Effect.ONCE) && file.data().done().contains(step.action()))
                && !(effects.contains(Effect.ENDS_PART)
                        && !Parts.has(file.data().parts(), actor))
                && !waits;
    }

    /** Why the step is another's to do, though the role would allow it. */
    static Optional<Text> refusal(CaseFile file, Step step, Actor actor) {
        CaseEntity row = file.row();
        boolean holds = actor.account().equals(row.holder);
        boolean ends = step.effects().contains(Effect.ENDS_PART);
        // The platform itself steps in where a stage is overdue, whoever holds the case; no login can look like it.
        boolean alarm = step.effects().contains(Effect.OVERDUE);
        if (alarm && !actor.account().startsWith("sanban:")) {
            return Optional.of(TEXTS.get("overdue.clock", step.name()));
        }
        if (step.effects().contains(Effect.HOLDER) && row.holder != null && !holds && !alarm) {
            return Optional.of(
                    TEXTS.get("holder.other", step.name(), file.data().holderName() + " " + row.holder));
        }
        return holds || ends || actor.sees(row.division)
                ? Optional.empty()
                : Optional.of(TEXTS.get("holder.part", step.name()));
    }
}
