// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Answer;
import org.sanban.api.journal.JournalEntry.Kind;

/** What a channel tells later of a message counts, once, whenever and to whichever node it tells it. */
abstract class ReceiptsTest extends MessagesFixture {
    private Receipts here;
    private Receipts there;

    @BeforeEach
    void nodes() {
        install("sms", sms);
        here = node();
        there = node();
    }

    /** A node that shares the database; what it knows by itself is gone with it. */
    private Receipts node() {
        return new Receipts(new MessageStore(database.jpa()), settings, () -> now);
    }

    private String reference(String number) {
        return "ref-m" + store.of(number).get(0).id;
    }

    private int kept() {
        return store.kept(Instant.EPOCH, 2 * Receipts.MOST).size();
    }

    @Test
    void aReceiptTellsWhetherItArrived() {
        told(NUMBER, Kind.REFUSED);
        told(OTHER, Kind.REFUSED);
        sender("sms").work();
        manager.receipt("sms", reference(NUMBER), true, null);
        manager.receipt("sms", reference(OTHER), false, "absent subscriber");
        manager.receipt("sms", reference(OTHER), false, "absent subscriber");
        manager.receipt("another", reference(OTHER), true, null);
        assertEquals(State.ARRIVED, only().state());
        assertEquals(List.of(State.FAILED, State.CALL), states(OTHER));
        assertEquals(1, kept(), "of another channel nobody knows it");
    }

    @Test
    void oneAtAnotherNodeBeforeTheAnswerIsWrittenCounts() {
        told(NUMBER, Kind.REFUSED);
        told(OTHER, Kind.REFUSED);
        sms.answers = message -> {
            boolean arrived = message.text().contains(NUMBER);
            assertEquals(List.of(), there.told("sms", "ref-" + message.id(), arrived, "absent subscriber"));
            there.look(failed -> assertEquals("nothing", failed.number, "its message is not known yet"));
            return Answer.sent(null);
        };
        sender("sms").work();
        assertEquals(List.of(State.SENT), states(OTHER));
        here.look(fallback::next);
        assertEquals(State.ARRIVED, only().state());
        assertEquals(List.of(State.FAILED, State.CALL), states(OTHER));
        assertEquals("absent subscriber", store.of(OTHER).get(0).reason);
        assertEquals(0, kept());
    }

    /** A long text goes out in parts; each has a receipt, at whichever node the provider's session for it ends. */
    @Test
    void whatWentOutInPartsArrivedWhenEachPartHas() {
        told(NUMBER, Kind.REFUSED);
        sms.answer = Answer.sentInParts(List.of("a", "b", "b", "", "c"));
        sms.answers = message -> {
            there.told("sms", "c", true, null);
            return sms.answer;
        };
        sender("sms").work();
        here.told("sms", "a", true, null);
        here.told("sms", "a", true, null);
        here.look(fallback::next);
        assertEquals(State.SENT, only().state(), "the second part is open");
        assertEquals(0, kept());
        there = node();
        there.told("another", "b", true, null);
        assertEquals(State.SENT, only().state());
        there.told("sms", "b", true, null);
        assertEquals(State.ARRIVED, only().state());
        assertEquals(List.of(), parts());
    }

    @Test
    void whatWentOutInPartsDidNotArriveWhenOneHasNotAndIsCountedAnewWhenItIsSentAgain() {
        told(NUMBER, Kind.REFUSED);
        sms.answer = Answer.sentInParts(List.of("a", "b"));
        sender("sms").work();
        here.told("sms", "a", true, null);
        assertEquals(1, here.told("sms", "b", false, "absent subscriber").size());
        assertEquals(State.FAILED, only().state());
        assertEquals(List.of(), there.told("sms", "a", true, null));
        assertEquals(List.of(), parts());

        assertEquals(1, messages.resend("sms", ADMIN));
        sms.answer = Answer.sentInParts(List.of("b", "d"));
        sender("sms").work();
        here.told("sms", "b", true, null);
        assertEquals(State.SENT, only().state());
        here.told("sms", "d", true, null);
        assertEquals(State.ARRIVED, only().state());
    }

    private List<PartEntity> parts() {
        return store.in(em ->
                em.createQuery("select p from PartEntity p", PartEntity.class).getResultList());
    }

    @Test
    void partsThatArriveAtOnceAtTwoNodesAreAllCounted() throws Exception {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            references.add("part-" + i);
        }
        told(NUMBER, Kind.REFUSED);
        sms.answer = Answer.sentInParts(references);
        sender("sms").work();
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> nodes = List.of(tells(here, start, references, 0), tells(there, start, references, 1));
            for (Future<Void> one : threads.invokeAll(nodes, 60, TimeUnit.SECONDS)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(State.ARRIVED, only().state());
    }

    /** Tells every second of them. */
    private static Callable<Void> tells(Receipts node, CyclicBarrier start, List<String> references, int first) {
        return () -> {
            start.await();
            for (int i = first; i < references.size(); i += 2) {
                node.told("sms", references.get(i), true, null);
            }
            return null;
        };
    }

