// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.cases.internal.clock.Holidays;

/** The calendar that cases are counted by, for others that have limits. */
@Component(service = WorkCalendar.class)
public final class WorkCalendarManager implements WorkCalendar {
    private static final Texts TEXTS = Texts.of(WorkCalendarManager.class);

    private final Deadlines deadlines;

    @Activate
    public WorkCalendarManager(@Reference Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public boolean isWorkday(LocalDate day) {
        return working(deadlines.holidays(), day);
    }

    @Override
    public LocalDate plusWorkdays(LocalDate from, int days) {
        Holidays holidays = deadlines.holidays();
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= working(holidays, day) ? 1 : 0;
        }
        return day;
    }

    private static boolean working(Holidays holidays, LocalDate day) {
        if (!holidays.knows(day)) {
            throw Problem.unavailable(TEXTS.get("calendar.unknown", day.getYear()));
        }
        return holidays.working(day);
    }
}
