// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.cases.internal.clock.Count;
import org.sanban.cases.internal.clock.HolidayFiles;
import org.sanban.cases.internal.clock.Holidays;
import org.sanban.cases.internal.clock.Span;

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
    private final LocalTime closing;
    private final InstantSource clock;

    @Activate
    public Deadlines(@Reference CaseSettings settings) {
        this(
                new HolidayFiles(folder(settings.holidays())),
                settings.near(),
                settings.closing(),
                InstantSource.system());
    }

    Deadlines(HolidayFiles files, int near, LocalTime closing, InstantSource clock) {
        this.files = files;
        this.near = near;
        this.closing = closing;
        this.clock = clock;
    }

    /** By the calendars that come with the bundle, and a clock. */
    static Deadlines bundled(int near, InstantSource clock) {
        return new Deadlines(new HolidayFiles(Path.of("no-such-folder")), near, LocalTime.of(17, 30), clock);
    }

    /** The moment it is, as rows keep it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The calendar as it is loaded now. */
    Holidays holidays() {
        return files.holidays();
    }

    /** What lights are told by now. */
    Today today() {
        Instant now = now();
        LocalDate day = LocalDate.ofInstant(now, CaseManager.ZONE);
        return new Today(now, day, near(day));
    }

    /** How a case stands now. */
    Due due(CaseFile file, boolean lines) {
        Instant now = now();
        return nearer(file, whole(file, now, lines), stage(file, now, lines));
    }

    private static Due nearer(CaseFile file, Due whole, Due stage) {
        if (stage == null || stage.dueOn() == null && whole.light() != Light.NONE) {
            return whole;
        }
        if (whole.dueOn() == null || file.stage().clock() == Clock.ENDED) {
            return stage;
        }
        int sooner = stage.dueOn().compareTo(whole.dueOn());
        return sooner < 0 || sooner == 0 && stage.dueAt() != null ? stage : whole;
    }

    /** How it stands against the matter's limit. */
    private Due whole(CaseFile file, Instant now, boolean lines) {
        return new Count(file.row().limitDays, file.data().ticks(), files.holidays(), CaseManager.ZONE)
                .due(LocalDate.ofInstant(now, CaseManager.ZONE), near, lines);
    }

    /** How it stands against the limit of its stage, null where it has none or the clock is stopped. */
    private Due stage(CaseFile file, Instant now, boolean lines) {
        Span span = span(file);
        return span == null || file.stage().clock() == Clock.PAUSED
                ? null
                : span.due(now, near, lines, file.row().limitDays);
    }

    private Span span(CaseFile file) {
        Stage stage = file.stage();
        if (stage.limit() == null || stage.status() != Status.OPEN) {
            return null;
        }
        Instant entered = CaseFile.instant(file.data().enteredAt());
        return new Span(stage.limit(), entered, files.holidays(), CaseManager.ZONE, closing);
    }

    /** Sets in the case's row what lists and the alarm go by. */
    void set(CaseFile file) {
        CaseEntity row = file.row();
        Instant now = now();
        Due whole = whole(file, now, false);
        Due stage = stage(file, now, false);
        Due due = nearer(file, whole, stage);
        boolean ended = file.stage().clock() == Clock.ENDED;
        boolean runs = !Status.valueOf(row.status).ended() && (!ended || due == stage);
        row.endLight = ended && whole.light() != Light.NONE ? whole.light().name() : null;
        row.endDue = ended ? whole.dueOn() : null;
        // An ended case whose light cannot be known yet is found again, as a running one is, when the year is loaded.
        row.dueOn = runs || due.light() == Light.UNKNOWN ? column(due) : null;
        row.dueAt = runs && due.dueAt() != null ? Long.valueOf(CaseList.micros(due.dueAt())) : null;
        row.alarmAt = alarm(file);
    }

    private static LocalDate column(Due due) {
        return switch (due.light()) {
            case PAUSED -> PAUSED;
            case UNKNOWN -> UNKNOWN;
            default -> due.dueOn();
        };
    }

    /** When the stage's limit is over, where the platform then has a step to do and has not done it. */
    private Long alarm(CaseFile file) {
        Span span = span(file);
        if (span == null || file.data().escalatedAt() != null || file.overdue().isEmpty()) {
            return null;
        }
        Instant over = span.over();
        return over == null ? null : Long.valueOf(CaseList.micros(over));
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

    /** The last day of the limit as a list shows it. */
    static LocalDate shown(CaseEntity row) {
        boolean hidden = row.dueOn == null || row.dueOn.equals(UNKNOWN) || row.dueOn.equals(PAUSED);
        return hidden ? row.endDue : row.dueOn;
    }

    /** Looks for changed calendars. */
    void refresh() {
        files.refresh();
    }

    /** What due dates are set by, besides the case: a hash of the closing time and of the calendars that are loaded. */
    String basis() {
        return Chain.hex(Chain.hash(closing + "\n" + holidays().text()));
    }

    private static Path folder(String configured) {
        return configured.isBlank() ? Path.of(System.getProperty("karaf.etc", "etc"), "holidays") : Path.of(configured);
    }
}
