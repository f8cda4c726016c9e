// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waiting, always with a deadline or for an end that must come. */
final class Waiting {
    private Waiting() {}

    /** Waits until {@code condition} holds and returns how long that took; an exception counts as not yet. */
    static Duration until(Duration deadline, String what, Callable<Boolean> condition) {
        long from = System.nanoTime();
        Exception last = null;
        while (System.nanoTime() - from < deadline.toNanos()) {
            try {
                if (condition.call()) {
                    return Duration.ofNanos(System.nanoTime() - from);
                }
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new IllegalStateException("not within " + deadline + ": " + what, last);
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
