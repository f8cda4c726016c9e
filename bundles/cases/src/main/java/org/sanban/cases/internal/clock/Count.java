// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Light;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * A limit counted in working days of the State Council's calendar (R29, R33).
 *
 * <ol>
 *   <li>The day the clock starts does not count (民法典 art. 201); a limit of 0 days (即办件) ends with it.
 *   <li>The day a pause begins counts, the days after it up to and with the one the clock goes on do not. A pause that
 *       begins and ends on one day takes out none.
 *   <li>The case is overdue from the day after the last counted one. Where a pause begins on that last day, the day the
 *       clock goes on takes its place; a pause begun later takes nothing back.
 *   <li>Days left are the counted days after today up to and with the last: 0 on it, -1 and below when overdue.
 *   <li>An ended case is judged by the day it ended.
 *   <li>A count that needs a year that is not loaded is UNKNOWN; nothing is guessed.
 * </ol>
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
        boolean begins(LocalDate day) {
            return from.equals(day) && (to == null || to.isAfter(day));
        }

        boolean covers(LocalDate day) {
            return day.isAfter(from) && (to == null || !day.isAfter(to));
        }
    }

    /** Where the count stopped: at the last day of the limit, in a pause that lasts, or before a year not loaded. */
    private record Stop(LocalDate day, int counted, boolean paused, boolean unknown) {}

    /**
     * How the case stands.
     *
     * @param today the day it is told for
     * @param near how many working days left are still near
     * @param lines whether to say how it was counted, line by line
     */
    public Due due(LocalDate today, int near, boolean lines) {
        Instant started = ticks.stream()
                .filter(tick -> tick.state() == Clock.RUNNING)
                .map(Tick::at)
                .findFirst()
                .orElse(null);
        if (started == null || limit == null) {
            Text why = TEXTS.get(limit == null ? "why.none" : "why.waiting");
            return new Due(limit, started, null, null, null, Light.NONE, why, List.of());
        }
        List<Due.Line> told = lines ? new ArrayList<>() : null;
        List<Pause> pauses = pauses();
        Stop stop = count(day(started), pauses, told);
        Tick last = ticks.get(ticks.size() - 1);
        LocalDate end = last.state() == Clock.ENDED ? day(last.at()) : null;
        Due due;
        if (end != null) {
            due = ended(started, stop, end);
        } else if (stop.unknown()) {
            due = unknown(started, stop);
        } else {
            due = stop.paused() ? stopped(started, stop, pauses) : running(started, stop.day(), today, near, pauses);
        }
        return lines ? told(due, today, end, pauses, told) : due;
    }

    /** Counts a day at a time; tells how where {@code told} is not null. */
    private Stop count(LocalDate start, List<Pause> pauses, List<Due.Line> told) {
        LocalDate day = start;
        int counted = 0;
        add(told, day, day, 0, () -> TEXTS.get("line.start"));
        while (true) {
            Pause pause = begun(pauses, day);
            if (pause != null && pause.to() == null) {
                return new Stop(day, counted, true, false);
            } else if (pause != null) {
                add(told, day.plusDays(1), pause.to(), 0, () -> paused(pause));
                day = pause.to();
            } else if (counted == limit) {
                LocalDate last = day;
                add(told, last, last, 0, () -> TEXTS.get("line.due"));
                return new Stop(last, counted, false, false);
            } else {
                LocalDate next = day.plusDays(1);
                if (!holidays.knows(next)) {
                    add(told, next, next, 0, () -> TEXTS.get("line.unknown", next.getYear()));
                    return new Stop(next, counted, false, true);
                }
                int one = holidays.working(next) ? 1 : 0;
                counted += one;
                add(told, next, next, one, () -> holidays.reason(next));
                day = next;
            }
        }
    }

    private Due ended(Instant started, Stop stop, LocalDate end) {
        boolean reached = !stop.unknown();
        if (stop.unknown() && !end.isBefore(stop.day())) {
            return unknown(started, stop);
        }
        boolean late = reached && end.isAfter(stop.day());
        Text why = reached
                ? TEXTS.get(late ? "why.ended.late" : "why.ended", end, stop.day())
                : TEXTS.get("why.ended.early", end);
        return new Due(
                limit,
                started,
                reached ? stop.day() : null,
                null,
                null,
                late ? Light.OVERDUE : Light.ON_TIME,
                why,
                List.of());
    }

    private Due unknown(Instant started, Stop stop) {
        Text why = TEXTS.get("why.unknown", stop.counted(), limit, stop.day().getYear());
        return new Due(limit, started, null, null, null, Light.UNKNOWN, why, List.of());
    }

    private Due stopped(Instant started, Stop stop, List<Pause> pauses) {
        int left = limit - stop.counted();
        Text why = TEXTS.get("why.paused", reason(pauses.get(pauses.size() - 1).tick()), left);
        return new Due(limit, started, null, null, left, Light.PAUSED, why, List.of());
    }

    private Due running(Instant started, LocalDate due, LocalDate today, int near, List<Pause> pauses) {
        if (today.isAfter(due)) {
            int late = days(due, today, pauses);
            Text why = late < 0 ? TEXTS.get("why.overdue", due) : TEXTS.get("why.overdue.days", due, Math.max(1, late));
            Integer left = late < 0 ? null : Integer.valueOf(-Math.max(1, late));
            return new Due(limit, started, due, null, left, Light.OVERDUE, why, List.of());
        }
        int left = days(today.isBefore(day(started)) ? day(started) : today, due, pauses);
        Text why = left == 0 ? TEXTS.get("why.today", due) : TEXTS.get("why.left", due, left);
        return new Due(limit, started, due, null, left, left <= near ? Light.NEAR : Light.ON_TIME, why, List.of());
    }

    /** The same with its lines, to which what came after the last day is added. */
    private Due told(Due due, LocalDate today, LocalDate end, List<Pause> pauses, List<Due.Line> told) {
        if (due.light() == Light.PAUSED) {
            Pause pause = pauses.get(pauses.size() - 1);
            LocalDate from = pause.from().plusDays(1);
            add(told, from, today.isBefore(from) ? from : today, 0, () -> paused(pause));
        } else if (due.light() == Light.OVERDUE) {
            LocalDate last = end == null ? today : end;
            add(told, due.dueOn().plusDays(1), last, 0, () -> TEXTS.get("line.overdue"));
        }
        if (end != null) {
            add(told, end, end, 0, () -> TEXTS.get("line.end"));
        }
        return new Due(
                due.limitDays(),
                due.startedAt(),
                due.dueOn(),
                due.dueAt(),
                due.daysLeft(),
                due.light(),
                due.why(),
                told);
    }

    /** Working days outside of pauses after {@code from} up to {@code to}; -1 when one of a year not loaded is needed. */
    private int days(LocalDate from, LocalDate to, List<Pause> pauses) {
        int days = 0;
        LocalDate day = from;
        while (day.isBefore(to)) {
            LocalDate next = day.plusDays(1);
            Pause pause =
                    pauses.stream().filter(p -> p.covers(next)).findFirst().orElse(null);
            if (pause == null && !holidays.knows(next)) {
                return -1;
            }
            days += pause == null && holidays.working(next) ? 1 : 0;
            day = pause == null ? next : pause.to() == null ? to : pause.to();
        }
        return days;
    }

    /** Whatever is not running after the start, but the end, is a pause. */
    private List<Pause> pauses() {
        List<Pause> pauses = new ArrayList<>();
        boolean started = false;
        for (int i = 0; i < ticks.size(); i++) {
            Tick tick = ticks.get(i);
            started |= tick.state() == Clock.RUNNING;
            boolean last = i + 1 == ticks.size();
            if (started && tick.state() != Clock.RUNNING && !(last && tick.state() == Clock.ENDED)) {
                pauses.add(new Pause(
                        day(tick.at()), last ? null : day(ticks.get(i + 1).at()), tick));
            }
        }
        return pauses;
    }

    private static Pause begun(List<Pause> pauses, LocalDate day) {
        return pauses.stream().filter(pause -> pause.begins(day)).findFirst().orElse(null);
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

    /** Adds days, to the last line where that says the same; texts are made only where lines are asked for. */
    private static void add(List<Due.Line> told, LocalDate from, LocalDate to, int days, Supplier<Text> why) {
        if (told == null) {
            return;
        }
        add(told, from, to, days, why.get());
    }

    static void add(List<Due.Line> told, LocalDate from, LocalDate to, int days, Text reason) {
        Due.Line last = told.isEmpty() ? null : told.get(told.size() - 1);
        if (last != null
                && last.reason().equals(reason)
                && last.to().plusDays(1).equals(from)) {
            told.set(told.size() - 1, new Due.Line(last.from(), to, last.days() + days, reason));
        } else {
            told.add(new Due.Line(from, to, days, reason));
        }
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
