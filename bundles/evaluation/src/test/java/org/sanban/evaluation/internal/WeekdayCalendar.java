// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.sanban.api.cases.WorkCalendar;

/** Monday to Friday until half past five, for one year. */
final class WeekdayCalendar implements WorkCalendar {
    private static final int YEAR = 2026;

    @Override
    public LocalDate last(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= working(day) ? 1 : 0;
        }
        return day.getYear() == YEAR ? day : null;
    }

    @Override
    public boolean afterHours(Instant at) {
        return !working(Moments.day(at)) || at.atZone(Moments.ZONE).getHour() >= 18;
    }

    private static boolean working(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
