// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a listener is in each lane. It is written now and then only, so that delivery costs the disk little; what was
 * delivered since is delivered again after a crash, as listeners must bear.
 */
final class Bookmark {
    private static final Duration SAVE_EVERY = Duration.ofMillis(500);

    private final String listener;
    private final JournalStore store;
    private final Map<Integer, PositionEntity> saved = new HashMap<>();
    private final Map<Integer, Long> reached = new HashMap<>();
    private long savedAt = System.nanoTime();

    Bookmark(String listener, JournalStore store) {
        this.listener = listener;
        this.store = store;
    }

    /** The position reached in a lane. */
    long position(int lane) {
        return reached.computeIfAbsent(lane, key -> saved(key).position);
    }

    private PositionEntity saved(int lane) {
        return saved.computeIfAbsent(lane, key -> store.position(listener, key));
    }

    void reached(int lane, long position) {
        reached.put(lane, position);
    }

    void saveNowAndThen() {
        if (System.nanoTime() - savedAt >= SAVE_EVERY.toNanos()) {
            save();
        }
    }

    /** Writes what was reached; a lane in which the listener is elsewhere by now is read anew. */
    void save() {
        savedAt = System.nanoTime();
        for (Map.Entry<Integer, Long> one : Map.copyOf(reached).entrySet()) {
            int lane = one.getKey();
            PositionEntity from = saved.get(lane);
            if (one.getValue() == from.position) {
                continue;
            }
            if (store.advance(from, one.getValue())) {
                from.position = one.getValue();
            } else {
                reached.remove(lane);
                saved.remove(lane);
            }
        }
    }

    /** Reads all positions anew, when next asked. */
    void forget() {
        reached.clear();
        saved.clear();
    }

    /** How long there is nothing to do, in milliseconds: {@code idle}, or until the next time to write. */
    long rest(Duration idle) {
        boolean written =
                reached.entrySet().stream().allMatch(one -> one.getValue() == saved.get(one.getKey()).position);
        return written ? idle.toMillis() : SAVE_EVERY.toMillis();
    }
}
