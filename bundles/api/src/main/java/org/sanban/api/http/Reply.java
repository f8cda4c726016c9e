// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.http;

import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What came back, whole. */
public record Reply(int status, HttpHeaders headers, byte[] body) {
    private static final Duration DAY = Duration.ofDays(1);

    /** The body in UTF-8; what is none is replaced. */
    public String text() {
        return text(StandardCharsets.UTF_8);
    }

    /** The body in another encoding. */
    public String text(Charset charset) {
        return new String(body, charset);
    }

    /** How long the other side asks to be left alone ({@code Retry-After}), at most a day; {@code null} where it does not. */
    public Duration pause() {
        return pause(headers.firstValue("Retry-After").orElse(null));
    }

    /** Seconds or a date. */
    static Duration pause(String wished) {
        if (wished == null) {
            return null;
        }
        try {
            Duration asked = wished.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(wished))
                    : Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(wished, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return asked.isNegative() ? null : asked.compareTo(DAY) > 0 ? DAY : asked;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "reply " + status + ", " + body.length + " bytes";
    }
}
