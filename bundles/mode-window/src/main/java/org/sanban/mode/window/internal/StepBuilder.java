// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.window.internal;

import java.util.List;
import java.util.Set;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Text;

/** Lets a step be read as a sentence; what is not said is empty. */
final class StepBuilder {
    private final String action;
    private final Text name;
    private final Kind kind;
    private Set<String> from = Set.of();
    private String to;
    private Set<String> roles = Set.of();
    private List<Field> form = List.of();
    private Set<Effect> effects = Set.of();

    StepBuilder(String action, Text name, Kind kind) {
        this.action = action;
        this.name = name;
        this.kind = kind;
    }

    StepBuilder from(String... stages) {
        return from(Set.of(stages));
    }

    StepBuilder from(Set<String> stages) {
        from = stages;
        return this;
    }

    StepBuilder to(String stage) {
        to = stage;
        return this;
    }

    StepBuilder by(String... anyOf) {
        roles = Set.of(anyOf);
        return this;
    }

    StepBuilder asks(Field... fields) {
        form = List.of(fields);
        return this;
    }

    StepBuilder effects(Effect... all) {
        effects = Set.of(all);
        return this;
    }

    /** A step that the applicant sees. */
    Step make() {
        return new Step(action, name, kind, from, to, roles, form, effects, true);
    }

    /** A step that only staff sees. */
    Step hidden() {
        return new Step(action, name, kind, from, to, roles, form, effects, false);
    }
}
