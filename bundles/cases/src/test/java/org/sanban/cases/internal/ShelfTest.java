// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Draft;
import org.sanban.data.test.TestDatabase;

/** What listeners are told is read once for all of them, and memory holds little of it, for a moment. */
class ShelfTest {
    private static final int CASES = 6;
    private static final long AMPLE = 1_000_000;

    private final TestDatabase database = TestDatabase.derby("cases");
    private long now;
    private List<JournalEntity> entries;
    private JpaCaseStore store;
    private CaseReader reader;

    @BeforeEach
    void write() {
        JpaJournalStore journal = new JpaJournalStore(database.jpa(), Rows.SETTINGS);
        store = new JpaCaseStore(database.jpa(), Rows.SETTINGS, journal);
        Modes modes = new Modes(store);
        modes.add(Fakes.MODE);
        Fakes.Matters matters = new Fakes.Matters();
        Deadlines deadlines = Deadlines.bundled(1, Instant::now);
        reader = new CaseReader(store, modes, matters, deadlines);
        CaseManager cases = new CaseManager(
                store, reader, modes, matters, new Fakes.Registry(), new Fakes.Identity(), deadlines, new Counters());
        for (int i = 0; i < CASES; i++) {
            cases.submit(
                    new Draft("test", Fakes.MATTER, Fakes.SITE, Fakes.applicant(), null, null, null, null, null),
                    Fakes.CLERK);
        }
        entries = journal.journal(1, Lane.floor(1), Lane.ceiling(1), 200);
        assertEquals(CASES, entries.size());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Shelf shelf(long largest) {
        return new Shelf(store, reader, () -> now, largest);
    }

    @Test
    void whatOneListenerIsToldIsReadForAll() {
        Shelf shelf = shelf(AMPLE);
        Map<Long, Shelf.Kept> first = shelf.of(entries);
        Map<Long, Shelf.Kept> second = shelf.of(entries.subList(1, CASES));
        assertEquals(CASES, first.size());
        second.forEach((id, one) -> assertSame(first.get(id), one));
    }

    @Test
    void whatIsNoLongerFreshIsForgotten() {
        Shelf shelf = shelf(AMPLE);
        Shelf.Kept before = shelf.of(entries).get(entries.get(0).id);
        now += Duration.ofSeconds(3).toNanos();
        assertNotSame(before, shelf.of(entries.subList(0, 1)).get(entries.get(0).id));
        assertEquals(1, shelf.size());
        now += Duration.ofSeconds(3).toNanos();
        shelf.tidy();
        assertEquals(0, shelf.size());
    }

    @Test
    void ofLongCasesAreFewAtATime() {
        Shelf ample = shelf(AMPLE);
        int characters = ample.of(entries).get(entries.get(0).id).characters();
        Shelf small = shelf(3L * characters);
        assertEquals(3, small.of(entries).size());
        assertEquals(3, small.size());
        small.of(entries.subList(3, CASES));
        assertEquals(3, small.size(), "the eldest go");
    }
}
