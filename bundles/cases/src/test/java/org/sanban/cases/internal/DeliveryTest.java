// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Draft;
import org.sanban.api.journal.JournalBatchListener;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalListener;
import org.sanban.api.journal.JournalService.Delivery;
import org.sanban.api.journal.Told;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.data.test.TestDatabase;

/** Listeners that are down are waited for, and can be told again from any moment. */
class DeliveryTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String ID = "post";
    private static final Map<String, Object> NAMED = Map.of("listener.id", ID);

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private volatile boolean down;
    private final JournalListener listener = (entry, state) -> {
        if (down) {
            throw Problem.unavailable(new Text("对方没有应答。", "The other side does not answer."));
        }
        told.add(entry.number() + "/" + entry.seq());
    };

    private TestDatabase database;
    private CaseManager cases;
    private Dispatcher dispatcher;

    private void open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("cases") : TestDatabase.postgres("cases");
        JpaJournalStore journal = new JpaJournalStore(database.jpa(), Rows.SETTINGS);
        JpaCaseStore store = new JpaCaseStore(database.jpa(), Rows.SETTINGS, journal);
        Modes modes = new Modes(store);
        modes.add(Fakes.MODE);
        Fakes.Matters matters = new Fakes.Matters();
        Deadlines deadlines = Deadlines.bundled(1, Instant::now);
        CaseReader reader = new CaseReader(store, modes, matters, deadlines);
        cases = new CaseManager(
                store, reader, modes, matters, new Fakes.Registry(), new Fakes.Identity(), deadlines, new Counters());
        dispatcher = new Dispatcher(journal, store, reader, Rows.SETTINGS);
    }

    @AfterEach
    void close() throws InterruptedException {
        dispatcher.stop();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("sanban-deliver-")) {
                thread.join(DEADLINE.toMillis());
            }
        }
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void whoIsDownIsWaitedForInOrderAndNothingIsParked(String kind) throws InterruptedException {
        open(kind);
        down = true;
        dispatcher.add(listener, NAMED);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            written.addAll(life());
        }
        await(() -> delivery().lastError() != null);
        assertTrue(delivery().waiting());
        assertNotNull(delivery().since());
        assertEquals(0, delivery().parked());

        down = false;
        assertEquals(written, next(written.size()));
        await(() -> !delivery().waiting());
        assertNull(delivery().since());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void whoIsDownDelaysNobodyElse(String kind) throws InterruptedException {
        open(kind);
        down = true;
        BlockingQueue<String> others = new LinkedBlockingQueue<>();
        JournalListener other = (entry, state) -> others.add(entry.number() + "/" + entry.seq());
        dispatcher.add(listener, NAMED);
        dispatcher.add(other, Map.of("listener.id", "other"));
        await(() -> dispatcher.deliveries().size() == 2);
        for (int i = 0; i < 3; i++) {
            for (String entry : life()) {
                assertEquals(entry, others.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS));
            }
        }
        await(() -> delivery().lastError() != null);
        assertTrue(delivery().waiting());
        dispatcher.remove(other, Map.of("listener.id", "other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aListenerIsToldAgainFromAMomentOn(String kind) throws InterruptedException {
        open(kind);
        List<String> before = life();
        dispatcher.add(listener, NAMED);
        assertEquals(before, next(before.size()));
        Instant moment = Instant.now();
        List<String> after = life();
        assertEquals(after, next(after.size()));

        dispatcher.rewind(ID, moment);
        assertEquals(after, next(after.size()));
        dispatcher.rewind(ID, Instant.EPOCH);
        before.addAll(after);
        assertEquals(before, next(before.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aNewListenerIsToldOfNothingOlderWhenItSaysSo(String kind) throws InterruptedException {
        open(kind);
        life();
        dispatcher.rewind(ID, Instant.now());
        dispatcher.add(listener, NAMED);
        List<String> after = life();
        assertEquals(after, next(after.size()));
        assertTrue(told.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void oneThatIsWaitedForCanBeMovedOn(String kind) throws InterruptedException {
        open(kind);
        down = true;
        dispatcher.add(listener, NAMED);
        life();
        await(() -> delivery().lastError() != null);
        dispatcher.rewind(ID, Instant.now());
        down = false;
        List<String> after = life();
        assertEquals(after, next(after.size()));
        assertTrue(told.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void whatIsForgottenBeginsAnew(String kind) throws InterruptedException {
        open(kind);
        List<String> all = life();
        dispatcher.add(listener, NAMED);
        assertEquals(all, next(all.size()));
        assertFalse(dispatcher.forget(ID));
        dispatcher.remove(listener, NAMED);
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("sanban-deliver-" + ID)));
        assertTrue(dispatcher.forget(ID));
        assertTrue(
                dispatcher.deliveries().stream().noneMatch(one -> one.listener().equals(ID)));
        dispatcher.add(listener, NAMED);
        assertEquals(all, next(all.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void whoTakesSeveralIsGivenThemTogetherAndEachByItselfWhenOneFails(String kind) throws InterruptedException {
        open(kind);
        List<String> good = life();
        List<String> bad = life();
        List<String> more = life();
        BlockingQueue<Integer> batches = new LinkedBlockingQueue<>();
        JournalListener many = new JournalBatchListener() {
            @Override
            public void on(List<Told> batch) {
                batches.add(batch.size());
                if (batch.stream().anyMatch(this::isBad)) {
                    throw new IllegalStateException("none of them");
                }
                batch.forEach(one -> told.add(named(one.entry())));
            }

            @Override
            public void on(JournalEntry entry, Case state) {
                if (isBad(new Told(entry, state))) {
                    throw new IllegalStateException("not this one");
                }
                told.add(named(entry));
            }

            private boolean isBad(Told one) {
                return named(one.entry()).equals(bad.get(0));
            }
        };
        dispatcher.add(many, NAMED);
        good.addAll(more);
        assertEquals(good, next(good.size()), "all but the case of the one that fails");
        await(() -> delivery().parked() == 2);
        assertEquals(List.of(6), List.copyOf(batches));

        dispatcher.rewind(ID, Instant.now());
        List<String> after = life();
        after.addAll(life());
        assertEquals(after, next(after.size()));
        assertTrue(told.isEmpty());
    }

    private static String named(JournalEntry entry) {
        return entry.number() + "/" + entry.seq();
    }

    /** A case with two entries. */
    private List<String> life() {
        Draft draft = new Draft("test", Fakes.MATTER, Fakes.SITE, Fakes.applicant(), null, null, null, null, null);
        String number = cases.submit(draft, Fakes.CLERK).number();
        cases.act(number, Action.of("accept", 1), Fakes.CLERK);
        return new ArrayList<>(List.of(number + "/1", number + "/2"));
    }

    private List<String> next(int count) throws InterruptedException {
        List<String> next = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            next.add(told.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS));
        }
        return next;
    }

    private Delivery delivery() {
        return dispatcher.deliveries().stream()
                .filter(one -> one.listener().equals(ID))
                .findFirst()
                .orElseThrow();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "not within " + DEADLINE);
            Thread.sleep(20);
        }
    }
}
