// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.data.Moments;

/** Monday to Friday until half past five, for one year and those that are loaded. */
final class WeekdayCalendar implements WorkCalendar {
    private int known = 2026;

    /** Another year is dropped in. */
    void load(int year) {
        known = year;
    }

    @Override
    public boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Override
    public Optional<LocalDate> plusWorkdays(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkday(day) ? 1 : 0;
        }
        return day.getYear() <= known ? Optional.of(day) : Optional.empty();
    }

    @Override
    public boolean afterHours(Instant at) {
        return !isWorkday(Moments.day(at)) || at.atZone(Moments.ZONE).getHour() >= 18;
    }
}
