// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Moments as rows keep them, and the county's days. */
public final class Moments {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Moments() {}

    public static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    public static Instant of(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
