// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.channel.hotline.internal.Desk.CENTRE;
import static org.sanban.channel.hotline.internal.Desk.CLERK;
import static org.sanban.channel.hotline.internal.Desk.HOTLINE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Light;
import org.sanban.api.problem.Problem;

/** By when an order is answered, and what happens to one that is late or went to the wrong place. */
abstract class LimitsTest extends DeskFixture {
    @Test
    void whatIsLateIsShownAndCounted() {
        Order order = desk.taken("12345-1", Kind.HELP);
        assertEquals(LocalDate.parse("2026-11-27"), order.dueOn());
        desk.at("2026-11-26T01:00:00Z");
        assertEquals(Light.NEAR, list(ALL, HOTLINE).get(0).light());
        desk.at("2026-11-27T15:59:00Z");
        assertFalse(list(ALL, HOTLINE).get(0).late(), "the last day lasts until midnight in China");
        desk.at("2026-11-27T16:01:00Z");
        Order late = list(new Orders.Query(null, null, null, null, true, false), HOTLINE)
                .get(0);
        assertTrue(late.late());
        assertEquals(Light.OVERDUE, late.light());
        assertEquals(1, desk.store.late(LocalDate.parse("2026-11-28")));
        desk.answered(order.id());
        assertEquals(0, desk.store.late(LocalDate.parse("2026-11-28")));
        assertEquals(List.of(), list(new Orders.Query(null, null, null, null, true, false), HOTLINE));
    }

    @Test
    void aLimitIsExtendedNoFurtherThanTheRuleSays() {
        Order order = desk.taken("12345-1", Kind.HELP);
        Order longer = desk.orders.step(order.id(), new Step("extend", 1, null, "需实地核查", 4, null), HOTLINE);
        assertEquals(LocalDate.parse("2026-12-03"), longer.dueOn());
        Problem most = refused(
                Problem.Kind.INVALID,
                () -> desk.orders.step(order.id(), new Step("extend", 2, null, "仍需核查", 7, null), HOTLINE));
        assertTrue(most.detail().zh().contains("山东"), most.detail().zh());
        assertEquals(
                10,
                desk.orders
                        .step(order.id(), new Step("extend", 2, null, "仍需核查", 6, null), HOTLINE)
                        .extendedDays());
    }

    @Test
    void whatWasAssignedWronglyIsGivenBackInTimeOnly() {
        Order first = desk.taken("12345-1", Kind.HELP);
        Order second = desk.taken("12345-2", Kind.HELP);
        assertEquals(
                State.RETURNED,
                desk.does(first.id(), CLERK, "return", null, "不属本镇").state());
        desk.at("2026-11-27T01:00:00Z");
        Problem late = refused(Problem.Kind.CONFLICT, () -> desk.does(second.id(), CLERK, "return", null, "不属本镇"));
        assertTrue(late.detail().zh().contains("2026-11-26"), late.detail().zh());
        assertEquals(
                State.ASSIGNED,
                desk.does(first.id(), HOTLINE, "assign", "clerk", null).state());
    }

    @Test
    void aLimitThatReachesIntoAYearNobodyKnowsIsUnknown() {
        desk.at("2026-12-29T01:00:00Z");
        Order order = desk.taken("12345-1", Kind.COMPLAINT);
        assertNull(order.dueOn());
        assertEquals(Light.UNKNOWN, order.light());

        Watch watch = new Watch(desk.store, desk.orders.steps());
        watch.look();
        assertNull(list(ALL, HOTLINE).get(0).dueOn());
        desk.calendar.load(2027);
        watch.look();
        Order told = list(ALL, HOTLINE).get(0);
        assertEquals(LocalDate.parse("2027-01-15"), told.dueOn(), "nobody need touch it");
        assertEquals(order.version(), told.version(), "nor does a step have to have seen it");
        assertEquals(1, desk.store.late(LocalDate.parse("2027-01-16")));
    }

    @Test
    void theDayThatTheCentreSetsGoesBeforeOurOwn() {
        Intake set = Desk.order("12345-1", Kind.HELP);
        Intake dated = new Intake(
                set.number(),
                set.kind(),
                set.text(),
                set.callerName(),
                set.callerPhone(),
                null,
                null,
                null,
                null,
                null,
                null,
                LocalDate.parse("2026-11-25"),
                set.place());
        Order order = desk.orders.take(dated, CENTRE).order();
        assertEquals(LocalDate.parse("2026-11-25"), order.dueOn());
        assertNull(order.limitDays());
        assertTrue(order.limitSource().contains("中心"));
    }
}
