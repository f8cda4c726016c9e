// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Texts;
import org.sanban.cases.internal.clock.Tick;

/**
 * The rules of doing something with a case, whatever the mode: the step must be one of the stage, the actor must be who
 * may do it, its form must be filled in, and its effects follow.
 */
final class Deed {
    private static final Texts TEXTS = Texts.of(Deed.class);

    private final CaseFile file;
    private final Step step;
    private final Action action;
    private final Actor actor;
    private final Directory directory;
    private final Instant at;
    private final Custody custody;
    private final Parts parts;
    private Account assignee;
    private Map<String, Object> answers;

    /**
     * @param file the case as it is
     * @param step what is done
     * @param action with what
     * @param actor by whom
     * @param directory whom and what it may name
     * @param at when
     */
    Deed(CaseFile file, Step step, Action action, Actor actor, Directory directory, Instant at) {
        this.file = file;
        this.step = step;
        this.action = action;
        this.actor = actor;
        this.directory = directory;
        this.at = at;
        this.custody = new Custody(file.data().originals(), action, actor.account());
        this.parts = new Parts(file.data().parts(), step, action, actor);
        this.answers = action.answers();
    }

    /** Checks everything at once. */
    void check() {
        actor.require(step.roles().toArray(String[]::new));
        Steps.refusal(file, step, actor).ifPresent(why -> {
            throw Problem.forbidden(why);
        });
        if (step.effects().contains(Effect.ONCE) && file.data().done().contains(step.action())) {
            throw Problem.conflict(TEXTS.get("action.once", step.name()));
        }
        List<Violation> faults = new ArrayList<>();
        Forms forms = new Forms(
                faults, file.codes(), code -> directory.matter(code, at).isPresent());
        forms.answers(step.form(), action.answers());
        forms.materials(action.materials());
        forms.text("note", action.note(), false, 500);
        forms.text("key", action.key(), false, 80);
        String division = file.row().division;
        custody.check(forms);
        parts.check(forms, directory, division, at);
        Bookings.check(forms, action.bookings(), directory, division, at);
        assign(forms);
        refuse(forms, Effect.MATERIALS, "materials", action.materials());
        refuse(forms, Effect.CUSTODY, "taken", action.taken());
        refuse(forms, Effect.CUSTODY, "returned", action.returned());
        refuse(forms, Effect.MOVES, "moved", action.moved());
        refuse(
                forms,
                Effect.MOVES,
                "taken",
                action.taken().stream()
                        .map(Original::where)
                        .filter(Objects::nonNull)
                        .toList());
        refuse(forms, Effect.BOOKS, "bookings", action.bookings());
        refuse(forms, Effect.OPENS_PARTS, "parts", action.parts());
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        parts.allow(at, action.answers());
        List<Original> out = custody.after(at).stream().filter(Original::out).toList();
        if (step.effects().contains(Effect.FILES) && !out.isEmpty()) {
            throw Problem.conflict(TEXTS.get("custody.out", step.name(), Custody.names(out)));
        }
    }

    private void refuse(Forms forms, Effect effect, String field, List<?> given) {
        if (!given.isEmpty() && !step.effects().contains(effect)) {
            forms.fault(field, TEXTS.get("effect.none", step.name()));
        }
    }

    /** Who is named must be able to go on with the case where the step leads it. */
    private void assign(Forms forms) {
        boolean named = action.assignee() != null && !action.assignee().isBlank();
        if (step.effects().contains(Effect.ASSIGN) != named) {
            forms.fault("assignee", TEXTS.get(named ? "effect.none" : "assignee.required", step.name()));
        } else if (named) {
            String role = after().holder();
            assignee = directory
                    .colleague(action.assignee(), file.row().division)
                    .filter(account -> role != null && account.roles().contains(role))
                    .orElse(null);
            if (assignee == null) {
                forms.fault("assignee", TEXTS.get("assignee.unfit", action.assignee(), String.valueOf(role)));
            }
        }
    }

