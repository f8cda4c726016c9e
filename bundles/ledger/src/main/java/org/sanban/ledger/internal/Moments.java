// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Moments as rows keep them, and days as the county counts them. */
final class Moments {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Moments() {}

    /** Microseconds since 1970; a moment that nobody here will see stands for the first or last that counts. */
    static long micros(Instant instant) {
        Instant seen = instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant.isAfter(LAST) ? LAST : instant;
        return ChronoUnit.MICROS.between(Instant.EPOCH, seen);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
