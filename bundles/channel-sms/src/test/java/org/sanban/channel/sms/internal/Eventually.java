// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.util.function.BooleanSupplier;

/** Waits for something that happens on another thread. */
final class Eventually {
    private static final long PATIENCE = 60_000_000_000L;

    private Eventually() {}

    static void isTrue(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + what);
            }
            Thread.sleep(10);
        }
    }
}