    @Test
    void ofANodeThatIsKilledBeforeItWritesTheAnswerItCountsOnceAnotherHasSentAgain() {
        told(NUMBER, Kind.REFUSED);
        sms.answers = message -> {
            there.told("sms", "ref-" + message.id(), true, null);
            throw new AssertionError("killed");
        };
        Sender killed = sender("sms");
        assertThrows(AssertionError.class, killed::work);
        assertEquals(State.WAITING, only().state());

        there = node();
        there.look(fallback::next);
        now = now.plus(Leases.LEASE).plusSeconds(1);
        sms.answers = message -> Answer.sent(null);
        sender("sms", "another").work();
        assertEquals(1, sms.taken.size());
        there.look(fallback::next);
        assertEquals(State.ARRIVED, only().state());
        assertEquals(0, kept());
    }

    @Test
    void theFirstOfSeveralCounts() {
        told(NUMBER, Kind.REFUSED);
        here.told("sms", reference(NUMBER), false, "absent subscriber");
        there.told("sms", reference(NUMBER), true, null);
        assertEquals(1, kept());
        sender("sms").work();
        AtomicInteger failed = new AtomicInteger();
        here.look(row -> failed.incrementAndGet());
        there.look(row -> failed.incrementAndGet());
        assertEquals(1, failed.get());
        assertEquals(State.FAILED, only().state());
        assertEquals(List.of(), there.told("sms", reference(NUMBER), true, null));
        assertEquals(State.FAILED, only().state());
        assertEquals(0, kept());
    }

    @Test
    void nodesThatAreToldAndLookAtOnceSettleEachOnce() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            numbers.add("6109262600%07d".formatted(i));
            told(numbers.get(i - 1), Kind.REFUSED);
        }
        numbers.forEach(number -> here.told("sms", reference(number), false, "absent subscriber"));
        sender("sms").work();
        AtomicInteger failed = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(3);
        Callable<Void> again = () -> {
            start.await();
            for (String number : numbers) {
                there.told("sms", reference(number), false, "absent subscriber").forEach(told(failed));
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Void>> nodes = List.of(looks(here, start, failed), looks(there, start, failed), again);
            for (Future<Void> one : threads.invokeAll(nodes, 60, TimeUnit.SECONDS)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        node().look(told(failed));
        assertEquals(numbers.size(), failed.get());
        numbers.forEach(number -> assertEquals(List.of(State.FAILED, State.CALL), states(number)));
        assertEquals(0, kept());
    }

    private Callable<Void> looks(Receipts node, CyclicBarrier start, AtomicInteger failed) {
        return () -> {
            start.await();
            node.look(told(failed));
            return null;
        };
    }

    private Consumer<MessageEntity> told(AtomicInteger failed) {
        return row -> {
            failed.incrementAndGet();
            fallback.next(row);
        };
    }

    @Test
    void oneOfWhatIsOnItsWayOnceMoreIsKeptUntilItIsSent() {
        told(NUMBER, Kind.REFUSED);
        sender("sms").work();
        here.told("sms", reference(NUMBER), false, "absent subscriber");
        assertEquals(1, messages.resend("sms", ADMIN));
        here.told("sms", reference(NUMBER), true, null);
        here.look(fallback::next);
        assertEquals(State.WAITING, only().state());
        sender("sms").work();
        here.look(fallback::next);
        assertEquals(State.ARRIVED, only().state());
    }

    @Test
    void whatHasWaitedForLongIsLookedAtAllTheSame() {
        told(NUMBER, Kind.REFUSED);
        here.told("sms", reference(NUMBER), true, null);
        here.look(fallback::next);
        now = now.plus(Duration.ofHours(3));
        sender("sms").work();
        here.look(fallback::next);
        assertEquals(State.ARRIVED, only().state());
    }

    @Test
    void whatNobodySentIsForgottenOnceNoMessageIsTriedAnyLonger() {
        here.told("sms", "unknown", true, null);
        here.told("sms", "x".repeat(121), true, null);
        assertEquals(1, kept());
        now = now.plus(settings.tries()).minusSeconds(1);
        here.look(fallback::next);
        assertEquals(1, kept());
        now = now.plus(Receipts.FRESH);
        here.look(fallback::next);
        assertEquals(0, kept());
    }

    @Test
    void aFloodOfUnknownOnesIsBoundedAndTheNewestStay() {
        told(NUMBER, Kind.REFUSED);
        here.look(fallback::next);
        for (int i = 0; i < Receipts.MOST + 50; i++) {
            now = now.plusMillis(1);
            here.told("sms", "unknown-" + i, true, null);
        }
        now = now.plusMillis(1);
        here.told("sms", reference(NUMBER), true, null);
        here.look(fallback::next);
        assertEquals(Receipts.MOST, kept());
        sender("sms").work();
        here.look(fallback::next);
        assertEquals(State.ARRIVED, only().state());
    }
}
