// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The newest entries of this node's lane: however many listeners are told of them, they are read once. Who is further
 * behind than what is kept reads for itself.
 */
final class Tail {
    private static final int MOST = 400;

    private final JournalStore store;
    /** All entries after {@link #low}, up to {@link #high}. */
    private final NavigableMap<Long, JournalEntity> kept = new TreeMap<>();

    private long low;
    private long high;

    Tail(JournalStore store) {
        this.store = store;
    }

    /**
     * Entries of a lane in order.
     *
     * @param upTo how far these are all there is
     * @param full whether there may be more at once
     */
    record Read(List<JournalEntity> entries, long upTo, boolean full) {
        static Read of(List<JournalEntity> entries, long to, int limit) {
            boolean full = entries.size() == limit;
            return new Read(entries, full ? entries.get(limit - 1).id : to, full);
        }
    }

    /**
     * Entries of a lane after a position: of this node's up to its horizon, or to one before it; of a silent node's, which
     * has no open transaction, all.
     */
    Read read(int lane, long after, long horizon, int limit) {
        boolean own = Lane.of(horizon) == lane;
        long to = own ? horizon : Lane.ceiling(lane);
        Read there = own ? near(lane, after, to, limit) : null;
        return there == null ? Read.of(store.journal(lane, after, to, limit), to, limit) : there;
    }

    /** Null when some of them are no longer kept. */
    private synchronized Read near(int lane, long after, long to, int limit) {
        if (after < low) {
            return null;
        }
        // Not whether it is before the end: the last positions may be of commands that were refused, and have no entry.
        if (kept.higherKey(after) == null && to > high) {
            extend(lane, after, to, limit);
        }
        List<JournalEntity> entries =
                kept.tailMap(after, false).values().stream().limit(limit).toList();
        return Read.of(entries, Math.max(after, high), limit);
    }

    /** Reads on from the position of whoever is ahead of all. */
    private void extend(int lane, long after, long to, int limit) {
        if (after > high) {
            kept.clear();
            low = after;
        }
        long from = Math.max(after, high);
        Read next = Read.of(store.journal(lane, from, to, limit), to, limit);
        next.entries().forEach(entry -> kept.put(entry.id, entry));
        high = Math.max(from, next.upTo());
        while (kept.size() > MOST) {
            low = kept.pollFirstEntry().getKey();
        }
    }
}
