// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/** 2026 with one shifted Saturday and one holiday; no other year is loaded. */
final class FakeCalendar implements WorkCalendar {
    static final LocalDate SHIFTED_SATURDAY = LocalDate.of(2026, 10, 10);
    static final LocalDate HOLIDAY_THURSDAY = LocalDate.of(2026, 10, 1);

    @Override
    public boolean isWorkday(LocalDate day) {
        if (day.getYear() != 2026) {
            throw Problem.unavailable(Text.of("no calendar of " + day.getYear()));
        }
        boolean weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
        return day.equals(SHIFTED_SATURDAY) || !weekend && !day.equals(HOLIDAY_THURSDAY);
    }

    @Override
    public Optional<LocalDate> plusWorkdays(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkday(day) ? 1 : 0;
        }
        return Optional.of(day);
    }

    @Override
    public boolean afterHours(Instant at) {
        throw new AssertionError("not asked for");
    }
}
