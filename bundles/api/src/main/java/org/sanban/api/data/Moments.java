// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Moments as rows keep them, in microseconds since 1970, and the country's days. */
public final class Moments {
    /** The country's time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Moments() {}

    /** A moment as a row keeps it. */
    public static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** The moment that a row keeps. */
    public static Instant of(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The day it is in the country at a moment. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
