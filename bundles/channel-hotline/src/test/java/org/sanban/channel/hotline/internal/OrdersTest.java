// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.channel.hotline.internal.Desk.CENTRE;
import static org.sanban.channel.hotline.internal.Desk.CLERK;
import static org.sanban.channel.hotline.internal.Desk.ELSEWHERE;
import static org.sanban.channel.hotline.internal.Desk.HOTLINE;
import static org.sanban.channel.hotline.internal.Desk.LEADER;
import static org.sanban.channel.hotline.internal.Desk.OTHER_HOTLINE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Light;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.test.Samples;

/** Orders from the first call to the call back: taken once, seen by whom they concern, answered by who has them. */
abstract class OrdersTest extends DeskFixture {
    @Test
    void anOrderGoesFromTheCentreToTheCallBack() {
        Order order = desk.taken("12345-1", Kind.COMPLAINT);
        assertEquals(State.RECEIVED, order.state());
        assertEquals(13, order.limitDays());
        assertTrue(order.limitSource().contains("示例"), order.limitSource());
        assertEquals(LocalDate.parse("2026-12-11"), order.dueOn());
        assertEquals(Light.ON_TIME, order.light());
        Order answered = desk.answered(order.id());
        assertEquals("已安排专人值守", answered.answer());
        assertEquals(Light.NONE, answered.light());
        refused(Problem.Kind.CONFLICT, () -> desk.does(order.id(), HOTLINE, "close", null, null));
        desk.does(order.id(), HOTLINE, "call-back", null, "表示满意");
        Order closed = desk.does(order.id(), HOTLINE, "close", null, null);
        assertEquals(State.CLOSED, closed.state());
        assertEquals(
                List.of("receive", "assign", "answer", "call-back", "close"),
                closed.steps().stream().map(Order.Done::action).toList());
        assertEquals(
                List.of("centre-12345", "hotline-1", "clerk", "hotline-1", "hotline-1"),
                closed.steps().stream().map(Order.Done::account).toList());
        assertEquals(List.of(), closed.untold(), "no centre is set that is to be told");
    }

    @Test
    void whatIsPushedTwiceIsOneOrder() {
        Order first = desk.taken("12345-1", Kind.HELP);
        Orders.Taken again = desk.orders.take(Desk.order("12345-1", Kind.HELP), CENTRE);
        assertTrue(again.repeated());
        assertEquals(first.id(), again.order().id());
        refused(Problem.Kind.CONFLICT, () -> desk.taken("12345-1", Kind.ADVICE));
        refused(Problem.Kind.CONFLICT, () -> desk.orders.take(Desk.order("12345-1", Kind.HELP), HOTLINE));
        assertEquals(1, list(ALL, LEADER).size());
    }

