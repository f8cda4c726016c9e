// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Light;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * Counts a limit in working days. The day the clock starts does not count (民法典 art. 201), nor does the day it goes on
 * after a pause; the day a pause begins does. So a pause begun on P that ends on R takes out the working days after P up
 * to R, and one that begins and ends on the same day takes out none.
 *
 * @param limit working days, 0 for an immediate matter, {@code null} when there is no limit
 * @param ticks what the clock did, in order
 * @param holidays which days count
 * @param zone where days begin and end
 */
public record Count(Integer limit, List<Tick> ticks, Holidays holidays, ZoneId zone) {
    private static final Texts TEXTS = Texts.of(Count.class);

    /** A pause: the days after {@code from} up to {@code to}, {@code null} while it lasts. */
    private record Pause(LocalDate from, LocalDate to, Tick tick) {
        boolean covers(LocalDate day) {
            return day.isAfter(from) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * How the case stands.
     *
     * @param today the day it is told for
     * @param near how many working days left are still near
     * @param lines whether to say how it was counted, line by line
     */
    public Due due(LocalDate today, int near, boolean lines) {
        Instant started = ticks.isEmpty() ? null : ticks.get(0).at();
        if (started == null || limit == null) {
            return new Due(
                    limit,
                    started,
                    null,
                    null,
                    Light.NONE,
                    TEXTS.get(started == null ? "why.waiting" : "why.none"),
                    List.of());
        }
        List<Pause> pauses = pauses();
        LocalDate start = day(started);
        Tick last = ticks.get(ticks.size() - 1);
        boolean paused = last.state() == Clock.PAUSED;
        LocalDate day = start;
        int counted = 0;
        List<Due.Line> told = new ArrayList<>();
        tell(lines, told, day, 0, TEXTS.get("line.start"));
        while (counted < limit && !(paused && day.equals(day(last.at())))) {
            day = day.plusDays(1);
            if (!holidays.knows(day)) {
                tell(lines, told, day, 0, TEXTS.get("line.unknown", day.getYear()));
                return new Due(
                        limit,
                        started,
                        null,
                        null,
                        Light.UNKNOWN,
                        TEXTS.get("why.unknown", counted, limit, day.getYear()),
                        told);
            }
            Pause pause = pause(pauses, day);
            boolean counts = pause == null && holidays.working(day);
            counted += counts ? 1 : 0;
            tell(lines, told, day, counts ? 1 : 0, pause == null ? holidays.reason(day) : paused(pause));
        }
        if (paused) {
            tell(lines, told, day(last.at()).plusDays(1), 0, paused(pauses.get(pauses.size() - 1)));
            return new Due(
                    limit,
                    started,
                    null,
                    limit - counted,
                    Light.PAUSED,
                    TEXTS.get("why.paused", reason(last), limit - counted),
                    told);
        }
        tell(lines, told, day, 0, TEXTS.get("line.due"));
        return last.state() == Clock.ENDED
                ? ended(started, day, day(last.at()), told)
                : running(started, day, today, near, told);
    }

    /**
     * A limit in hours as a limit in working days: the days its last hour lies after its first. Hours of days that do not
     * count are passed over, as whole days are.
     */
    public static int workingDays(Instant from, int hours, ZoneId zone) {
        LocalDateTime start = from.atZone(zone).toLocalDateTime();
        return (int) ChronoUnit.DAYS.between(
                start.toLocalDate(), start.plusHours(hours).toLocalDate());
    }

    private Due ended(Instant started, LocalDate due, LocalDate end, List<Due.Line> told) {
        boolean late = end.isAfter(due);
        Text why = TEXTS.get(late ? "why.ended.late" : "why.ended", end, due);
        return new Due(limit, started, due, null, late ? Light.OVERDUE : Light.ON_TIME, why, told);
    }

    private Due running(Instant started, LocalDate due, LocalDate today, int near, List<Due.Line> told) {
        if (today.isAfter(due)) {
            Integer late = workingDays(due, today);
            Text why = late == null ? TEXTS.get("why.overdue", due) : TEXTS.get("why.overdue.days", due, late);
            return new Due(limit, started, due, late == null ? null : -late, Light.OVERDUE, why, told);
        }
        int left = workingDays(today.isBefore(day(started)) ? day(started) : today, due);
        Text why = left == 0 ? TEXTS.get("why.today", due) : TEXTS.get("why.left", due, left);
        return new Due(limit, started, due, left, left <= near ? Light.NEAR : Light.ON_TIME, why, told);
    }

    /** Working days after {@code from} up to {@code to}; {@code null} when a year in between is not loaded. */
    private Integer workingDays(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (!holidays.knows(day)) {
                return null;
            }
            days += holidays.working(day) ? 1 : 0;
        }
        return days;
    }

    private List<Pause> pauses() {
        List<Pause> pauses = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i++) {
            if (ticks.get(i).state() == Clock.PAUSED) {
                LocalDate end = i + 1 < ticks.size() ? day(ticks.get(i + 1).at()) : null;
                pauses.add(new Pause(day(ticks.get(i).at()), end, ticks.get(i)));
            }
        }
        return pauses;
    }

    private static Pause pause(List<Pause> pauses, LocalDate day) {
        for (Pause pause : pauses) {
            if (pause.covers(day)) {
                return pause;
            }
        }
        return null;
    }

    private static Text paused(Pause pause) {
        String basis = pause.tick().basis();
        return basis == null
                ? TEXTS.get("line.pause", reason(pause.tick()))
                : TEXTS.get("line.pause.basis", reason(pause.tick()), basis);
    }

    private static String reason(Tick tick) {
        return tick.reason() == null ? "-" : tick.reason();
    }

    /** Adds a day to the lines, to the last one where that says the same. */
    private static void tell(boolean lines, List<Due.Line> told, LocalDate day, int days, Text reason) {
        if (!lines) {
            return;
        }
        int last = told.size() - 1;
        boolean same = last >= 0
                && told.get(last).reason().equals(reason)
                && told.get(last).to().plusDays(1).equals(day);
        if (same) {
            Due.Line line = told.remove(last);
            told.add(new Due.Line(line.from(), day, line.days() + days, reason));
        } else {
            told.add(new Due.Line(day, day, days, reason));
        }
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