    /** Adds what follows from it by the mode's own rules; what the form asks for is not overwritten. */
    void add(Map<String, Object> facts) {
        if (facts.isEmpty()) {
            return;
        }
        Map<String, Object> all = new HashMap<>(facts);
        step.form().forEach(field -> all.remove(field.name()));
        all.putAll(action.answers());
        answers = Map.copyOf(all);
    }

    private Stage after() {
        return step.to() == null
                ? file.stage()
                : file.workflow().stage(step.to()).orElseThrow();
    }

    /** The case after it: its row is a copy; head and due date are still to be set. */
    CaseFile done() {
        Stage before = file.stage();
        Stage after = after();
        CaseEntity row = file.row().copy();
        row.version++;
        row.stage = after.id();
        row.status = after.status().name();
        row.changedAt = CaseList.micros(at);
        row.firstAsked = row.firstAsked == null && Submission.staff(actor) ? actor.account() : row.firstAsked;
        CaseData data = file.data();
        String holderName = data.holderName();
        if (assignee != null) {
            row.holder = assignee.login();
            holderName = assignee.name();
        } else if (!Objects.equals(before.holder(), after.holder())) {
            row.holder = null;
            holderName = null;
        }
        List<String> done = new ArrayList<>(data.done());
        done.add(step.action());
        boolean escalates = step.effects().contains(Effect.OVERDUE);
        return new CaseFile(
                row,
                new CaseData(
                        data.address(),
                        before == after ? data.enteredAt() : row.changedAt,
                        holderName,
                        CaseFile.add(data.handed(), action.materials()),
                        custody.after(at),
                        bookings(after, data.bookings()),
                        parts.after(at, answers),
                        CaseFile.answers(data.answers(), kept()),
                        ticks(before, after),
                        done,
                        before != after ? null : escalates ? Long.valueOf(row.changedAt) : data.escalatedAt()),
                file.workflow(),
                file.guide());
    }

    private List<Booking> bookings(Stage after, List<Booking> before) {
        if (after.status().ended()) {
            return List.of();
        }
        return step.effects().contains(Effect.BOOKS) ? action.bookings() : before;
    }

    /** The answers that the case keeps: what goes to a part does not go over what another part was answered with. */
    private Map<String, Object> kept() {
        if (!step.effects().contains(Effect.ENDS_PART)) {
            return answers;
        }
        Map<String, Object> kept = new HashMap<>(answers);
        Parts.ANSWERS.forEach(kept::remove);
        return kept;
    }

    /** A case that is done without ever having been accepted was accepted and done at once (即办). */
    private List<Tick> ticks(Stage before, Stage after) {
        List<Tick> ticks = file.data().ticks();
        List<Tick> more = new ArrayList<>(ticks);
        if (ticks.isEmpty() && after.status() == Status.DONE && after.clock() == Clock.ENDED) {
            more.add(new Tick(at, Clock.RUNNING, null, null));
            more.add(new Tick(at, Clock.ENDED, null, null));
            return more;
        }
        boolean starts = after.clock() == Clock.RUNNING || !ticks.isEmpty();
        if (before.clock() == after.clock() || !starts) {
            return ticks;
        }
        more.add(new Tick(at, after.clock(), text("reason"), text("basis")));
        return more;
    }

    /** An answer as people read it: the label where it is a choice. */
    private String text(String field) {
        return Details.label(step.form(), action.answers(), field);
    }

    /** What the journal keeps of it. */
    Map<String, Object> detail() {
        return Details.of(action, answers, assignee == null ? null : assignee.login());
    }

    /** What is written with it. */
    Beside beside(CaseFile after) {
        Set<String> before = file.holders();
        Set<String> now = after.holders();
        Set<String> comes = new HashSet<>(now);
        comes.removeAll(before);
        Set<String> goes = new HashSet<>(before);
        goes.removeAll(now);
        boolean books = !after.data().bookings().equals(file.data().bookings());
        return new Beside(
                Forms.files(step.form(), action.answers(), action.materials()),
                comes,
                goes,
                books ? after.data().bookings() : null);
    }
}
