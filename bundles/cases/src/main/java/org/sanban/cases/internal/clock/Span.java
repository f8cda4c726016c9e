// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Limit;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * The limit of a stage: how long a case may stay in it, and the moment that is over.
 *
 * <ol>
 *   <li>Working days are counted as those of a matter's limit ({@link Count}); they are over with the office hours of the
 *       last day.
 *   <li>0 working days are over with the office hours of the same day (R87), or with that day when it began after them.
 *   <li>Hours pass on working days only, day and night; what begins on a day off begins to count at the next working
 *       day's first minute.
 * </ol>
 *
 * @param limit how long
 * @param from when the case entered the stage
 * @param holidays which days count
 * @param zone where days begin and end
 * @param closing when the office closes
 */
public record Span(Limit limit, Instant from, Holidays holidays, ZoneId zone, LocalTime closing) {
    private static final Texts TEXTS = Texts.of(Span.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Duration DAY = Duration.ofDays(1);

    /** The last day, and the moment it is over. */
    private record Stop(LocalDate day, Instant at) {}

    /** The moment it is over, {@code null} while a year's calendar that it needs is not loaded. */
    public Instant over() {
        Stop stop = stop();
        return stop == null ? null : stop.at();
    }

    /**
     * How a case stands against it.
     *
     * @param now the moment it is told for
     * @param near how many working days left are still near
     * @param lines whether to say how it was counted, line by line
     * @param limitDays the matter's own limit, told along
     */
    public Due due(Instant now, int near, boolean lines, Integer limitDays) {
        boolean wholeDays = limit.unit() == Limit.Unit.WORKING_DAYS && limit.amount() > 0;
        Stop stop = stop();
        if (wholeDays || stop == null) {
            Due due = count().due(day(now), near, lines);
            return stop == null
                    ? new Due(limitDays, from, null, null, null, Light.UNKNOWN, due.why(), due.lines())
                    : new Due(limitDays, from, due.dueOn(), null, due.daysLeft(), due.light(), due.why(), due.lines());
        }
        return moment(stop, now, near, lines, limitDays);
    }

    private Due moment(Stop stop, Instant now, int near, boolean lines, Integer limitDays) {
        String until = TIME.format(stop.at().atZone(zone));
        List<Due.Line> told = lines ? lines(stop.day()) : List.of();
        if (!now.isBefore(stop.at())) {
            int late = days(stop.day(), day(now));
            Integer left = late < 0 ? null : Integer.valueOf(-Math.max(1, late));
            Text why = TEXTS.get("why.moment.over", until, span(Duration.between(stop.at(), now)));
            return new Due(limitDays, from, stop.day(), stop.at(), left, Light.OVERDUE, why, told);
        }
        int left = days(day(now), stop.day());
        Text rest = span(Duration.between(now, stop.at()));
        Light light = left <= near ? Light.NEAR : Light.ON_TIME;
        return new Due(
                limitDays, from, stop.day(), stop.at(), left, light, TEXTS.get("why.moment.left", until, rest), told);
    }

    private Stop stop() {
        if (limit.unit() == Limit.Unit.HOURS) {
            return hours();
        }
        LocalDate last = limit.amount() == 0
                ? day(from)
                : count().due(day(from), 0, false).dueOn();
        if (last == null) {
            return null;
        }
        Instant closed = last.atTime(closing).atZone(zone).toInstant();
        boolean after = !from.isBefore(closed);
        return new Stop(last, after ? last.plusDays(1).atStartOfDay(zone).toInstant() : closed);
    }

    private Stop hours() {
        LocalDateTime begin = from.atZone(zone).toLocalDateTime();
        Duration left = Duration.ofHours(limit.amount());
        for (LocalDate day = begin.toLocalDate(); holidays.knows(day); day = day.plusDays(1)) {
            LocalDateTime end = day.plusDays(1).atStartOfDay();
            if (holidays.working(day)) {
                Duration rest = Duration.between(begin, end);
                if (left.compareTo(rest) <= 0) {
                    return new Stop(day, begin.plus(left).atZone(zone).toInstant());
                }
                left = left.minus(rest);
            }
            begin = end;
        }
        return null;
    }

    /** The limit as a count of days; of hours only where the year that it needs is not loaded, which it then says. */
    private Count count() {
        int days = limit.unit() == Limit.Unit.HOURS ? limit.amount() / 24 + 1 : limit.amount();
        return new Count(days, List.of(new Tick(from, Clock.RUNNING, null, limit.source())), holidays, zone);
    }

    private List<Due.Line> lines(LocalDate last) {
        List<Due.Line> told = new ArrayList<>();
        LocalDate first = day(from);
        told.add(new Due.Line(first, first, 0, TEXTS.get("line.entered", limit.source())));
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            Count.add(told, day, day, holidays.working(day) ? 1 : 0, holidays.reason(day));
        }
        told.add(new Due.Line(last, last, 0, TEXTS.get("line.due")));
        return told;
    }

    /** Working days after {@code from} up to {@code to}; -1 when one of a year not loaded is needed. */
    private int days(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (!holidays.knows(day)) {
                return -1;
            }
            days += holidays.working(day) ? 1 : 0;
        }
        return days;
    }

    /** A span of time in the two largest units that say enough. */
    private static Text span(Duration span) {
        if (span.compareTo(DAY) >= 0) {
            return TEXTS.get("span.days", span.toDays(), span.toHoursPart());
        }
        return span.toHours() > 0
                ? TEXTS.get("span.hours", span.toHours(), span.toMinutesPart())
                : TEXTS.get("span.minutes", span.toMinutes());
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
