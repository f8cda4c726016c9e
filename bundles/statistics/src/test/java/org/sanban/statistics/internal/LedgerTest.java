// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.journal.Course;
import org.sanban.api.problem.Problem;
import org.sanban.api.statistics.Counts;
import org.sanban.api.statistics.Rebuild;
import org.sanban.data.test.TestDatabase;
import org.sanban.statistics.internal.Tally.Kind;

/** Counting as the journal goes on and counting anew come to one result; on each database in a subclass. */
abstract class LedgerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** So rarely that tests count by themselves. */
    private static final long NEVER = TimeUnit.DAYS.toMillis(1);

    private final Life life = new Life(42);
    private final List<Bookkeeper> opened = new ArrayList<>();
    private TestDatabase database;
    private Ledger ledger;
    private Bookkeeper bookkeeper;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        ledger = new Ledger(database.dataSource());
        bookkeeper = bookkeeper(ledger, NEVER);
    }

    private Bookkeeper bookkeeper(Ledger on, long pause) {
        Bookkeeper made = new Bookkeeper(on, life, pause);
        opened.add(made);
        return made;
    }

    @AfterEach
    void close() {
        opened.forEach(Bookkeeper::stop);
        database.close();
    }

    @Test
    void countingOneByOneAndCountingAnewComeToTheSame() {
        List<Course> told = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            told.add(life.happens());
        }
        told.addAll(told.subList(0, 500));
        for (Course course : life.shuffled(told)) {
            ledger.take(List.of(course));
        }
        count();
        Map<Tally.Key, List<Integer>> kept = Kept.shown(ledger);
        assertEquals(life.counted(), kept);

        Rebuild done = rebuilt();
        assertEquals(0, done.corrected());
        assertEquals(0, done.differing());
        assertEquals(life.all().size(), done.cases());
        assertEquals(life.all().stream().mapToLong(Course::version).sum(), done.entries());
        assertEquals(kept, Kept.shown(ledger));
    }

    @Test
    void whatAScoreReadsDoesNotGrowWithTheCases() {
        LocalDate from = LocalDate.of(2026, 1, 10);
        LocalDate until = LocalDate.of(2026, 11, 24);
        // Nine whole months, 22 days of January and 24 of November.
        int most = 9 + 22 + 24;
        for (int i = 0; i < 6_000; i++) {
            life.happens();
        }
        life.all().forEach(course -> ledger.take(List.of(course)));
        count();
        // A site's numbers are kept as the county's, which has most cases.
        List<Numbers.Row> rows = ledger.read(List.of(Life.COUNTY), Kind.DAY, Kind.MONTH, Days.ranges(from, until));
        Counts counts = Sums.total(rows);
        assertTrue(rows.size() <= most, rows.size() + " rows");
        assertTrue(counts.submitted() + counts.ended() > 10L * most, counts.toString());
    }

    @Test
    void whatWasNeverToldIsCountedAnewFromTheBeginning() {
        for (int i = 0; i < 1_500; i++) {
            life.happens();
        }
        assertTrue(Kept.shown(ledger).isEmpty());
        Rebuild done = rebuilt();
        assertEquals(life.all().size(), done.corrected());
        assertEquals(life.counted(), Kept.shown(ledger));
        ledger.take(life.all());
        assertEquals(0, ledger.waiting(1), "what was counted anew is no news when its entries come");
        assertEquals(0, rebuilt().differing());
    }

    @Test
    void whatHappensWhileItIsCountedAnewIsNeitherLostNorCountedTwice() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            ledger.take(List.of(life.happens()));
        }
        count();
        Bookkeeper busy = bookkeeper(ledger, 5);
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        List<Future<?>> work = new ArrayList<>();
        for (int clerk = 0; clerk < 2; clerk++) {
            work.add(clerks.submit(() -> {
                for (int i = 0; i < 1_500; i++) {
                    ledger.take(List.of(life.happens()));
                }
            }));
        }
        List<Rebuild> all = new ArrayList<>();
        do {
            busy.rebuild();
            all.add(busy.rebuilding(PATIENCE));
            assertEquals(Rebuild.State.DONE, all.get(all.size() - 1).state());
        } while (work.stream().anyMatch(one -> !one.isDone()));
        long entries = life.all().stream().mapToLong(Course::version).sum();
        assertTrue(all.get(0).entries() < entries, "nothing happened meanwhile");
        for (Future<?> one : work) {
            one.get(2, TimeUnit.MINUTES);
        }
        clerks.shutdown();
        count();
        assertEquals(life.counted(), Kept.shown(ledger));
    }

    @Test
    void severalNodesCountAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        List<Future<?>> work = new ArrayList<>();
        List<Course> told = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            told.add(life.happens());
        }
        for (int node = 0; node < 3; node++) {
            Ledger own = new Ledger(database.dataSource());
            Bookkeeper counts = bookkeeper(own, NEVER);
            List<Course> mine = life.shuffled(told);
            work.add(nodes.submit(() -> {
                for (int i = 0; i < mine.size(); i++) {
                    own.take(List.of(mine.get(i)));
                    if (i % 50 == 0) {
                        counts.portion();
                    }
                }
            }));
        }
        for (Future<?> one : work) {
            one.get(2, TimeUnit.MINUTES);
        }
        nodes.shutdown();
        count();
        assertEquals(life.counted(), Kept.shown(ledger));
        assertEquals(0, rebuilt().differing());
    }

    @Test
    void wrongNumbersArePutRightAndSaid() {
        for (int i = 0; i < 300; i++) {
            ledger.take(List.of(life.happens()));
        }
        count();
        ledger.transactions().in(connection -> {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("update statistics_count_a set submitted = submitted + 7 where kind = 'MONTH'");
                return statement.executeUpdate(
                        "update statistics_case set accepted = 20260101, counted_accepted = 20260101 where accepted = 0");
            }
        });
        Rebuild done = rebuilt();
        assertTrue(done.corrected() > 0 && done.differing() > 0, done.toString());
        assertEquals(life.counted(), Kept.shown(ledger));
        assertEquals(0, rebuilt().differing());
    }

    @Test
    void oneNodeCountsAnewAtATimeAndAnotherTakesOverWhatWasBrokenOff() {
        for (int i = 0; i < 600; i++) {
            life.happens();
        }
        assertTrue(new Recount("a node", life, ledger).begin());
        Problem problem = assertThrows(Problem.class, bookkeeper::rebuild);
        assertEquals(Problem.Kind.CONFLICT, problem.kind());
        ledger.take(life.all());
        assertEquals(0, bookkeeper.portion(), "only who counts anew counts meanwhile");

        Recount broken = new Recount("a node", life, ledger);
        broken.begin();
        assertTrue(broken.step());
        ledger.transactions().in(connection -> {
            State.read(connection).left().write(connection);
            return null;
        });
        Bookkeeper next = bookkeeper(new Ledger(database.dataSource()), 5);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (next.rebuilding(Duration.ofMillis(20)).state() != Rebuild.State.DONE && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThrows(Recount.Lost.class, broken::end);
        count();
        assertEquals(life.counted(), Kept.shown(ledger));
    }

    @Test
    void aCaseThatMovesLeavesNothingBehind() {
        Course course = life.happens();
        ledger.take(List.of(course));
        count();
        Instant at = course.submittedAt();
        Course running = life.put(Life.with(course, at, null, Status.OPEN, Life.NEAR, null));
        ledger.take(List.of(running));
        count();
        Course paused = life.put(Life.with(running, at, null, Status.OPEN, null, Light.PAUSED));
        ledger.take(List.of(paused));
        ledger.take(List.of(running));
        count();
        assertEquals(life.counted(), Kept.shown(ledger));
        Course done = life.put(Life.with(paused, at, at, Status.DONE, null, Light.ON_TIME));
        ledger.take(List.of(done));
        count();
        assertEquals(life.counted(), Kept.shown(ledger));
        assertFalse(Kept.shown(ledger).keySet().stream().anyMatch(key -> key.kind() == Tally.Kind.OPEN));
    }

    @Test
    void whatGoesBackWhileItIsCountedIsNotLost() {
        Course first = life.happens();
        ledger.take(List.of(first));
        count();
        Course paused = life.put(Life.with(first, null, null, Status.OPEN, null, Light.PAUSED));
        ledger.take(List.of(paused));
        // What the bookkeeper has read and not yet noted as counted, when the case goes back to how it was.
        CaseFact read = CaseFact.of(paused);
        Course back = life.put(Life.with(paused, null, null, Status.OPEN, null, Light.NONE));
        ledger.take(List.of(back));
        ledger.transactions().in(connection -> {
            Tally tally = new Tally();
            tally.add(CaseFact.of(first), CaseFact.of(first).now(), -1);
            tally.add(read, read.now(), 1);
            State.take(connection).numbers().add(connection, tally);
            CaseFacts.counted(connection, List.of(read));
            CaseFacts.done(connection, List.of(new CaseFacts.Waiting(read.id(), read.version())));
            return null;
        });
        count();
        assertEquals(life.counted(), Kept.shown(ledger));
    }

    private void count() {
        while (bookkeeper.portion() > 0) {
            assertTrue(ledger.waiting(1) >= 0);
        }
        assertEquals(0, ledger.waiting(1));
    }

    private Rebuild rebuilt() {
        bookkeeper.rebuild();
        Rebuild done = bookkeeper.rebuilding(PATIENCE);
        assertEquals(Rebuild.State.DONE, done.state(), done.toString());
        return done;
    }
}
