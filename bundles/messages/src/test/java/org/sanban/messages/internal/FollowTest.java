// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Answer;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/** What came to nothing is told another way, once, whatever happens in between. */
abstract class FollowTest extends MessagesFixture {
    /** Mornings may have passed. */
    private static final Duration LONG = Duration.ofDays(2);

    @BeforeEach
    void channel() {
        install("sms", sms);
        told(NUMBER, Kind.REFUSED);
    }

    private void killed() {
        cases.reading = number -> {
            throw new AssertionError("killed");
        };
    }

    private void away(String which, AtomicInteger times) {
        cases.reading = number -> {
            if (number.equals(which) && times.getAndDecrement() > 0) {
                throw Problem.unavailable(new Text("办理方式已停用", "the mode is away"));
            }
        };
    }

    private void later() {
        cases.reading = number -> {};
        now = now.plus(Fallback.FIRST);
    }

    private List<MessageEntity> marked() {
        return store.marked(now.plus(LONG), 10 * Fallback.PAGE);
    }

    private long refused(String number) {
        told(number, Kind.REFUSED);
        long id = store.of(number).get(0).id;
        outbox.answered(id, Answer.refused("no such number"), false);
        return id;
    }

    @Test
    void ofANodeThatIsKilledAfterARefusalAnotherTellsIt() {
        sms.answer = Answer.refused("no such number");
        killed();
        Sender sender = sender("sms");
        assertThrows(AssertionError.class, sender::work);
        assertEquals(List.of(State.REFUSED), states(NUMBER));

        cases.reading = number -> {};
        fallback().look();
        assertEquals(List.of(State.REFUSED), states(NUMBER), "whoever marked it has a moment to tell it");
        later();
        fallback().look();
        assertEquals(List.of(State.REFUSED, State.CALL), states(NUMBER));
        now = now.plus(LONG);
        fallback().look();
        assertEquals(List.of(State.REFUSED, State.CALL), states(NUMBER));
        assertEquals(List.of(), marked());
    }

    @Test
    void ofANodeThatIsKilledAfterTheTimeIsOverOrAReceiptAnotherTellsIt() {
        told(OTHER, Kind.REFUSED);
        outbox.answered(store.of(OTHER).get(0).id, Answer.sent("ref"), false);
        killed();
        assertThrows(AssertionError.class, () -> manager.receipt("sms", "ref", false, null));
        assertTrue(outbox.fail(store.of(NUMBER).get(0).id, State.WAITING, "not sent in time"));
        later();
        fallback().look();
        assertEquals(List.of(State.FAILED, State.CALL), states(NUMBER));
        assertEquals(List.of(State.FAILED, State.CALL), states(OTHER));
    }

    @Test
    void whatFailsInTheMidstOfItIsMarkedStill() {
        FakeChannel broken = new FakeChannel(false);
        install("sms", broken);
        MessageEntity row = store.of(NUMBER).get(0);
        store.in(em -> em.find(MessageEntity.class, row.id).channel = "wechat");
        broken.ability = null;
        outbox.fail(row.id, State.WAITING, "no connection");
        row.channel = "wechat";
        fallback.next(row);
        later();
        fallback.look();
        assertEquals(List.of(State.FAILED), states(NUMBER));
        assertEquals(1, marked().size());

        install("sms", sms);
        later();
        fallback.look();
        assertEquals(List.of(State.FAILED, State.WAITING), states(NUMBER));
        assertEquals(List.of(), marked());
    }

