// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * The last four digits of a phone are few: after five wrong ones for a number, the number is closed to the public for a
 * quarter of an hour on this node.
 */
final class Endings {
    private static final Texts TEXTS = Texts.of(Endings.class);
    private static final int TRIES = 5;

    private final Cache<String, AtomicInteger> wrong = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    /** @throws Problem unavailable, after too many wrong tries for this number */
    void check(String number) {
        AtomicInteger tries = wrong.getIfPresent(number);
        if (tries != null && tries.get() >= TRIES) {
            throw Problem.unavailable(TEXTS.get("follow.tries"));
        }
    }

    /** Counts a wrong try. */
    void wrong(String number) {
        if (number.length() <= 20) {
            wrong.get(number, n -> new AtomicInteger()).incrementAndGet();
        }
    }

    /** Whether {@code ending} is the last four digits of {@code phone}. */
    boolean match(String phone, String ending) {
        String digits = phone.replaceAll("[^0-9]", "");
        byte[] right = digits.substring(digits.length() - 4).getBytes(StandardCharsets.US_ASCII);
        return ending != null && MessageDigest.isEqual(right, ending.strip().getBytes(StandardCharsets.UTF_8));
    }
}
