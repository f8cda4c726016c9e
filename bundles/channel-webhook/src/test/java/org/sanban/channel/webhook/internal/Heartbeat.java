// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Time as this machine has it: what stands still, because others work on it as well, does not grow older. */
final class Heartbeat implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(10);

    private final Thread thread = new Thread(this::beat, "heartbeat");
    private final AtomicInteger beats = new AtomicInteger();
    private volatile boolean closed;

    Heartbeat() {
        thread.setDaemon(true);
        thread.start();
    }

    /** How long it beats; never more than a clock would say. */
    Duration passed() {
        return BEAT.multipliedBy(beats.get());
    }

    private void beat() {
        while (!closed) {
            long end = System.nanoTime() + BEAT.toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BEAT.toMillis()));
            }
            beats.incrementAndGet();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
