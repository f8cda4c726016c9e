// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.data.Latest;
import org.sanban.api.journal.Told;

/** What listeners are told of the newest entries, for a moment: a case is read and taken apart once for all of them. */
final class Shelf {
    private static final int MOST = 400;
    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private final CaseStore cases;
    private final CaseReader reader;
    private final Map<Long, Kept> kept = Latest.written(MOST);

    Shelf(CaseStore cases, CaseReader reader) {
        this.cases = cases;
        this.reader = reader;
    }

    /** What was made of an entry, and when; its case may have gone on since. */
    record Kept(Told told, long readAt) {
        boolean fresh() {
            return System.nanoTime() - readAt <= FRESH;
        }
    }

    /** What there is to tell of entries; without those that cannot be told. */
    synchronized Map<Long, Kept> of(List<JournalEntity> batch) {
        List<JournalEntity> missing = batch.stream()
                .filter(entry ->
                        !kept.containsKey(entry.id) || !kept.get(entry.id).fresh())
                .toList();
        Set<Long> ids = missing.stream().map(entry -> entry.caseId).collect(Collectors.toSet());
        Map<Long, CaseEntity> rows = cases.find(ids);
        Map<Long, Kept> found = new HashMap<>();
        missing.forEach(entry -> make(entry, rows.get(entry.caseId), found));
        batch.forEach(entry -> found.computeIfAbsent(entry.id, kept::get));
        found.forEach(kept::put);
        return found;
    }

    /** One that cannot be made says why when it is its turn to be told. */
    private void make(JournalEntity entry, CaseEntity row, Map<Long, Kept> found) {
        try {
            found.put(entry.id, new Kept(made(entry, row), System.nanoTime()));
        } catch (RuntimeException | LinkageError e) {
            kept.remove(entry.id);
        }
    }

    /** What there is to tell of an entry, read now. */
    Told now(JournalEntity entry) {
        return made(entry, cases.find(entry.caseId));
    }

    private Told made(JournalEntity entry, CaseEntity row) {
        return new Told(reader.entry(row, entry), reader.state(row));
    }
}
