// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Limit;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Texts;

/** What there is to say about stages and steps beyond what lines and boxes show, in Chinese. */
final class Notes {
    private static final Texts TEXTS = Texts.of(Notes.class);

    private Notes() {}

    static String say(String key, Object... arguments) {
        return TEXTS.get(key, arguments).zh();
    }

    /** What a workflow is called, with its version. */
    static String title(Workflow workflow) {
        return say("title", name(workflow), workflow.version());
    }

    static String name(Workflow workflow) {
        return workflow.name().zh();
    }

    static String status(Status status) {
        return say("status." + status.name().toLowerCase(Locale.ROOT));
    }

    /** A role as people know it; a plugin's own by its word. */
    static String role(String role) {
        if (role == null) {
            return say("role.nobody");
        }
        return TEXTS.has("role." + role) ? say("role." + role) : role;
    }

    /** Who submits, and what is asked. */
    static List<String> submitting(Workflow workflow) {
        List<String> notes = new ArrayList<>();
        notes.add(say("by", roles(workflow.submitters())));
        asked(workflow.application(), notes);
        return notes;
    }

    /** Who has the stage, its clock and limit, and what may be done without leaving it. */
    static List<String> stage(Stage stage, List<Step> staying) {
        List<String> notes = new ArrayList<>();
        if (stage.holder() != null) {
            notes.add(say("held", role(stage.holder())));
        }
        notes.add(say("clock." + stage.clock().name().toLowerCase(Locale.ROOT)));
        if (stage.limit() != null) {
            notes.add(limit(stage.limit()));
        }
        if (!staying.isEmpty()) {
            notes.add(say("staying", names(staying)));
            staying.stream().filter(Notes::isSpecial).forEach(step -> notes.add(step(step)));
        }
        return notes;
    }

    /** Who does a step, what it asks for and what else it does. */
    static String step(Step step) {
        List<String> notes = new ArrayList<>();
        if (!step.effects().contains(Effect.OVERDUE)) {
            notes.add(say("by", roles(step.roles())));
        }
        asked(step.form(), notes);
        for (Effect effect : Effect.values()) {
            if (step.effects().contains(effect)) {
                notes.add(say("effect." + effect.name().toLowerCase(Locale.ROOT)));
            }
        }
        return say("step", step.name().zh(), String.join("；", notes));
    }

    /** How long a case may stay, and who says so. */
    static String limit(Limit limit) {
        boolean days = limit.unit() == Limit.Unit.WORKING_DAYS;
        String time = days && limit.amount() == 0
                ? say("limit.today")
                : say(days ? "limit.days" : "limit.hours", limit.amount());
        return limit.source() == null ? say("limit", time) : say("limit.source", time, limit.source());
    }

    static String names(Collection<Step> steps) {
        return steps.stream().map(step -> step.name().zh()).distinct().collect(Collectors.joining("、"));
    }

    private static boolean isSpecial(Step step) {
        return step.effects().stream()
                .anyMatch(
                        effect -> effect == Effect.OPENS_PARTS || effect == Effect.ENDS_PART || effect == Effect.JOINS);
    }

    private static void asked(List<Field> form, List<String> notes) {
        if (!form.isEmpty()) {
            notes.add(say("asks", form.stream().map(field -> field.label().zh()).collect(Collectors.joining("、"))));
        }
    }

    private static String roles(Collection<String> roles) {
        return roles.stream().sorted().map(Notes::role).collect(Collectors.joining("、"));
    }
}
