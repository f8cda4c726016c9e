// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Limit;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Text;

/** A mode that uses every effect: planned the same day, worked at by several, joined and done. */
final class TeamMode implements ServiceMode {
    static final Limit SAME_DAY = new Limit(0, Limit.Unit.WORKING_DAYS, "示例规定");

    /** What the mode computes of every step. */
    Map<String, Object> facts = Map.of();

    @Override
    public Workflow workflow() {
        return new Workflow(
                "team",
                1,
                Text.of("team"),
                "submitted",
                Set.of(Role.CLERK),
                List.of(field("proof", Field.Type.FILE)),
                List.of(
                        new Stage("submitted", Text.of("s"), Status.OPEN, Clock.WAITING, Role.CLERK, SAME_DAY),
                        new Stage("working", Text.of("w"), Status.OPEN, Clock.RUNNING, Role.OFFICER, null),
                        new Stage("done", Text.of("d"), Status.DONE, Clock.ENDED, null, null)),
                List.of(
                        step("plan", Kind.ADVANCED, "submitted", "working", Role.CLERK, plan(), Effect.BOOKS),
                        step("now", Kind.DELIVERED, "submitted", "done", Role.CLERK, List.of()),
                        step("urge", Kind.ESCALATED, "submitted", null, Role.SYSTEM, List.of(), Effect.OVERDUE),
                        step("hand", Kind.HANDED_OVER, "working", null, Role.OFFICER, List.of(), Effect.ASSIGN),
                        step("sign", Kind.ADVANCED, "working", null, Role.OFFICER, List.of(), Effect.HOLDER),
                        step("open", Kind.ADVANCED, "working", null, Role.OFFICER, List.of(), Effect.OPENS_PARTS),
                        step("end", Kind.ADVANCED, "working", null, Role.OFFICER, result(), Effect.ENDS_PART),
                        step(
                                "move",
                                Kind.CUSTODY_CHANGED,
                                "working",
                                null,
                                Role.OFFICER,
                                List.of(),
                                Effect.MOVES,
                                Effect.CUSTODY),
                        step("book", Kind.ADVANCED, "working", null, Role.OFFICER, List.of(), Effect.BOOKS),
                        step(
                                "close",
                                Kind.DELIVERED,
                                "working",
                                "done",
                                Role.OFFICER,
                                List.of(),
                                Effect.JOINS,
                                Effect.FILES,
                                Effect.CUSTODY)));
    }

    @Override
    public Map<String, Object> facts(Case c, Action action, Actor actor, Instant at) {
        return facts;
    }

    private static List<Field> plan() {
        return List.of(
                new Field("tags", Text.of("tags"), Field.Type.CHOICES, false, 0, List.of(choice("a"), choice("b"))),
                field("photo", Field.Type.FILE),
                field("matters", Field.Type.MATTERS));
    }

    private static List<Field> result() {
        return List.of(
                Field.choice("outcome", Text.of("outcome"), true, List.of(choice("approved"), choice("denied"))),
                Field.text("result", Text.of("result"), true, 100),
                Field.text("remark", Text.of("remark"), false, 100));
    }

    private static Field.Choice choice(String id) {
        return new Field.Choice(id, Text.of(id));
    }

    private static Field field(String name, Field.Type type) {
        return new Field(name, Text.of(name), type, false, 0, List.of());
    }

    private static Step step(
            String action, Kind kind, String from, String to, String role, List<Field> form, Effect... effects) {
        return new Step(action, Text.of(action), kind, Set.of(from), to, Set.of(role), form, Set.of(effects), true);
    }
}
