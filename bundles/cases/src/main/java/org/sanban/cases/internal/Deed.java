// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Returned;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.cases.internal.clock.Tick;

/**
 * The rules of doing something with a case, whatever the mode: the step must be one of the stage, the actor must hold its
 * role, its form must be filled in, and its effects follow.
 *
 * @param file the case as it is
 * @param step what is done
 * @param action with what
 * @param actor by whom
 * @param assignee account it is handed to, where the step hands it on
 */
record Deed(CaseFile file, Step step, Action action, Actor actor, Account assignee) {
    private static final Texts TEXTS = Texts.of(Deed.class);

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

    /** Checks everything at once. */
    void check() {
        actor.require(step.roles().toArray(String[]::new));
        CaseData data = file.data();
        if (step.effects().contains(Effect.ONCE) && data.done().contains(step.action())) {
            throw Problem.conflict(TEXTS.get("action.once", step.name()));
        }
        List<Violation> faults = new ArrayList<>();
        Forms forms = new Forms(faults);
        Set<String> codes = file.codes();
        forms.answers(step.form(), action.answers(), codes);
        forms.materials(action.materials(), codes);
        forms.taken(action.taken());
        forms.text("note", action.note(), false, 500);
        forms.text("key", action.key(), false, 80);
        refuse(forms, Effect.MATERIALS, "materials", action.materials());
        refuse(forms, Effect.CUSTODY, "taken", action.taken());
        refuse(forms, Effect.CUSTODY, "returned", action.returned());
        returned(forms);
        if (step.effects().contains(Effect.ASSIGN) != (assignee != null)) {
            forms.fault("assignee", TEXTS.get(assignee == null ? "assignee.required" : "effect.none", step.name()));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        List<Original> out =
                originals(Instant.EPOCH).stream().filter(Original::out).toList();
        if (step.effects().contains(Effect.FILES) && !out.isEmpty()) {
            throw Problem.conflict(TEXTS.get(
                    "custody.out",
                    step.name(),
                    out.stream().map(o -> o.id() + " " + o.name()).collect(Collectors.joining("、"))));
        }
    }

    private void refuse(Forms forms, Effect effect, String field, List<?> given) {
        if (!given.isEmpty() && !step.effects().contains(effect)) {
            forms.fault(field, TEXTS.get("effect.none", step.name()));
        }
    }

    private void returned(Forms forms) {
        for (int i = 0; i < action.returned().size(); i++) {
            Returned back = action.returned().get(i);
            String field = "returned[" + i + "]";
            forms.text(field + ".receivedBy", back.receivedBy(), true, 60);
            if (file.data().originals().stream().noneMatch(o -> o.id() == back.id() && o.out())) {
                forms.fault(field + ".id", TEXTS.get("custody.unknown", back.id()));
            }
        }
    }

    /** The case's originals after it. */
    private List<Original> originals(Instant at) {
        List<Original> originals = new ArrayList<>(file.data().originals());
        for (Returned back : action.returned()) {
            originals.replaceAll(o -> o.id() != back.id()
                    ? o
                    : new Original(
                            o.id(),
                            o.name(),
                            o.photo(),
                            o.takenAt(),
                            o.takenBy(),
                            at,
                            actor.account(),
                            back.receivedBy()));
        }
        return CaseFile.take(originals, action.taken(), at, actor.account());
    }

    /** The case after it: its row is a copy; head and due date are still to be set. */
    CaseFile done(Instant at) {
        Stage before = file.stage();
        Stage after =
                step.to() == null ? before : file.workflow().stage(step.to()).orElseThrow();
        CaseEntity row = copy(file.row());
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
        return new CaseFile(
                row,
                new CaseData(
                        data.address(),
                        before == after ? data.enteredAt() : row.changedAt,
                        holderName,
                        CaseFile.add(data.handed(), action.materials()),
                        originals(at),
                        CaseFile.answers(data.answers(), action.answers()),
                        ticks(before.clock(), after.clock(), at),
                        done),
                file.workflow(),
                file.guide());
    }

    private List<Tick> ticks(Clock before, Clock after, Instant at) {
        List<Tick> ticks = file.data().ticks();
        boolean starts = after == Clock.RUNNING || !ticks.isEmpty();
        if (before == after || !starts) {
            return ticks;
        }
        List<Tick> more = new ArrayList<>(ticks);
        more.add(new Tick(at, after, text("reason"), text("basis")));
        return more;
    }

    /** An answer as people read it: the label where it is a choice. */
    private String text(String field) {
        return Details.label(step.form(), action.answers(), field);
    }

    /** What the journal keeps of it. */
    Map<String, Object> detail() {
        return Details.of(
                action.answers(),
                action.materials(),
                action.taken(),
                action.returned(),
                assignee == null ? null : assignee.login(),
                action.note());
    }

    private static CaseEntity copy(CaseEntity from) {
        CaseEntity row = new CaseEntity();
        row.id = from.id;
        row.number = from.number;
        row.version = from.version;
        row.mode = from.mode;
        row.workflow = from.workflow;
        row.matter = from.matter;
        row.matterName = from.matterName;
        row.guide = from.guide;
        row.immediate = from.immediate;
        row.limitDays = from.limitDays;
        row.site = from.site;
        row.division = from.division;
        row.town = from.town;
        row.county = from.county;
        row.applicantKind = from.applicantKind;
        row.applicantName = from.applicantName;
        row.applicantId = from.applicantId;
        row.applicantPhone = from.applicantPhone;
        row.holder = from.holder;
        row.firstAsked = from.firstAsked;
        row.submittedAt = from.submittedAt;
        row.head = from.head;
        return row;
    }
}
