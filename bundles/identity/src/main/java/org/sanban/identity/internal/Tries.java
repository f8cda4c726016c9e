// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Wrong passwords, by login: after five in a row the login is closed on this node for a time that doubles with each
 * further one, from half a minute to a quarter of an hour.
 */
final class Tries {
    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final Cache<String, Wrong> wrong = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(LONGEST.multipliedBy(2))
            .build();

    Tries(Clock clock) {
        this.clock = clock;
    }

    private record Wrong(int count, Instant closedUntil) {}

    /** Seconds until the login may be tried again; 0 when it may. */
    long closedSeconds(String login) {
        Wrong before = wrong.getIfPresent(login);
        return before == null
                ? 0
                : Math.max(
                        0,
                        Duration.between(clock.instant(), before.closedUntil()).toSeconds());
    }

    void wrong(String login) {
        wrong.asMap().compute(login, (key, before) -> {
            int count = before == null ? 1 : before.count() + 1;
            Duration closed = count < FREE ? Duration.ZERO : FIRST.multipliedBy(1L << Math.min(count - FREE, 10));
            return new Wrong(count, clock.instant().plus(closed.compareTo(LONGEST) > 0 ? LONGEST : closed));
        });
    }

    void right(String login) {
        wrong.invalidate(login);
    }

    /** How many logins are remembered; bounded, whatever strangers try. */
    long size() {
        wrong.cleanUp();
        return wrong.estimatedSize();
    }
}
