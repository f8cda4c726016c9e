// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.problem.Tries;

/**
 * The last four digits of a phone are few: five wrong ones for a number within a quarter of an hour close the number to
 * the public until it is over, on this node.
 */
final class Endings {
    private static final Texts TEXTS = Texts.of(Endings.class);

    private final Tries tries = new Tries(5, Duration.ofMinutes(15), minutes -> TEXTS.get("follow.tries", minutes));

    /** @throws Problem too many, after too many wrong tries for this number */
    void check(String number) {
        tries.check(number);
    }

    /**
     * Counts a wrong try.
     *
     * @throws Problem too many, when it is one of many that were made at once
     */
    void wrong(String number) {
        if (number.length() <= 20) {
            tries.take(number);
        }
    }

    /** Whether {@code ending} is the last four digits of {@code phone}. */
    boolean match(String phone, String ending) {
        String digits = phone.replaceAll("[^0-9]", "");
        byte[] right = digits.substring(digits.length() - 4).getBytes(StandardCharsets.US_ASCII);
        return ending != null && MessageDigest.isEqual(right, ending.strip().getBytes(StandardCharsets.UTF_8));
    }
}
