// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Days and moments as the county and the tables have them. */
final class Days {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Days() {}

    static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    static LocalDate day(long micros) {
        return LocalDate.ofInstant(instant(micros), ZONE);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static Instant instant(Long micros) {
        return micros == null ? null : instant(micros.longValue());
    }
}
