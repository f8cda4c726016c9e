// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.sanban.api.statistics.Counts;
import org.sanban.api.statistics.Figure;
import org.sanban.api.statistics.Open;
import org.sanban.statistics.internal.Numbers.Row;
import org.sanban.statistics.internal.Tally.Column;

/** Puts the few rows of an answer together. */
final class Sums {
    private Sums() {}

    static Counts total(Collection<Row> rows) {
        return rows.stream().map(Sums::counts).reduce(Counts.NONE, Counts::plus);
    }

    static <K extends Comparable<K>> Map<K, Counts> by(Collection<Row> rows, Function<Row, K> key) {
        Map<K, Counts> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(key.apply(row), counts(row), Counts::plus));
        return sums;
    }

    private static Counts counts(Row row) {
        int[] n = row.numbers();
        return new Counts(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]);
    }

    static Open open(Collection<Row> rows, LocalDate today, LocalDate near) {
        return rows.stream()
                .map(row -> open(row, Days.of(today), Days.of(near)))
                .reduce(Open.NONE, Sums::plus);
    }

    /** A day's open cases under the light that their last day means today. */
    private static Open open(Row row, int today, int near) {
        int day = row.key().day();
        long n = row.numbers()[Column.RUNNING.ordinal()];
        return switch (day) {
            case Days.NONE -> new Open(0, 0, 0, 0, 0, n);
            case Days.PAUSED -> new Open(0, 0, 0, n, 0, 0);
            case Days.UNKNOWN -> new Open(0, 0, 0, 0, n, 0);
            default -> day < today
                    ? new Open(n, 0, 0, 0, 0, 0)
                    : day <= near ? new Open(0, n, 0, 0, 0, 0) : new Open(0, 0, n, 0, 0, 0);
        };
    }

    private static Open plus(Open a, Open b) {
        return new Open(
                a.overdue() + b.overdue(),
                a.near() + b.near(),
                a.onTime() + b.onTime(),
                a.paused() + b.paused(),
                a.unknown() + b.unknown(),
                a.none() + b.none());
    }

    /** One of the numbers; {@code null} for a rate of nothing. */
    static BigDecimal figure(Counts counts, Figure figure) {
        return switch (figure) {
            case SUBMITTED -> number(counts.submitted());
            case ACCEPTED -> number(counts.accepted());
            case ENDED -> number(counts.ended());
            case DONE -> number(counts.done());
            case REFUSED -> number(counts.refused());
            case WITHDRAWN -> number(counts.withdrawn());
            case TERMINATED -> number(counts.terminated());
            case ON_TIME -> number(counts.onTime());
            case LATE -> number(counts.late());
            case UNLIMITED -> number(counts.unlimited());
            case UNKNOWN -> number(counts.unknown());
            case ON_TIME_RATE -> counts.onTimeRate();
            case OPEN, OVERDUE -> throw new IllegalArgumentException(figure + " is not counted by days");
        };
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }

    /** A figure as callers write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
