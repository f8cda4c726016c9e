// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.sanban.channel.hotline.internal.ApiKey;

/** How many requests each system may still file in the hour that runs, on this node. */
final class Quota {
    private final InstantSource clock;
    private final Map<String, Integer> filed = new HashMap<>();
    private Instant hour = Instant.MIN;

    Quota(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a request; false when it is one too many. */
    synchronized boolean take(ApiKey key) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!now.equals(hour)) {
            hour = now;
            filed.clear();
        }
        return filed.merge(key.name(), 1, Integer::sum) <= key.quota();
    }

    /** Seconds until the next hour. */
    long left() {
        Instant now = clock.instant();
        return ChronoUnit.SECONDS.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)) + 1;
    }
}
