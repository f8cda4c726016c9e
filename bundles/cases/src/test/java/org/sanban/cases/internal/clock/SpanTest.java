// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Limit;

class SpanTest {
    private static final Holidays HOLIDAYS = new HolidayFiles(Path.of("none")).holidays();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void hoursPassDayAndNightOnWorkingDays() {
        assertEquals("2026-11-24T13:00", over(hours(4), "2026-11-24T09:00"));
        assertEquals("2026-11-25T09:00", over(hours(24), "2026-11-24T09:00"));
    }

    @Test
    void hoursPassOverAWeekendAndAHoliday() {
        // Friday 15:00: nine hours of it, Monday whole, fifteen of Tuesday.
        assertEquals("2026-11-24T15:00", over(hours(48), "2026-11-20T15:00"));
        // 2026-09-30 is followed by National Day up to 10-07.
        assertEquals("2026-10-08T01:00", over(hours(2), "2026-09-30T23:00"));
        // 2026-10-10 is a Saturday that is worked.
        assertEquals("2026-10-10T10:00", over(hours(24), "2026-10-09T10:00"));
    }

    @Test
    void hoursThatBeginOnADayOffAreNotDueThatDay() {
        assertEquals("2026-11-23T04:00", over(hours(4), "2026-11-22T10:00"));
        Due due = span(hours(4), "2026-11-22T10:00").due(at("2026-11-22T20:00"), 1, true, 5);
        assertEquals(LocalDate.of(2026, 11, 23), due.dueOn());
        assertEquals(Light.NEAR, due.light());
        assertEquals(5, due.limitDays());
    }

    @Test
    void hoursThatEndWithADayAreDueOnThatDay() {
        Due due = span(hours(24), "2026-11-24T00:00").due(at("2026-11-24T12:00"), 1, false, null);
        assertEquals(LocalDate.of(2026, 11, 24), due.dueOn());
        assertEquals(at("2026-11-25T00:00"), due.dueAt());
        assertEquals(0, due.daysLeft());
    }

    @Test
    void noWorkingDaysMeansTheOfficeHoursOfTheSameDay() {
        assertEquals("2026-11-24T17:30", over(days(0), "2026-11-24T09:00"));
        assertEquals("2026-11-25T00:00", over(days(0), "2026-11-24T17:30"));
        assertEquals("2026-11-25T00:00", over(days(0), "2026-11-24T23:59"));
        assertEquals("2026-11-22T17:30", over(days(0), "2026-11-22T09:00"));
    }

    @Test
    void workingDaysAreOverWithTheOfficeHoursOfTheLast() {
        assertEquals("2026-11-24T17:30", over(days(2), "2026-11-20T16:00"));
        Due due = span(days(2), "2026-11-20T16:00").due(at("2026-11-24T18:00"), 1, false, null);
        assertNull(due.dueAt());
        assertEquals(Light.NEAR, due.light());
    }

    @Test
    void theTimeLeftIsToldInHoursAndMinutes() {
        Span span = span(days(0), "2026-11-24T09:00");
        assertTrue(why(span, "2026-11-24T15:10").contains("2 小时 20 分钟"), why(span, "2026-11-24T15:10"));
        assertTrue(why(span, "2026-11-24T17:01").contains("还剩 29 分钟"), why(span, "2026-11-24T17:01"));
        assertTrue(why(span, "2026-11-24T18:00").contains("超时 30 分钟"), why(span, "2026-11-24T18:00"));
        assertTrue(why(span, "2026-11-26T18:00").contains("超时 2 天 0 小时"), why(span, "2026-11-26T18:00"));
        assertEquals(-2, span.due(at("2026-11-26T18:00"), 1, false, null).daysLeft());
        assertEquals(
                Light.OVERDUE, span.due(at("2026-11-24T17:30"), 1, false, null).light());
        assertEquals(
                Light.NEAR, span.due(at("2026-11-24T17:29"), 1, false, null).light());
    }

    @Test
    void aYearThatIsNotLoadedIsSaid() {
        Span span = span(hours(30), "2026-12-30T20:00");
        assertNull(span.over());
        Due due = span.due(at("2026-12-30T21:00"), 1, true, null);
        assertEquals(Light.UNKNOWN, due.light());
        assertTrue(due.why().zh().contains("2027"), due.why().zh());
        assertNull(span(days(5), "2026-12-30T20:00").over());
    }

    @Test
    void theCountIsToldLineByLine() {
        Due due = span(hours(48), "2026-11-20T15:00").due(at("2026-11-20T16:00"), 1, true, null);
        assertEquals(2, due.lines().stream().mapToInt(Due.Line::days).sum());
        assertTrue(due.lines().get(0).reason().zh().contains("示例规定"));
        assertTrue(due.lines().stream().anyMatch(line -> line.reason().zh().contains("周末")));
    }

    private static String why(Span span, String now) {
        return span.due(at(now), 1, false, null).why().zh();
    }

    private static String over(Limit limit, String from) {
        return LocalDateTime.ofInstant(span(limit, from).over(), ZONE).toString();
    }

    private static Span span(Limit limit, String from) {
        return new Span(limit, at(from), HOLIDAYS, ZONE, LocalTime.of(17, 30));
    }

    private static Limit hours(int amount) {
        return new Limit(amount, Limit.Unit.HOURS, "示例规定");
    }

    private static Limit days(int amount) {
        return new Limit(amount, Limit.Unit.WORKING_DAYS, "示例规定");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