    @Test
    void nodesThatLookAtOnceTellEachOnce() throws Exception {
        List<String> numbers = new ArrayList<>();
        List<MessageEntity> failed = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            numbers.add("6109262700%07d".formatted(i));
            refused(numbers.get(i - 1));
            failed.addAll(store.of(numbers.get(i - 1)));
        }
        later();
        CyclicBarrier start = new CyclicBarrier(3);
        Fallback here = fallback();
        Fallback there = fallback();
        List<Callable<Void>> nodes =
                List.of(at(start, here::look), at(start, there::look), at(start, () -> failed.forEach(fallback::next)));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Future<Void> one : threads.invokeAll(nodes, 60, TimeUnit.SECONDS)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        numbers.forEach(number -> assertEquals(List.of(State.REFUSED, State.CALL), states(number)));
        assertEquals(List.of(), marked());
    }

    private static Callable<Void> at(CyclicBarrier start, Runnable node) {
        return () -> {
            start.await();
            node.run();
            return null;
        };
    }

    @Test
    void oneOfSeveralFindsTheMark() {
        long id = refused(OTHER);
        Boolean first = store.in(em -> MessageStore.mark(em, id, null));
        Boolean second = store.in(em -> MessageStore.mark(em, id, now));
        assertEquals(List.of(true, false), List.of(first, second), "nor is it set again");
    }

    @Test
    void oneThatCannotBeToldHoldsUpNeitherItsChannelNorTheOthers() {
        told(OTHER, Kind.REFUSED);
        sms.answer = Answer.refused("no such number");
        away(NUMBER, new AtomicInteger(1));
        sender("sms").work();
        assertEquals(List.of(State.REFUSED), states(NUMBER));
        assertEquals(List.of(State.REFUSED, State.CALL), states(OTHER), "at once");
        later();
        fallback.look();
        assertEquals(List.of(State.REFUSED, State.CALL), states(NUMBER));
    }

    @Test
    void oneThatCannotBeToldForLongIsTriedLessAndLess() {
        refused(OTHER);
        outbox.fail(store.of(NUMBER).get(0).id, State.WAITING, "no connection");
        int most = 1000;
        AtomicInteger left = new AtomicInteger(most);
        away(NUMBER, left);
        for (Instant end = now.plus(Duration.ofHours(2)); now.isBefore(end); now = now.plusSeconds(2)) {
            fallback.look();
        }
        assertEquals(List.of(State.REFUSED, State.CALL), states(OTHER));
        assertEquals(List.of(State.FAILED), states(NUMBER));
        int tries = most - left.get();
        assertTrue(tries >= 10 && tries <= 16, tries + " tries in two hours");

        cases.reading = number -> {};
        now = now.plus(Duration.ofMinutes(15));
        fallback.look();
        assertEquals(List.of(State.FAILED, State.CALL), states(NUMBER));
    }

    @Test
    void whatAnOperatorSendsAgainIsNotToldAnotherWay() {
        MessageEntity row = store.of(NUMBER).get(0);
        outbox.fail(row.id, State.WAITING, "no connection");
        refused(OTHER);
        assertEquals(1, messages.resend("sms", ADMIN));
        messages.resend(store.of(OTHER).get(0).id, ADMIN);
        assertEquals(List.of(), marked());
        fallback.next(row);
        later();
        fallback.look();
        assertEquals(List.of(State.WAITING), states(NUMBER), "though a node had read it before");
        assertEquals(List.of(State.WAITING), states(OTHER));

        outbox.fail(row.id, State.WAITING, "no connection");
        later();
        fallback.look();
        assertEquals(List.of(State.FAILED, State.CALL), states(NUMBER));
        assertEquals(1, messages.resend("sms", ADMIN));
        outbox.fail(row.id, State.WAITING, "no connection");
        later();
        fallback.look();
        assertEquals(List.of(State.FAILED, State.CALL), states(NUMBER), "the call stands already");
        assertEquals(List.of(), marked());
    }

    @Test
    void whereNothingIsToFollowNothingIsMarkedAnyLonger() {
        told(OTHER, Kind.ADVANCED, visit("2026-12-01T01:00:00Z"));
        store.of(OTHER).forEach(row -> outbox.fail(row.id, State.WAITING, "no connection"));
        now = Instant.parse("2026-12-01T02:00:00Z");
        fallback.look();
        assertEquals(
                List.of(State.FAILED, State.FAILED, State.CALL),
                states(OTHER),
                "of a visit that is over nobody is reminded");
        assertEquals(List.of(), marked());
    }

    @Test
    void theOldestComeFirstAndNoMoreThanAPageAtOnce() {
        List<Long> ids = new ArrayList<>();
        for (int i = 1; i <= Fallback.PAGE + 1; i++) {
            ids.add(refused("6109262700%07d".formatted(i)));
            now = now.plusMillis(1);
        }
        later();
        assertEquals(ids, marked().stream().map(row -> row.id).toList());
        fallback.look();
        assertEquals(
                ids.subList(Fallback.PAGE, ids.size()),
                marked().stream().map(row -> row.id).toList());
        fallback.look();
        assertEquals(List.of(), marked());
    }
}
