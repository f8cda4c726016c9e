// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.cases.internal.clock.Holidays;

/** The calendar that limits count by, for whoever else counts days. */
@Component(service = WorkCalendar.class)
public final class WorkCalendarManager implements WorkCalendar {
    private static final Texts TEXTS = Texts.of(WorkCalendarManager.class);

    private final Deadlines deadlines;
    private final LocalTime closing;

    @Activate
    public WorkCalendarManager(@Reference Deadlines deadlines, @Reference CaseSettings settings) {
        this.deadlines = deadlines;
        this.closing = settings.closing();
    }

    @Override
    public boolean isWorkday(LocalDate day) {
        Holidays holidays = deadlines.holidays();
        if (!holidays.knows(day)) {
            throw Problem.unavailable(TEXTS.get("calendar.unknown", day.getYear()));
        }
        return holidays.working(day);
    }

    @Override
    public Optional<LocalDate> plusWorkdays(LocalDate from, int days) {
        Holidays holidays = deadlines.holidays();
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (!holidays.knows(day)) {
                return Optional.empty();
            }
            left -= holidays.working(day) ? 1 : 0;
        }
        return Optional.of(day);
    }

    @Override
    public boolean afterHours(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, CaseManager.ZONE);
        Holidays holidays = deadlines.holidays();
        return holidays.knows(local.toLocalDate())
                && (!holidays.working(local.toLocalDate())
                        || !local.toLocalTime().isBefore(closing));
    }
}
