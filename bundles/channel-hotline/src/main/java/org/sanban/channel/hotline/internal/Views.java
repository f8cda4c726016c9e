// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Mask;
import org.sanban.api.problem.Texts;
import org.sanban.channel.hotline.internal.OutEntity.Told;

/**
 * Orders as their readers see them, on one day. The caller is shown whole to who has the order alone: the hotline until it
 * is assigned and again for the call back, in between whoever answers it; to nobody once it is closed.
 */
final class Views {
    private static final Texts TEXTS = Texts.of(Views.class);

    private final LocalDate today;
    private final Optional<LocalDate> near;

    Views(WorkCalendar calendar, int nearDays, Instant now) {
        today = Moments.day(now);
        near = calendar.plusWorkdays(today, nearDays);
    }

    /** A line of a list: neither what the caller says nor who it is. */
    Order line(OrderEntity row) {
        return shown(row, false, null, null, null);
    }

    /** The whole order. */
    Order whole(OrderEntity row, List<StepEntity> steps, List<OutEntity> told, Actor actor) {
        boolean reads = has(row, actor) || actor.is(Orders.OVERSEERS) || row.createdBy.equals(actor.account());
        List<Order.Done> done = steps.stream().map(step -> shown(step, reads)).toList();
        List<Order.Untold> untold = told.stream()
                .filter(out -> out.state != Told.SENT)
                .map(out -> new Order.Untold(out.seq, out.state == Told.REFUSED, out.reason))
                .toList();
        return shown(row, has(row, actor), reads ? row.text : null, untold, done);
    }

    /** Whether the actor has the order, and so needs to know whom to call. */
    static boolean has(OrderEntity row, Actor actor) {
        boolean answers = actor.account().equals(row.assignee);
        return switch (row.state) {
            case RECEIVED, RETURNED -> actor.is(Orders.HOTLINE);
            case ASSIGNED -> answers;
            case ANSWERED, CALLED_BACK -> answers || actor.is(Orders.HOTLINE);
            case CLOSED -> false;
        };
    }

    private Order shown(
            OrderEntity row, boolean caller, String text, List<Order.Untold> untold, List<Order.Done> steps) {
        return new Order(
                row.id,
                row.number,
                row.version,
                row.kind,
                TEXTS.get("kind." + row.kind),
                row.state,
                TEXTS.get("state." + row.state),
                row.via,
                text,
                caller || row.callerName == null ? row.callerName : Mask.name(row.callerName),
                caller || row.callerPhone == null ? row.callerPhone : Mask.number(row.callerPhone, 3, 2),
                caller ? row.address : null,
                row.division,
                row.site,
                row.matter,
                row.caseNumber,
                row.mode,
                row.wishedAt == null ? null : Moments.of(row.wishedAt),
                Moments.of(row.receivedAt),
                row.limitDays,
                row.limitSource,
                row.extendedDays,
                row.dueOn,
                light(row),
                row.lateFrom != null && !row.lateFrom.isAfter(today),
                row.assignee,
                row.calls,
                row.answer,
                untold,
                steps);
    }

    private Light light(OrderEntity row) {
        if (!row.state.open()) {
            return Light.NONE;
        }
        if (row.dueOn == null) {
            return Light.UNKNOWN;
        }
        if (today.isAfter(row.dueOn)) {
            return Light.OVERDUE;
        }
        return near.isPresent() && !row.dueOn.isAfter(near.get()) ? Light.NEAR : Light.ON_TIME;
    }

    private static Order.Done shown(StepEntity step, boolean reads) {
        return new Order.Done(
                Moments.of(step.doneAt),
                step.account,
                step.name,
                step.action,
                TEXTS.get("action." + step.action),
                reads ? step.text : null);
    }
}
