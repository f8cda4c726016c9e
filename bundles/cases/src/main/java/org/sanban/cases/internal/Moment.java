// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Finds a moment in a lane, whose positions grow with time but for commands that ran side by side. */
record Moment(JournalStore store, int lane) {
    /** Longer than a command takes between its place and its commit. */
    private static final Duration SIDE_BY_SIDE = Duration.ofSeconds(30);

    private static final int BATCH = 200;

    /** The position after which no entry older than {@code from} comes first. */
    long before(Instant from) {
        long reached = roughly(from.minus(SIDE_BY_SIDE));
        while (true) {
            List<JournalEntity> batch = store.journal(lane, reached, Long.MAX_VALUE, BATCH);
            for (JournalEntity entry : batch) {
                if (!at(entry).isBefore(from)) {
                    return reached;
                }
                reached = entry.id;
            }
            if (batch.size() < BATCH) {
                return reached;
            }
        }
    }

    /** Halves the lane until the last position is found whose entry is older. */
    private long roughly(Instant from) {
        long low = Lane.floor(lane);
        long high = Lane.ceiling(lane);
        while (low < high) {
            long middle = low + (high - low) / 2;
            List<JournalEntity> next = store.journal(lane, middle, high, 1);
            if (!next.isEmpty() && at(next.get(0)).isBefore(from)) {
                low = next.get(0).id;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Instant at(JournalEntity entry) {
        return CaseFile.instant(entry.at);
    }
}
