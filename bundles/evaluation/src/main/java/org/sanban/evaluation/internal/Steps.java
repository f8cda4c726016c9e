// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.evaluation.internal.RectificationEntity.Appeal;
import org.sanban.evaluation.internal.RectificationEntity.State;

/** The rules of what may be done about a bad rating, and when. */
final class Steps {
    private static final int LONGEST = 1000;
    private static final Texts TEXTS = Texts.of(Steps.class);

    private final Terms terms;
    private final WorkCalendar calendar;
    private final Recorder recorder;

    Steps(Terms terms, WorkCalendar calendar) {
        this.terms = terms;
        this.calendar = calendar;
        this.recorder = new Recorder(terms, calendar);
    }

    /** A bad rating with its rectification, in the transaction of a step. */
    record Matter(Ledger ledger, InvitationEntity invitation, RatingEntity rating, RectificationEntity row) {
        void note(String action, Actor actor, String text, Instant now) {
            ledger.step(row, action, actor, text, now);
        }

        void in(State... states) {
            for (State state : states) {
                if (row.state == state) {
                    return;
                }
            }
            throw Problem.conflict(TEXTS.get("state.wrong", TEXTS.get("state." + row.state)));
        }
    }

    void apply(Matter matter, Rectifications.Step step, Actor actor, Instant now) {
        recorder.due(matter.ledger(), matter.invitation(), matter.row());
        if (step.action().equals("appeal")) {
            appeal(matter, step, actor, now);
            return;
        }
        Evaluations.refuseServing(matter.invitation(), actor);
        switch (step.action()) {
            case "assign" -> assign(matter, step, actor, now);
            case "answer" -> answer(matter, step, actor, now);
            case "call-back" -> callBack(matter, step, actor, now);
            case "close" -> close(matter, step, actor, now);
            case "decide" -> decide(matter, step, actor, now);
            default -> throw new IllegalArgumentException(step.action());
        }
    }

    private void assign(Matter matter, Rectifications.Step step, Actor actor, Instant now) {
        matter.in(State.OPEN, State.ASSIGNED);
        if (matter.invitation().served(step.assignee())) {
            throw Problem.invalid("assignee", TEXTS.get("assignee.served", step.assignee()));
        }
        matter.row().assignee = step.assignee();
        matter.row().state = State.ASSIGNED;
        matter.note("assign", actor, step.assignee(), now);
    }

    private void answer(Matter matter, Rectifications.Step step, Actor actor, Instant now) {
        matter.in(State.ASSIGNED);
        RectificationEntity row = matter.row();
        if (!actor.account().equals(row.assignee)) {
            throw Problem.forbidden(TEXTS.get("answer.assignee", row.assignee));
        }
        String measures = words(step.text(), "text.measures");
        row.state = State.ANSWERED;
        row.answeredAt = Moments.micros(now);
        row.lateFrom = null;
        matter.note("answer", actor, measures, now);
        if (row.inTime()) {
            matter.ledger().count(matter.invitation(), row.dueOn, new Tally().with(Tally.What.IN_TIME, 1));
        }
    }

    private void callBack(Matter matter, Rectifications.Step step, Actor actor, Instant now) {
        matter.in(State.ANSWERED);
        RectificationEntity row = matter.row();
        if (matter.rating().anonymous) {
            throw Problem.conflict(TEXTS.get("call.anonymous"));
        }
        if (step.reached() == null) {
            throw Problem.invalid("reached", TEXTS.get("call.reached"));
        }
        String said = words(step.text(), "text.call");
        if (!step.reached()) {
            row.calls++;
            matter.note("call-missed", actor, said, now);
            return;
        }
        if (step.second() != null) {
            step.second().checked(terms.details().keySet());
        }
        row.calledAt = Moments.micros(now);
        boolean rated = matter.invitation().rated > 1;
        row.state = rated ? State.CLOSED : State.CALLED_BACK;
        matter.note("call-back", actor, said, now);
        if (step.second() != null && !rated) {
            recorder.record(matter.ledger(), matter.invitation(), 0, step.second(), actor, now);
        }
    }

    /** Without a second rating; a citizen who gave a name was called back first, or called in vain often enough. */
    private void close(Matter matter, Rectifications.Step step, Actor actor, Instant now) {
        matter.in(State.ANSWERED, State.CALLED_BACK);
        RectificationEntity row = matter.row();
        Terms.Sourced calls = terms.calls();
        boolean owed = !matter.rating().anonymous && row.calledAt == null && row.calls < calls.number();
        if (owed) {
            throw Problem.conflict(TEXTS.get("close.call", row.calls, calls.number(), calls.source()));
        }
        row.state = State.CLOSED;
        matter.note("close", actor, words(step.text(), "text.close"), now);
    }

    private void appeal(Matter matter, Rectifications.Step step, Actor actor, Instant now) {
        matter.in(State.OPEN, State.ASSIGNED, State.ANSWERED, State.CALLED_BACK, State.CLOSED);
        RectificationEntity row = matter.row();
        if (!actor.account().equals(row.person)) {
            throw Problem.forbidden(TEXTS.get("appeal.person"));
        }
        if (row.appeal != null) {
            throw Problem.conflict(TEXTS.get("appeal.once"));
        }
        Terms.Sourced limit = terms.appeal();
        Optional<LocalDate> last = calendar.plusWorkdays(Moments.day(Moments.of(row.openedAt)), limit.number());
        if (last.isPresent() && Moments.day(now).isAfter(last.get())) {
            throw Problem.conflict(TEXTS.get("appeal.late", limit.number(), last.get(), limit.source()));
        }
        row.appeal = Appeal.MADE;
        matter.note("appeal", actor, words(step.text(), "text.appeal"), now);
    }

    /** Upheld, the rating is kept but counts nowhere: not in its day's sums, and no rectification is owed. */
    private void decide(Matter matter, Rectifications.Step step, Actor actor, Instant now) {
        RectificationEntity row = matter.row();
        if (row.appeal != Appeal.MADE) {
            throw Problem.conflict(TEXTS.get("decide.none"));
        }
        if (step.upheld() == null) {
            throw Problem.invalid("upheld", TEXTS.get("decide.upheld"));
        }
        String reason = words(step.text(), "text.decide");
        row.appeal = step.upheld() ? Appeal.UPHELD : Appeal.REJECTED;
        matter.note(step.upheld() ? "uphold" : "reject", actor, reason, now);
        if (step.upheld()) {
            strike(matter);
        }
    }

    private static void strike(Matter matter) {
        RatingEntity rating = matter.rating();
        RectificationEntity row = matter.row();
        rating.malicious = true;
        LocalDate day = Moments.day(Moments.of(rating.ratedAt));
        matter.ledger().count(matter.invitation(), day, Tally.first(rating, -1).with(Tally.What.MALICIOUS, 1));
        if (row.dueOn != null) {
            Tally due = new Tally().with(Tally.What.DUE, -1);
            matter.ledger()
                    .count(matter.invitation(), row.dueOn, row.inTime() ? due.with(Tally.What.IN_TIME, -1) : due);
        }
        row.state = State.VOID;
        row.lateFrom = null;
    }

    private static String words(String text, String key) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Problem.invalid("text", TEXTS.get(key, LONGEST));
        }
        return text.strip();
    }
}
