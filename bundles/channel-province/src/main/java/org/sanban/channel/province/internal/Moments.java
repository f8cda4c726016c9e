// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Moments as rows keep them, and the country's days and times. */
final class Moments {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Texts TEXTS = Texts.of(Moments.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Moments() {}

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static Instant of(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The time in the country, to the second, as exchange tables keep it. */
    static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE).truncatedTo(ChronoUnit.SECONDS);
    }

    static String text(LocalDateTime time) {
        return TIME.format(time);
    }

    /** A time in the country as {@link #text} writes it. */
    static Instant instant(String local) {
        return LocalDateTime.parse(local, TIME).atZone(ZONE).toInstant();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** A day as a number: 20261130. */
    static int number(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    static LocalDate day(int number) {
        return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    }

    /** @throws Problem invalid, when it is no day */
    static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(String.valueOf(text));
            if (day.getYear() >= 2000 && day.getYear() < 3000) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw Problem.invalid("day", TEXTS.get("day"));
    }
}
