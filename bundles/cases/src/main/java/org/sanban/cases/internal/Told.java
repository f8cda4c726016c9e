// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.cases.Case;
import org.sanban.api.journal.JournalEntry;

/**
 * What was read of the newest entries, for a moment: every listener is told of them, and they are read once.
 *
 * @param entry the entry
 * @param state its case, as it was with the entry or shortly after
 * @param readAt when, of {@link System#nanoTime}
 */
record Told(JournalEntry entry, Case state, long readAt) {
    /** The newest entries, shared by the threads that deliver. */
    static final class Shelf {
        private static final int MOST = 400;
        private static final long FRESH = Duration.ofSeconds(2).toNanos();

        private final Map<Long, Told> kept = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Told> eldest) {
                return size() > MOST;
            }
        };

        /** What is there of an entry, null when nothing is, or nothing fresh. */
        synchronized Told get(long entry) {
            Told told = kept.get(entry);
            return told == null || System.nanoTime() - told.readAt() > FRESH ? null : told;
        }

        synchronized void put(long entry, Told told) {
            kept.put(entry, told);
        }

        /** Cases of the entries of which nothing is there. */
        Set<Long> missing(List<JournalEntity> batch) {
            return batch.stream()
                    .filter(entry -> get(entry.id) == null)
                    .map(entry -> entry.caseId)
                    .collect(Collectors.toSet());
        }
    }
}
