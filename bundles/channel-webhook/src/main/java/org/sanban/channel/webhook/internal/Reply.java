// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * What a receiver answered.
 *
 * @param status status of HTTP
 * @param headers by name in small letters, the first of each
 */
record Reply(int status, Map<String, String> headers) {
    /** How long it asks to be left alone, {@code null} when it does not. */
    Duration patience(Instant now, Duration longest) {
        String wished = headers.getOrDefault("retry-after", "").strip();
        Duration asked = null;
        if (wished.matches("[0-9]{1,9}")) {
            asked = Duration.ofSeconds(Long.parseLong(wished));
        } else if (!wished.isEmpty()) {
            try {
                asked = Duration.between(
                        now,
                        ZonedDateTime.parse(wished, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeException e) {
                return null;
            }
        }
        if (asked == null || asked.isNegative() || asked.isZero()) {
            return null;
        }
        return asked.compareTo(longest) > 0 ? longest : asked;
    }

    /** How long what follows the head is, -1 where it cannot be told. */
    long length() {
        if (status == 204 || status == 304) {
            return 0;
        }
        String length = headers.getOrDefault("content-length", "");
        return headers.containsKey("transfer-encoding") || !length.matches("[0-9]{1,9}") ? -1 : Long.parseLong(length);
    }

    /** Whether the receiver will read another request from the same connection. */
    boolean stays() {
        return !headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close");
    }
}
