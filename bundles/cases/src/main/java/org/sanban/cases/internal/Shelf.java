// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.sanban.api.data.Latest;
import org.sanban.api.journal.Told;

/**
 * What listeners are told of the newest entries, for a moment: a case is read and taken apart once for all of them. Long cases
 * are few at a time: of what would be too much each is read when its turn comes.
 */
final class Shelf {
    private static final int MOST = 400;
    private static final long FRESH = Duration.ofSeconds(2).toNanos();
    /** Characters of the rows that are kept, and that are taken apart at once: objects of some seven megabytes. */
    private static final long LARGEST = 1_000_000;

    private final CaseStore cases;
    private final CaseReader reader;
    private final LongSupplier clock;
    private final long largest;
    /** In the order in which they were read. */
    private final Map<Long, Kept> kept = Latest.written(MOST);

    Shelf(CaseStore cases, CaseReader reader) {
        this(cases, reader, System::nanoTime, LARGEST);
    }

    Shelf(CaseStore cases, CaseReader reader, LongSupplier clock, long largest) {
        this.cases = cases;
        this.reader = reader;
        this.clock = clock;
        this.largest = largest;
    }

    /**
     * What was made of an entry; its case may have gone on since.
     *
     * @param characters how long its rows are
     */
    record Kept(Told told, long readAt, int characters) {}

    /** Whether it may still be told. */
    boolean isFresh(Kept one) {
        return clock.getAsLong() - one.readAt <= FRESH;
    }

    /** What there is to tell of entries; without those that cannot be told, or would be too much. */
    synchronized Map<Long, Kept> of(List<JournalEntity> batch) {
        tidy();
        List<JournalEntity> missing =
                batch.stream().filter(entry -> !kept.containsKey(entry.id)).toList();
        Set<Long> ids = missing.stream().map(entry -> entry.caseId).collect(Collectors.toSet());
        Map<Long, CaseEntity> rows = cases.find(ids);
        Map<Long, Kept> found = new HashMap<>();
        long characters = 0;
        for (JournalEntity entry : missing) {
            Kept one = characters < largest ? make(entry, rows.get(entry.caseId)) : null;
            if (one != null) {
                characters += one.characters;
                found.put(entry.id, one);
            }
        }
        batch.forEach(entry -> found.computeIfAbsent(entry.id, kept::get));
        missing.forEach(entry -> kept.computeIfAbsent(entry.id, found::get));
        tidy();
        return found;
    }

    /** Null when it cannot be made: it says why when it is its turn to be told. */
    private Kept make(JournalEntity entry, CaseEntity row) {
        try {
            return new Kept(made(entry, row), clock.getAsLong(), row.data.length() + entry.detail.length());
        } catch (RuntimeException | LinkageError e) {
            return null;
        }
    }

    /** Forgets what is no longer fresh, and the eldest of what is too much. */
    synchronized void tidy() {
        long characters = kept.values().stream().mapToLong(Kept::characters).sum();
        Iterator<Kept> eldest = kept.values().iterator();
        while (eldest.hasNext()) {
            Kept one = eldest.next();
            if (isFresh(one) && characters <= largest) {
                break;
            }
            characters -= one.characters;
            eldest.remove();
        }
    }

    /** How many are kept. */
    synchronized int size() {
        return kept.size();
    }

    /** What there is to tell of an entry, read now. */
    Told now(JournalEntity entry) {
        return made(entry, cases.find(entry.caseId));
    }

    private Told made(JournalEntity entry, CaseEntity row) {
        return new Told(reader.entry(row, entry), reader.state(row));
    }
}
