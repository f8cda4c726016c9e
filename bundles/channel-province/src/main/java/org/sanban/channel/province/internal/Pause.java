// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How long the other side is left alone after it failed: two seconds, four, up to ten minutes, each drawn from the upper
 * half, so that many townships do not come back at once. What it asks for itself, up to an hour, is kept to.
 */
final class Pause {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    private final LongSupplier nanos;
    private final DoubleSupplier random;
    private Duration next = FIRST;
    private long until;
    private boolean paused;

    Pause(LongSupplier nanos, DoubleSupplier random) {
        this.nanos = nanos;
        this.random = random;
    }

    /** @param wished what the other side asks for, {@code null} where it does not */
    synchronized Duration begin(Duration wished) {
        Duration length = wished == null
                ? Duration.ofMillis((long) (next.toMillis() * (0.5 + random.getAsDouble() / 2)))
                : wished.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wished;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        until = nanos.getAsLong() + length.toNanos();
        paused = true;
        return length;
    }

    synchronized void end() {
        next = FIRST;
        paused = false;
    }

    synchronized Duration left() {
        long left = paused ? until - nanos.getAsLong() : 0;
        return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }
}
