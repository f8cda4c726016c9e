// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is new in the journal is read once, however many are told of it, and nobody misses any of it. */
class TailTest {
    private static final int NODE = 1;
    private static final int OTHER = 2;
    private static final long FLOOR = Lane.floor(NODE);
    private static final int LIMIT = 200;

    private final TreeSet<Long> journal = new TreeSet<>();
    private int reads;
    private final Tail tail = new Tail((JournalStore) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {JournalStore.class}, (proxy, method, args) -> {
                assertEquals("journal", method.getName());
                reads++;
                return read((long) args[1], (long) args[2], (int) args[3]);
            }));

    @Test
    void whatIsNewIsReadOnceForAll() {
        write(1, 30);
        for (int listener = 0; listener < 10; listener++) {
            assertEquals(ids(1, 30), ids(tail.read(NODE, FLOOR, FLOOR + 30, LIMIT)));
        }
        write(31, 60);
        for (int listener = 0; listener < 10; listener++) {
            assertEquals(ids(31, 60), ids(tail.read(NODE, FLOOR + 30, FLOOR + 60, LIMIT)));
        }
        assertEquals(2, reads);
    }

    @Test
    void whatIsNotSettledIsReadWhenItIs() {
        write(1, 30);
        journal.remove(FLOOR + 21);
        Tail.Read before = tail.read(NODE, FLOOR, FLOOR + 20, LIMIT);
        assertEquals(ids(1, 20), ids(before));
        assertEquals(FLOOR + 20, before.upTo());
        journal.add(FLOOR + 21);
        assertEquals(ids(21, 30), ids(tail.read(NODE, FLOOR + 20, FLOOR + 30, LIMIT)));
    }

    @Test
    void whereNothingIsNewNothingIsRead() {
        write(1, 30);
        tail.read(NODE, FLOOR, FLOOR + 30, LIMIT);
        assertEquals(List.of(), ids(tail.read(NODE, FLOOR + 30, FLOOR + 30, LIMIT)));
        assertEquals(1, reads);
    }

    /** As after a kill: the highest positions were taken by commands that never ended. */
    @Test
    void aGapAtTheEndHoldsUpNobody() {
        write(1, 3);
        tail.read(NODE, FLOOR, FLOOR + 9, LIMIT);
        write(10, 12);
        for (int listener = 0; listener < 10; listener++) {
            assertEquals(ids(10, 12), ids(tail.read(NODE, FLOOR + 3, FLOOR + 12, LIMIT)));
        }
        assertEquals(2, reads);
    }

    /** Who has something to be told is told it first; the next reading is asked for by who has nothing left. */
    @Test
    void howFarItGoesIsSaid() {
        write(1, 30);
        tail.read(NODE, FLOOR, FLOOR + 30, LIMIT);
        write(31, 40);
        Tail.Read slow = tail.read(NODE, FLOOR + 10, FLOOR + 40, LIMIT);
        assertEquals(ids(11, 30), ids(slow));
        assertEquals(FLOOR + 30, slow.upTo());
        assertFalse(slow.full());
        assertEquals(1, reads);
    }

    @Test
    void whoIsFarBehindReadsAloneAndHoldsUpNobody() {
        write(1, 2000);
        tail.read(NODE, FLOOR + 1990, FLOOR + 2000, LIMIT);
        Tail.Read behind = tail.read(NODE, FLOOR, FLOOR + 2000, LIMIT);
        assertEquals(ids(1, 200), ids(behind));
        assertTrue(behind.full());
        assertEquals(FLOOR + 200, behind.upTo());
        assertEquals(ids(1991, 2000), ids(tail.read(NODE, FLOOR + 1990, FLOOR + 2000, LIMIT)));
        assertEquals(2, reads);
    }

    @Test
    void anotherNodesLaneIsReadToItsEnd() {
        long other = Lane.floor(OTHER);
        journal.add(other + 5);
        write(1, 3);
        assertEquals(List.of(other + 5), ids(tail.read(OTHER, other, FLOOR + 3, LIMIT)));
        assertEquals(ids(1, 3), ids(tail.read(NODE, FLOOR, FLOOR + 3, LIMIT)));
    }

    /** Listeners of any pace, one of them moved back now and then. */
    @Test
    void nobodyMissesAny() {
        Random random = new Random(20241);
        int listeners = 6;
        long[] at = LongStream.generate(() -> FLOOR).limit(listeners).toArray();
        List<List<Long>> told = new ArrayList<>();
        for (int i = 0; i < listeners; i++) {
            told.add(new ArrayList<>());
        }
        long last = 0;
        for (int step = 0; step < 4000; step++) {
            if (step < 3000 && random.nextInt(3) == 0) {
                // Positions of commands that were refused stay empty.
                last += 1 + random.nextInt(40);
                journal.add(FLOOR + last);
            }
            int who = random.nextInt(listeners);
            if (who == 0 && random.nextInt(300) == 0) {
                at[0] = FLOOR + random.nextInt((int) last + 1);
                long moved = at[0];
                told.get(0).removeIf(id -> id > moved);
            }
            Tail.Read read = tail.read(NODE, at[who], FLOOR + last, 1 + random.nextInt(LIMIT));
            List<Long> ids = ids(read);
            told.get(who).addAll(ids);
            at[who] = ids.isEmpty() ? at[who] : ids.get(ids.size() - 1);
        }
        for (int who = 0; who < listeners; who++) {
            Tail.Read rest = tail.read(NODE, at[who], FLOOR + last, Integer.MAX_VALUE);
            told.get(who).addAll(ids(rest));
            at[who] = rest.upTo();
            told.get(who).addAll(ids(tail.read(NODE, at[who], FLOOR + last, Integer.MAX_VALUE)));
            assertEquals(new ArrayList<>(journal), told.get(who), "listener " + who);
        }
    }

    private void write(long from, long to) {
        journal.addAll(ids(from, to));
    }

    private static List<Long> ids(long from, long to) {
        return LongStream.rangeClosed(FLOOR + from, FLOOR + to).boxed().toList();
    }

    private static List<Long> ids(Tail.Read read) {
        return read.entries().stream().map(entry -> entry.id).toList();
    }

    private List<JournalEntity> read(long after, long to, int limit) {
        return journal.subSet(after, false, Math.max(after, to), true).stream()
                .limit(limit)
                .map(TailTest::entry)
                .toList();
    }

    private static JournalEntity entry(long id) {
        JournalEntity entry = new JournalEntity();
        entry.id = id;
        return entry;
    }
}
