// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How often something may be tried by a key in a time, on this node; bounded, whatever strangers try. */
final class Bound {
    private final int most;
    private final Cache<String, AtomicInteger> tries;

    /** @param ticker how time goes; {@code Ticker.systemTicker()} outside tests */
    Bound(int most, Duration within, Ticker ticker) {
        this.most = most;
        this.tries = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(within)
                .ticker(ticker)
                .build();
    }

    /** Counts a try; whether it was one of those allowed. */
    boolean take(String key) {
        return tries.get(key, k -> new AtomicInteger()).incrementAndGet() <= most;
    }

    /** Whether no further try is allowed. */
    boolean spent(String key) {
        AtomicInteger count = tries.getIfPresent(key);
        return count != null && count.get() >= most;
    }
}