    @Test
    void pushedManyTimesAtOnceItIsOneOrder() throws Exception {
        List<Callable<Long>> pushes = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            pushes.add(() -> desk.taken("12345-7", Kind.HELP).id());
        }
        assertEquals(1, Set.copyOf(together(pushes)).size());
    }

    @Test
    void ofTwoWhoActOnOneOrderTheSecondIsTold() throws Exception {
        long id = desk.taken("12345-1", Kind.ADVICE).id();
        List<Callable<Object>> both = List.of(() -> outcome(id, HOTLINE), () -> outcome(id, OTHER_HOTLINE));
        List<Object> outcomes = together(both);
        assertTrue(outcomes.contains(Problem.Kind.CONFLICT), outcomes::toString);
        assertTrue(outcomes.contains(State.ANSWERED), outcomes::toString);
        Problem stale = refused(
                Problem.Kind.CONFLICT,
                () -> desk.orders.step(id, new Step("close", 1, null, null, null, null), HOTLINE));
        assertTrue(stale.detail().zh().contains("已答复"), stale.detail().zh());
        assertEquals(2, desk.orders.get(id, LEADER).steps().size());
    }

    @Test
    void theCallerIsKnownToWhoHasTheOrderAlone() {
        long id = desk.taken("12345-1", Kind.HELP).id();
        assertEquals("王示例", desk.orders.get(id, HOTLINE).callerName());
        assertEquals("138******34", desk.orders.get(id, LEADER).callerPhone());
        desk.does(id, HOTLINE, "assign", "clerk", null);
        assertEquals(Desk.PHONE, desk.orders.get(id, CLERK).callerPhone());
        Order atHotline = desk.orders.get(id, HOTLINE);
        assertEquals("王**", atHotline.callerName());
        assertNull(atHotline.address());
        assertEquals("窗口没有人", atHotline.text());
        Actor colleague = Desk.actor("clerk2", "clerk");
        assertNull(desk.orders.get(id, colleague).text());
        desk.does(id, CLERK, "answer", null, "已安排");
        assertEquals(Desk.PHONE, desk.orders.get(id, HOTLINE).callerPhone());
        desk.does(id, HOTLINE, "call-back", null, "满意");
        desk.does(id, HOTLINE, "close", null, null);
        assertNotEquals(Desk.PHONE, desk.orders.get(id, HOTLINE).callerPhone());
        for (Order line : list(ALL, HOTLINE)) {
            assertEquals("王**", line.callerName());
            assertNull(line.text());
        }
        refused(Problem.Kind.NOT_FOUND, () -> desk.orders.get(id, ELSEWHERE));
        assertEquals(List.of(), list(ALL, ELSEWHERE));
    }

    @Test
    void aSystemSeesWhatItBroughtAndNothingElse() {
        desk.taken("12345-1", Kind.HELP);
        desk.orders.take(Desk.order(null, Kind.ADVICE), HOTLINE);
        assertEquals(
                List.of("12345-1"),
                list(ALL, CENTRE).stream().map(Order::number).toList());
        assertEquals(2, list(ALL, HOTLINE).size());
        Actor other = Desk.actor("another-system", "system");
        assertEquals(List.of(), list(ALL, other));
        refused(
                Problem.Kind.NOT_FOUND,
                () -> desk.orders.get(list(ALL, HOTLINE).get(0).id(), other));
        refused(Problem.Kind.FORBIDDEN, () -> desk.orders.take(Desk.order(null, Kind.ADVICE), CLERK));
        refused(Problem.Kind.FORBIDDEN, () -> list(ALL, Desk.actor("applicant", "applicant")));
    }

    @Test
    void answersThatAreFetchedStandInTheList() {
        desk.answered(desk.taken("12345-1", Kind.HELP).id());
        desk.taken("12345-2", Kind.HELP);
        List<Order> answered = list(new Orders.Query(null, State.ANSWERED, null, null, false, false), CENTRE);
        assertEquals(1, answered.size());
        assertEquals("已安排专人值守", answered.get(0).answer());
    }

    @Test
    void listsArePagedAndNarrowed() {
        for (int i = 0; i < 5; i++) {
            desk.taken("12345-" + i, i % 2 == 0 ? Kind.HELP : Kind.REPORT);
        }
        Page<Order> page = desk.orders.list(ALL, new PageRequest(null, 3), HOTLINE);
        assertEquals(
                List.of("12345-4", "12345-3", "12345-2"),
                page.items().stream().map(Order::number).toList());
        Page<Order> rest = desk.orders.list(ALL, new PageRequest(page.next(), 3), HOTLINE);
        assertEquals(2, rest.items().size());
        assertNull(rest.next());
        assertEquals(
                2,
                list(new Orders.Query(null, null, Kind.REPORT, null, false, false), HOTLINE)
                        .size());
        assertEquals(
                1,
                list(new Orders.Query(null, null, null, "12345-3", false, false), HOTLINE)
                        .size());
        desk.does(list(ALL, HOTLINE).get(0).id(), HOTLINE, "assign", "clerk", null);
        assertEquals(
                1,
                list(new Orders.Query(null, null, null, null, false, true), CLERK)
                        .size());
        assertEquals(
                5,
                list(new Orders.Query(Samples.TOWN, null, null, null, false, false), HOTLINE)
                        .size());
        refused(
                Problem.Kind.FORBIDDEN,
                () -> list(new Orders.Query("610926101000", null, null, null, false, false), HOTLINE));
    }

    @Test
    void onlyWhoHasAnOrderAnswersIt() {
        long id = desk.taken("12345-1", Kind.HELP).id();
        refused(Problem.Kind.FORBIDDEN, () -> desk.does(id, CLERK, "answer", null, "已办"));
        refused(Problem.Kind.INVALID, () -> desk.does(id, HOTLINE, "assign", "nobody", null));
        desk.does(id, HOTLINE, "assign", "clerk", null);
        refused(Problem.Kind.FORBIDDEN, () -> desk.does(id, HOTLINE, "answer", null, "已办"));
        refused(Problem.Kind.INVALID, () -> desk.does(id, CLERK, "answer", null, " "));
        refused(Problem.Kind.INVALID, () -> desk.does(id, CLERK, "jump", null, null));
        refused(Problem.Kind.FORBIDDEN, () -> desk.does(id, CENTRE, "close", null, null));
        assertEquals(State.ANSWERED, desk.does(id, CLERK, "answer", null, "已办").state());
    }

    @Test
    void aCallerWhoIsNotReachedIsCalledAgain() {
        long id = desk.taken("12345-1", Kind.HELP).id();
        desk.answered(id);
        for (int call = 1; call <= 3; call++) {
            refused(Problem.Kind.CONFLICT, () -> desk.does(id, HOTLINE, "close", null, null));
            Order missed =
                    desk.orders.step(id, new Step("call-back", desk.version(id), null, "无人接听", null, false), HOTLINE);
            assertEquals(call, missed.callsMissed());
        }
        assertEquals(State.CLOSED, desk.does(id, HOTLINE, "close", null, "三次未接").state());
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        Intake wrong = new Intake(
                "SB-1",
                null,
                "",
                "a\nb",
                "12",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Intake.Place(null, 91.0, 0.0, "ftp://x"));
        Problem problem = refused(Problem.Kind.INVALID, () -> desk.orders.take(wrong, CENTRE));
        assertEquals(
                List.of("number", "kind", "text", "callerPhone", "callerName", "media", "lat"),
                problem.violations().stream().map(Violation::field).toList());
        Intake unknown = new Intake(
                null, Kind.HELP, "x", null, null, null, "610926100000-99", null, null, null, null, null, null);
        assertEquals(
                "site",
                refused(Problem.Kind.INVALID, () -> desk.orders.take(unknown, CENTRE))
                        .violations()
                        .get(0)
                        .field());
        assertFalse(wrong.toString().contains("12 "));
    }

    private Object outcome(long id, Actor who) {
        try {
            return desk.orders
                    .step(id, new Step("answer", 1, null, "可以办理", null, null), who)
                    .state();
        } catch (Problem problem) {
            return problem.kind();
        }
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
