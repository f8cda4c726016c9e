// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.sanban.api.data.Moments;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Moments in the W3C's subset of ISO 8601, with their offset. */
final class W3c {
    private static final Texts TEXTS = Texts.of(W3c.class);

    private W3c() {}

    static String text(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(Moments.ZONE));
    }

    /** The end of a day, by which what is due on it can be expected. */
    static String end(LocalDate day) {
        return day == null
                ? null
                : text(day.plusDays(1).atStartOfDay(Moments.ZONE).toInstant().minusSeconds(1));
    }

    /** @throws Problem invalid, naming the argument */
    static Instant instant(String name, String text) {
        try {
            // A + that was not encoded arrives as a blank.
            Instant at = OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
            int year = at.atZone(Moments.ZONE).getYear();
            if (year >= 2000 && year < 3000) {
                return at;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw Problem.invalid(name, TEXTS.get("moment.wrong", name));
    }
}
