// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts wrong codes by who gave them, on this node, and forgets who gave none for a while. */
final class Tries {
    private static final int MOST = 5;
    private static final int REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Duration memory;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Wrong(int times, Instant last) {}

    Tries(InstantSource clock, Duration memory) {
        this.clock = clock;
        this.memory = memory;
    }

    synchronized boolean mayTry(String who) {
        Wrong before = wrong.get(who);
        if (before != null && before.last().plus(memory).isBefore(clock.instant())) {
            wrong.remove(who);
            return true;
        }
        return before == null || before.times() < MOST;
    }

    synchronized void failed(String who) {
        Wrong before = wrong.remove(who);
        wrong.put(who, new Wrong(before == null ? 1 : before.times() + 1, clock.instant()));
    }

    synchronized void succeeded(String who) {
        wrong.remove(who);
    }
}
