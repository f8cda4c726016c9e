// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.channel.hotline.internal.OutEntity.Told;

/** The rules of what may be done with an order, and when. */
final class Steps {
    private static final int LONGEST = 2000;
    private static final Texts TEXTS = Texts.of(Steps.class);

    private final HotlineSettings settings;
    private final WorkCalendar calendar;

    Steps(HotlineSettings settings, WorkCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    /** An order, locked in the transaction of a step. */
    record Matter(Ledger ledger, OrderEntity row, Actor actor, Instant now) {
        void in(State... states) {
            if (!Arrays.asList(states).contains(row.state)) {
                throw Problem.conflict(TEXTS.get("state.wrong", TEXTS.get("state." + row.state)));
            }
        }

        /** It is answered and called back by who has it, not by anybody who may do such things. */
        void mine() {
            if (!Views.has(row, actor)) {
                throw Problem.forbidden(TEXTS.get("not.yours", row.assignee == null ? "12345" : row.assignee));
            }
        }
    }

    /** What an order is given when it comes: its limit. */
    void received(OrderEntity row, LocalDate dueOn) {
        Sourced limit = settings.limit(row.kind);
        row.limitDays = dueOn == null ? limit.number() : null;
        row.limitSource =
                dueOn == null ? limit.source() : TEXTS.get("limit.centre").zh();
        row.dueOn = dueOn;
        due(row);
    }

    /** The last day is counted again until the calendar that it reaches into is there. */
    void due(OrderEntity row) {
        last(row).ifPresent(last -> row.dueOn = last);
        row.watch();
    }

    /** The last day where it is not set and can be told. */
    Optional<LocalDate> last(OrderEntity row) {
        return row.dueOn == null && row.limitDays != null
                ? calendar.plusWorkdays(Moments.day(Moments.of(row.receivedAt)), row.limitDays + row.extendedDays)
                : Optional.empty();
    }

    void apply(Matter matter, Step step) {
        switch (step.action()) {
            case "assign" -> assign(matter, step);
            case "return" -> giveBack(matter, step);
            case "answer" -> answer(matter, step.text());
            case "extend" -> extend(matter, step);
            case "call-back" -> callBack(matter, step);
            case "close" -> close(matter, step);
            case "resend" -> resend(matter);
            default -> throw new IllegalArgumentException(step.action());
        }
        due(matter.row());
    }

    private void assign(Matter matter, Step step) {
        matter.in(State.RECEIVED, State.ASSIGNED, State.RETURNED);
        matter.row().assignee = step.assignee();
        matter.row().state = State.ASSIGNED;
        note(matter, "assign", step.assignee());
    }

    private void giveBack(Matter matter, Step step) {
        matter.in(State.RECEIVED, State.ASSIGNED);
        Sourced limit = settings.giveBack();
        LocalDate from = Moments.day(Moments.of(matter.row().receivedAt));
        Optional<LocalDate> last = calendar.plusWorkdays(from, limit.number());
        if (last.isPresent() && Moments.day(matter.now()).isAfter(last.get())) {
            throw Problem.conflict(TEXTS.get("return.late", limit.number(), last.get(), limit.source()));
        }
        matter.row().state = State.RETURNED;
        matter.row().assignee = null;
        tell(matter, note(matter, "return", words(step.text(), "text.reason")));
    }

    /** Whoever was assigned answers; the hotline may answer at once what nobody need be asked about. */
    void answer(Matter matter, String text) {
        matter.in(State.RECEIVED, State.ASSIGNED);
        matter.mine();
        matter.row().answer = words(text, "text.answer");
        matter.row().state = State.ANSWERED;
        tell(matter, note(matter, "answer", matter.row().answer));
    }

    private void extend(Matter matter, Step step) {
        matter.in(State.RECEIVED, State.ASSIGNED);
        OrderEntity row = matter.row();
        Sourced most = settings.extension();
        int left = most.number() - row.extendedDays;
        if (step.days() == null || step.days() < 1 || step.days() > left) {
            throw Problem.invalid("days", TEXTS.get("extend.days", most.number(), row.extendedDays, most.source()));
        }
        String reason = words(step.text(), "text.reason");
        row.extendedDays += step.days();
        row.dueOn = row.dueOn == null
                ? null
                : calendar.plusWorkdays(row.dueOn, step.days()).orElse(null);
        tell(
                matter,
                note(
                        matter,
                        "extend",
                        TEXTS.get("extend.noted", step.days(), reason).zh()));
    }

    private void callBack(Matter matter, Step step) {
        matter.in(State.ANSWERED);
        matter.mine();
        if (step.reached() == null) {
            throw Problem.invalid("reached", TEXTS.get("call.reached"));
        }
        String said = words(step.text(), "text.call");
        if (step.reached()) {
            matter.row().state = State.CALLED_BACK;
            tell(matter, note(matter, "call-back", said));
        } else {
            matter.row().calls++;
            note(matter, "call-missed", said);
        }
    }

    /** A caller who can be called was called back first, or in vain often enough. */
    private void close(Matter matter, Step step) {
        matter.in(State.ANSWERED, State.CALLED_BACK);
        OrderEntity row = matter.row();
        Sourced calls = settings.calls();
        if (row.state == State.ANSWERED && row.callerPhone != null && row.calls < calls.number()) {
            throw Problem.conflict(TEXTS.get("close.call", row.calls, calls.number(), calls.source()));
        }
        row.state = State.CLOSED;
        String text = step.text() == null || step.text().isBlank() ? null : words(step.text(), "text.reason");
        tell(matter, note(matter, "close", text));
    }

    /** A case was made of an appointment: that is its answer. */
    void booked(Matter matter, String caseNumber) {
        OrderEntity row = matter.row();
        row.caseNumber = caseNumber;
        row.answer = TEXTS.get("case.made", caseNumber).zh();
        row.state = State.ANSWERED;
        tell(matter, note(matter, "case", row.answer));
        row.watch();
    }

    /** Nobody need be called back who was still on the telephone. */
    void closed(Matter matter) {
        matter.row().state = State.CLOSED;
        note(matter, "close", null);
    }

    private static void resend(Matter matter) {
        List<OutEntity> refused = matter.ledger().told(matter.row().id).stream()
                .filter(out -> out.state == Told.REFUSED)
                .toList();
        if (refused.isEmpty()) {
            throw Problem.conflict(TEXTS.get("resend.none"));
        }
        refused.forEach(out -> out.state = Told.WAITING);
        note(matter, "resend", null);
    }

    private static StepEntity note(Matter matter, String action, String text) {
        return matter.ledger().step(matter.row(), action, matter.actor(), text, matter.now());
    }

    /** The centre is told of what it sent, where it takes that; otherwise it finds it in the list. */
    private void tell(Matter matter, StepEntity step) {
        if (settings.tells() && matter.row().via == OrderEntity.Via.CENTRE) {
            matter.ledger().tell(step);
        }
    }

    private static String words(String text, String key) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Problem.invalid("text", TEXTS.get(key, LONGEST));
        }
        return text.strip();
    }
}
