// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.journal.Told;

/** What was read of the newest entries, for a moment: every listener is told of them, and they are read once. */
final class Shelf {
    private static final int MOST = 400;
    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private record Kept(Told told, long readAt) {}

    private final Map<Long, Kept> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Kept> eldest) {
            return size() > MOST;
        }
    };

    /** What is there of an entry, null when nothing is, or nothing fresh. */
    synchronized Told get(long entry) {
        Kept there = kept.get(entry);
        return there == null || System.nanoTime() - there.readAt() > FRESH ? null : there.told();
    }

    synchronized void put(long entry, Told told) {
        kept.put(entry, new Kept(told, System.nanoTime()));
    }

    /** Cases of the entries of which nothing is there. */
    Set<Long> missing(List<JournalEntity> batch) {
        return batch.stream()
                .filter(entry -> get(entry.id) == null)
                .map(entry -> entry.caseId)
                .collect(Collectors.toSet());
    }
}
