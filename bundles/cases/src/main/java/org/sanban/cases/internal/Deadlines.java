// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Limit;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.cases.internal.clock.Count;
import org.sanban.cases.internal.clock.HolidayFiles;
import org.sanban.cases.internal.clock.Holidays;
import org.sanban.cases.internal.clock.Tick;

/**
 * How cases stand against their limits, told anew at each reading; only the day that lists sort by is stored. A stage
 * with a limit of its own is due by that, where it ends before the matter's.
 */
@Component(service = Deadlines.class)
public final class Deadlines {
    /** Stands for a due date that cannot be known while a year's calendar is not loaded. */
    static final LocalDate UNKNOWN = LocalDate.of(9999, 12, 31);

    /** Stands for a due date while the clock is stopped. */
    static final LocalDate PAUSED = LocalDate.of(9999, 12, 30);

    private final HolidayFiles files;
    private final int near;

    @Activate
    public Deadlines(@Reference CaseSettings settings) {
        this(new HolidayFiles(folder(settings.holidays())), settings.near());
    }

    private Deadlines(HolidayFiles files, int near) {
        this.files = files;
        this.near = near;
    }

    /** By the calendars that come with the bundle. */
    static Deadlines bundled(int near) {
        return new Deadlines(new HolidayFiles(Path.of("no-such-folder")), near);
    }

    /** How a case stands today. */
    Due due(CaseFile file, boolean lines) {
        LocalDate today = LocalDate.now(CaseManager.ZONE);
        Due whole = count(file.row().limitDays, file.data().ticks()).due(today, near, lines);
        Due stage = stage(file, today, lines);
        return stage != null && (whole.dueOn() == null || stage.dueOn().isBefore(whole.dueOn())) ? stage : whole;
    }

    /** How a case stands against the limit of its stage, null where it has none. */
    private Due stage(CaseFile file, LocalDate today, boolean lines) {
        Stage stage = file.stage();
        Limit limit = stage.limit();
        if (limit == null || stage.status() != Status.OPEN || stage.clock() == Clock.PAUSED) {
            return null;
        }
        Instant entered = CaseFile.instant(file.data().enteredAt());
        Due due = count(limit, entered).due(today, near, lines);
        return due.dueOn() == null ? null : due;
    }

    private Count count(Integer days, List<Tick> ticks) {
        return new Count(days, ticks, files.holidays(), CaseManager.ZONE);
    }

    private Count count(Limit limit, Instant entered) {
        int days = limit.unit() == Limit.Unit.WORKING_DAYS
                ? limit.amount()
                : Count.workingDays(entered, limit.amount(), CaseManager.ZONE);
        return count(days, List.of(new Tick(entered, Clock.RUNNING, null, limit.source())));
    }

    /** The day that lists sort a case by, null while nothing runs. */
    LocalDate column(CaseFile file) {
        Due due = due(file, false);
        if (Status.valueOf(file.row().status).ended() || file.stage().clock() == Clock.ENDED) {
            return null;
        }
        return switch (due.light()) {
            case PAUSED -> PAUSED;
            case UNKNOWN -> UNKNOWN;
            default -> due.dueOn();
        };
    }

    /** The last day that counts as near. */
    LocalDate near(LocalDate today) {
        Holidays holidays = files.holidays();
        LocalDate day = today;
        for (int left = near; left > 0 && holidays.knows(day.plusDays(1)); ) {
            day = day.plusDays(1);
            left -= holidays.working(day) ? 1 : 0;
        }
        return day;
    }

    /** The light of a list's line, by its stored day. */
    Light light(CaseEntity row, LocalDate today, LocalDate near) {
        if (row.dueOn == null) {
            return Light.NONE;
        }
        if (row.dueOn.equals(UNKNOWN)) {
            return Light.UNKNOWN;
        }
        if (row.dueOn.equals(PAUSED)) {
            return Light.PAUSED;
        }
        return row.dueOn.isBefore(today) ? Light.OVERDUE : row.dueOn.isAfter(near) ? Light.ON_TIME : Light.NEAR;
    }

    /** The stored day as people see it. */
    static LocalDate shown(LocalDate dueOn) {
        return dueOn == null || dueOn.equals(UNKNOWN) || dueOn.equals(PAUSED) ? null : dueOn;
    }

    /** Looks for changed calendars; whether there are. */
    boolean refresh() {
        return files.refresh();
    }

    private static Path folder(String configured) {
        return configured.isBlank() ? Path.of(System.getProperty("karaf.etc", "etc"), "holidays") : Path.of(configured);
    }
}
