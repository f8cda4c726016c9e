// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Limit;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Text;

/** Workflows that nobody would write, and some that somebody might. */
final class Odd {
    private static final List<String> ROLES = List.of("clerk", "officer", "agent", "applicant", "镇长 & <副镇长>");
    private static final String[] WORDS = {"受理", "𠮷", "a<b>&\"c\"", "\u0001控制\uD800", "很长很长的名字，一行写不下，两行也写不下", "送达", "x"
    };

    private Odd() {}

    /** Stages and steps by chance, the same for the same seed. */
    static Workflow any(int seed) {
        Random chance = new Random(seed);
        int count = 1 + chance.nextInt(12);
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean end = i > 0 && chance.nextInt(4) == 0;
            Limit.Unit unit = chance.nextBoolean() ? Limit.Unit.HOURS : Limit.Unit.WORKING_DAYS;
            stages.add(new Stage(
                    (chance.nextBoolean() ? "s" : "环节 ") + i,
                    word(chance, i),
                    end ? Status.DONE : Status.OPEN,
                    end ? Clock.ENDED : Clock.RUNNING,
                    end ? null : ROLES.get(chance.nextInt(ROLES.size())),
                    chance.nextBoolean() ? new Limit(chance.nextInt(9), unit, "示例依据") : null));
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < chance.nextInt(4 * count); i++) {
            steps.add(step(chance, stages, i));
        }
        return new Workflow(
                "odd", seed, word(chance, seed), stages.get(0).id(), Set.of("clerk"), List.of(), stages, steps);
    }

    /** One stage after another, each as long as the next, back at each, and late at each. */
    static Workflow chain(int length) {
        List<Stage> stages = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Limit limit = new Limit(2, Limit.Unit.WORKING_DAYS, "示例依据");
            stages.add(new Stage(
                    "s" + i, Text.of("第" + (i + 1) + "环节"), Status.OPEN, Clock.RUNNING, ROLES.get(i / 3 % 4), limit));
            steps.add(step("next" + i, "转下一环节", "s" + i, i + 1 < length ? "s" + (i + 1) : "done", Set.of()));
            steps.add(step("stop" + i, "终止", "s" + i, "stopped", Set.of()));
            steps.add(step("late" + i, "超时提醒", "s" + i, null, Set.of(Effect.OVERDUE)));
            if (i > 0) {
                steps.add(step("back" + i, "退回上一环节", "s" + i, "s" + (i - 1), Set.of()));
            }
        }
        stages.add(new Stage("done", Text.of("已办结"), Status.DONE, Clock.ENDED, null, null));
        stages.add(new Stage("stopped", Text.of("已终止"), Status.TERMINATED, Clock.ENDED, null, null));
        return new Workflow("chain", 1, Text.of("长链（示例）"), "s0", Set.of("clerk"), List.of(), stages, steps);
    }

    static Step step(String action, String name, String from, String to, Set<Effect> effects) {
        return new Step(
                action, Text.of(name), Kind.ADVANCED, Set.of(from), to, Set.of("clerk"), List.of(), effects, true);
    }

    private static Step step(Random chance, List<Stage> stages, int number) {
        Set<String> from = new HashSet<>();
        for (int i = 0; i <= chance.nextInt(3); i++) {
            from.add(stages.get(chance.nextInt(stages.size())).id());
        }
        int to = chance.nextInt(stages.size() + 2);
        Set<Effect> effects = new HashSet<>();
        for (Effect effect : Effect.values()) {
            if (chance.nextInt(5) == 0) {
                effects.add(effect);
            }
        }
        return new Step(
                "do " + number,
                word(chance, number),
                Kind.ADVANCED,
                from,
                to < stages.size() ? stages.get(to).id() : to == stages.size() ? "nowhere" : null,
                Set.of("clerk", "officer"),
                List.of(),
                effects,
                true);
    }

    private static Text word(Random chance, int number) {
        return Text.of(WORDS[chance.nextInt(WORDS.length)] + number);
    }
}
