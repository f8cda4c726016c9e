// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, up to a deadline. */
final class Await {
    private Await() {}

    static void until(Duration deadline, String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + deadline.toNanos();
        Throwable last = null;
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception | AssertionError e) {
                last = e;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new AssertionError("not within " + deadline + ": " + what, last);
    }
}
