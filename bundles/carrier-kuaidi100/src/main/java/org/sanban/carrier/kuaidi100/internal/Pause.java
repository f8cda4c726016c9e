// SPDX-License-Identifier: Apache-2.0
package org.sanban.carrier.kuaidi100.internal;

import java.time.Duration;

/** How long the interface is left alone after it was overloaded or gone: a minute, two, four, up to an hour. */
final class Pause {
    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private long next = 60;
    private long until = System.nanoTime();

    /** Seconds that are left of it. */
    synchronized long left() {
        long nanos = until - System.nanoTime();
        return nanos <= 0 ? 0 : Duration.ofNanos(nanos).toSeconds() + 1;
    }

    /** @param wished how long the interface asks for, {@code null} where it does not */
    synchronized void begin(Duration wished) {
        long pause = wished == null ? next : Math.min(HOUR, Math.max(1, wished.toSeconds()));
        until = System.nanoTime() + Duration.ofSeconds(pause).toNanos();
        next = Math.min(HOUR, next * 2);
    }

    synchronized void end() {
        next = 60;
        until = System.nanoTime();
    }
}
