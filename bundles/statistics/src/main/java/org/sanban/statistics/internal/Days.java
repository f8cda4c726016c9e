// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Days as the tables keep them: 20261124, and a whole month as 20261100. */
final class Days {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** In place of a last day: no limit runs, the clock is stopped, the calendar is not loaded. All are after any day. */
    static final int NONE = 9999_12_29;

    static final int PAUSED = 9999_12_30;
    static final int UNKNOWN = 9999_12_31;

    private Days() {}

    /** Numbers of one kind: of days, or of whole months. */
    record Range(boolean months, int from, int until) {}

    static int of(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    /** The day of a moment, 0 for none. */
    static int of(Instant at) {
        return at == null ? 0 : of(LocalDate.ofInstant(at, ZONE));
    }

    static int month(int day) {
        return day / 100 * 100;
    }

    /** The day, {@code null} for none and for what only stands for one. */
    static LocalDate day(int day) {
        return day == 0 || day >= NONE ? null : LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
    }

    /** The fewest ranges that make up these days: whole months by month, what is left by day. */
    static List<Range> ranges(LocalDate from, LocalDate until) {
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(until);
        YearMonth begin = from.getDayOfMonth() == 1 ? first : first.plusMonths(1);
        YearMonth end = until.equals(last.atEndOfMonth()) ? last : last.minusMonths(1);
        if (begin.isAfter(end)) {
            return List.of(new Range(false, of(from), of(until)));
        }
        List<Range> ranges = new ArrayList<>();
        if (from.isBefore(begin.atDay(1))) {
            ranges.add(new Range(false, of(from), of(first.atEndOfMonth())));
        }
        ranges.add(new Range(true, month(of(begin.atDay(1))), month(of(end.atDay(1)))));
        if (until.isAfter(end.atEndOfMonth())) {
            ranges.add(new Range(false, of(last.atDay(1)), of(until)));
        }
        return ranges;
    }

    /** Whether these days are whole months, where the present one counts as whole. */
    static boolean whole(LocalDate from, LocalDate until, LocalDate today) {
        boolean ends = until.equals(YearMonth.from(until).atEndOfMonth())
                || !until.isBefore(today) && YearMonth.from(until).equals(YearMonth.from(today));
        return from.getDayOfMonth() == 1 && ends;
    }
}
