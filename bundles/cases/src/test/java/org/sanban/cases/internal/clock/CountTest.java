// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Light;

class CountTest {
    private static final Holidays HOLIDAYS = new HolidayFiles(Path.of("none")).holidays();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void nationalDayIsLeftOutAndItsMakeUpDaysCount() {
        // 09-20 Sunday worked, 09-25…27 Mid-Autumn, 10-01…07 National Day, 10-10 Saturday worked.
        assertEquals("2026-09-20", due(2, start("2026-09-17")));
        assertEquals("2026-10-08", due(4, start("2026-09-27")));
        assertEquals("2026-10-10", due(6, start("2026-09-27")));
        assertEquals("2026-10-12", due(7, start("2026-09-27")));
    }

    @Test
    void springFestivalIsLeftOutAndItsMakeUpDaysCount() {
        assertEquals("2026-02-14", due(1, start("2026-02-13")));
        assertEquals("2026-02-24", due(2, start("2026-02-13")));
        assertEquals("2026-02-28", due(6, start("2026-02-13")));
        assertEquals("2026-03-02", due(7, start("2026-02-13")));
    }

    @Test
    void aCountRunsOnAcrossNewYear() {
        assertEquals("2025-12-31", due(1, start("2025-12-30")));
        assertEquals("2026-01-04", due(2, start("2025-12-30")));
        assertEquals("2026-01-05", due(3, start("2025-12-30")));
    }

    @Test
    void aYearThatIsNotLoadedIsSaidWithWhatToDo() {
        Count count = count(5, start("2026-12-29"));
        Due due = count.due(LocalDate.parse("2026-12-30"), 1, true);
        assertEquals(Light.UNKNOWN, due.light());
        assertNull(due.dueOn());
        assertNull(due.daysLeft());
        assertTrue(
                due.why().zh().contains("2027.json") && due.why().zh().contains("etc/holidays"),
                due.why().zh());
        assertEquals(
                LocalDate.parse("2027-01-01"),
                due.lines().get(due.lines().size() - 1).from());
        assertEquals("2026-12-31", due(2, start("2026-12-29")));
    }

    @Test
    void aCaseThatEndedBeforeTheUnknownYearWasInTime() {
        Due due = count(5, start("2026-12-29"), ended("2026-12-30")).due(LocalDate.parse("2027-02-01"), 1, true);
        assertEquals(Light.ON_TIME, due.light());
        assertNull(due.dueOn());
    }

    @Test
    void lateByDaysOfAnUnknownYearIsOverdueWithoutANumber() {
        Due due = count(2, start("2026-12-29")).due(LocalDate.parse("2027-01-05"), 1, true);
        assertEquals(Light.OVERDUE, due.light());
        assertNull(due.daysLeft());
    }

    @Test
    void anImmediateMatterIsDueTheDayItIsAccepted() {
        Count count = count(0, start("2026-10-09"));
        assertEquals(LocalDate.parse("2026-10-09"), dueOn(count));
        assertEquals(0, count.due(LocalDate.parse("2026-10-09"), 1, false).daysLeft());
        assertEquals(
                Light.OVERDUE,
                count.due(LocalDate.parse("2026-10-10"), 1, false).light());
    }

    @Test
    void nothingRunsBeforeAcceptanceOrWithoutALimit() {
        LocalDate today = LocalDate.parse("2026-10-09");
        assertEquals(Light.NONE, count(5).due(today, 1, false).light());
        assertEquals(
                Light.NONE, count(5, ended("2026-10-08")).due(today, 1, false).light());
        Due none = new Count(null, List.of(start("2026-10-08")), HOLIDAYS, ZONE).due(today, 1, true);
        assertEquals(Light.NONE, none.light());
        assertNull(none.limitDays());
        assertNotEquals(count(5).due(today, 1, true).why(), none.why());
    }

    @Test
    void lightsTurnFromGreenToYellowToRed() {
        Count count = count(3, start("2026-09-29")); // 09-30, 10-08, 10-09
        assertEquals(List.of(Light.ON_TIME, 3), stand(count, "2026-09-29"));
        assertEquals(List.of(Light.ON_TIME, 2), stand(count, "2026-10-07"));
        assertEquals(List.of(Light.NEAR, 1), stand(count, "2026-10-08"));
        assertEquals(List.of(Light.NEAR, 0), stand(count, "2026-10-09"));
        assertEquals(List.of(Light.OVERDUE, -1), stand(count, "2026-10-10"));
        assertEquals(List.of(Light.OVERDUE, -1), stand(count, "2026-10-11"));
        assertEquals(List.of(Light.OVERDUE, -2), stand(count, "2026-10-12"));
    }

    @Test
    void aWeekendAfterTheLastDayIsOverdueByOne() {
        assertEquals(List.of(Light.OVERDUE, -1), stand(count(1, start("2026-11-05")), "2026-11-07"));
    }

    @Test
    void aPauseWithinOneDayChangesNothing() {
        assertEquals(
                due(5, start("2026-11-02")), due(5, start("2026-11-02"), paused("2026-11-04"), start("2026-11-04")));
    }

    @Test
    void aPauseLeavesOutTheDaysAfterItUpToTheOneItEndsOn() {
        assertEquals("2026-11-11", due(5, start("2026-11-02"), paused("2026-11-04"), start("2026-11-06")));
        assertEquals(
                "2026-11-17",
                due(
                        5,
                        start("2026-11-02"),
                        paused("2026-11-04"),
                        start("2026-11-06"),
                        paused("2026-11-09"),
                        start("2026-11-13")));
    }

    @Test
    void aPauseOverAHolidayLeavesOutOnlyItsWorkingDays() {
        // Paused 09-30, resumed 10-09: of the days between only 10-08 and 10-09 would have counted.
        assertEquals("2026-10-13", due(5, start("2026-09-28"), paused("2026-09-30"), start("2026-10-09")));
    }

    @Test
    void aPauseBegunOnASundayIsLikeOneBegunOnFriday() {
        assertEquals(
                due(5, start("2026-11-02"), paused("2026-11-06"), start("2026-11-09")),
                due(5, start("2026-11-02"), paused("2026-11-08"), start("2026-11-09")));
    }

    @Test
    void whileItIsPausedTheDaysLeftStandStill() {
        Count count = count(5, start("2026-11-02"), paused("2026-11-04"));
        assertEquals(List.of(Light.PAUSED, 3), stand(count, "2026-11-04"));
        assertEquals(List.of(Light.PAUSED, 3), stand(count, "2027-03-04"));
        assertNull(dueOn(count));
        assertTrue(count.due(LocalDate.parse("2026-11-05"), 1, false).why().zh().contains("听证"));
    }

    @Test
    void aPauseResumedAfterTheFirstDueDateMovesIt() {
        Count count = count(2, start("2026-11-02"), paused("2026-11-03"), start("2026-11-20"));
        assertEquals(LocalDate.parse("2026-11-23"), dueOn(count));
        assertEquals(List.of(Light.NEAR, 1), stand(count, "2026-11-20"));
    }

    @Test
    void aPauseOnTheLastDayLeavesTheDayItGoesOn() {
        Count count = count(2, start("2026-11-02"), paused("2026-11-04"), start("2026-11-20"));
        assertEquals(LocalDate.parse("2026-11-20"), dueOn(count));
        assertEquals(List.of(Light.OVERDUE, -1), stand(count, "2026-11-21"));
        assertEquals(
                List.of(Light.PAUSED, 0), stand(count(2, start("2026-11-02"), paused("2026-11-04")), "2026-11-19"));
    }

    @Test
    void aPauseHidesNoLateness() {
        Count paused = count(1, start("2026-11-02"), paused("2026-11-05"));
        assertEquals(List.of(Light.OVERDUE, -2), stand(paused, "2026-11-20"));
        Count resumed = count(1, start("2026-11-02"), paused("2026-11-05"), start("2026-11-20"));
        assertEquals(List.of(Light.OVERDUE, -3), stand(resumed, "2026-11-23"));
    }

    @Test
    void anEndedCaseIsJudgedByTheDayItEnded() {
        Count early = count(5, start("2026-11-02"), ended("2026-11-04"));
        assertEquals(Arrays.asList(Light.ON_TIME, null), stand(early, "2027-06-01"));
        assertEquals(LocalDate.parse("2026-11-09"), dueOn(early));
        Count late = count(5, start("2026-11-02"), ended("2026-11-10"));
        assertEquals(Arrays.asList(Light.OVERDUE, null), stand(late, "2027-06-01"));
        assertEquals(
                Arrays.asList(Light.ON_TIME, null),
                stand(count(5, start("2026-11-02"), ended("2026-11-09")), "2026-12-01"));
    }

    @Test
    void aCaseEndedInAPauseIsInTime() {
        Count count = count(5, start("2026-11-02"), paused("2026-11-04"), ended("2026-11-30"));
        assertEquals(
                Light.ON_TIME,
                count.due(LocalDate.parse("2026-12-01"), 1, false).light());
    }

    @Test
    void daysAreThoseOfShanghai() {
        Tick late = new Tick(Instant.parse("2026-11-02T16:30:00Z"), Clock.RUNNING, null, null); // 00:30 on the 3rd
        assertEquals(LocalDate.parse("2026-11-04"), dueOn(count(1, late)));
    }

    @Test
    void everyLineOfTheCountIsTold() {
        Due due = count(6, start("2026-09-27"), paused("2026-10-08"), start("2026-10-12"))
                .due(LocalDate.parse("2026-10-15"), 1, true);
        assertEquals(
                List.of(
                        "2026-09-27 2026-09-27 0 受理当日，不计入期限",
                        "2026-09-28 2026-09-30 3 工作日",
                        "2026-10-01 2026-10-07 0 国庆节放假，不计",
                        "2026-10-08 2026-10-08 1 工作日",
                        "2026-10-09 2026-10-12 0 暂停计时，不计：听证（依据：行政许可法第四十五条）",
                        "2026-10-13 2026-10-14 2 工作日",
                        "2026-10-14 2026-10-14 0 期限届满",
                        "2026-10-15 2026-10-15 0 超过期限"),
                told(due));
    }

    @Test
    void makeUpDaysAndWeekendsAreNamed() {
        Due due = count(3, start("2026-05-07")).due(LocalDate.parse("2026-05-08"), 1, true);
        assertEquals(
                List.of(
                        "2026-05-07 2026-05-07 0 受理当日，不计入期限",
                        "2026-05-08 2026-05-08 1 工作日",
                        "2026-05-09 2026-05-09 1 劳动节调休上班，计入",
                        "2026-05-10 2026-05-10 0 周末，不计",
                        "2026-05-11 2026-05-11 1 工作日",
                        "2026-05-11 2026-05-11 0 期限届满"),
                told(due));
        assertEquals(
                "shifted workday for Labour Day, counted",
                due.lines().get(2).reason().in(Locale.ENGLISH));
        assertEquals("应于 2026-05-11 前（含当日）办结，还剩 2 个工作日。", due.why().zh());
    }

    @Test
    void aCaseInAPauseTellsItUpToToday() {
        Due due = count(5, start("2026-11-02"), paused("2026-11-03")).due(LocalDate.parse("2026-11-06"), 1, true);
        Due.Line last = due.lines().get(due.lines().size() - 1);
        assertEquals(LocalDate.parse("2026-11-04"), last.from());
        assertEquals(LocalDate.parse("2026-11-06"), last.to());
    }

    @Test
    void itAgreesWithCountingOnFingers() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
            List<Tick> ticks = new ArrayList<>(List.of(tick(start, Clock.RUNNING)));
            LocalDate day = start;
            for (int i = random.nextInt(6); i > 0; i--) {
                day = day.plusDays(random.nextInt(9));
                ticks.add(tick(day, ticks.size() % 2 == 1 ? Clock.PAUSED : Clock.RUNNING));
            }
            int limit = random.nextInt(30);
            Count count = count(limit, ticks.toArray(Tick[]::new));
            LocalDate expected = fingers(limit, ticks);
            assertEquals(expected, dueOn(count), "seed " + seed);
            if (expected != null && !expected.isBefore(day)) {
                Due due = count.due(day, 1, true);
                int told = due.lines().stream().mapToInt(Due.Line::days).sum();
                assertEquals(limit, told, "seed " + seed);
            }
        }
    }

    /** A day at a time, with nothing but the rules. */
    private static LocalDate fingers(int limit, List<Tick> ticks) {
        LocalDate start = day(ticks.get(0).at());
        int left = limit;
        LocalDate last = limit == 0 ? start : null;
        for (LocalDate day = start; day.getYear() < 2027; day = day.plusDays(1)) {
            boolean free = day.isAfter(start) && !inPause(day, ticks);
            if (last != null && free) {
                return last;
            }
            if (free && HOLIDAYS.working(day)) {
                left--;
            }
            boolean begun = last == null && left == 0 && (free || limit == 0);
            boolean held = last != null && day.isAfter(start) && inPause(day, ticks);
            last = begun || held ? day : last;
        }
        return null;
    }

    private static boolean inPause(LocalDate day, List<Tick> ticks) {
        for (int i = 1; i < ticks.size(); i += 2) {
            LocalDate to = i + 1 < ticks.size() ? day(ticks.get(i + 1).at()) : LocalDate.MAX;
            if (day.isAfter(day(ticks.get(i).at())) && !day.isAfter(to)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> told(Due due) {
        return due.lines().stream()
                .map(l -> l.from() + " " + l.to() + " " + l.days() + " " + l.reason())
                .toList();
    }

    private static List<Object> stand(Count count, String today) {
        LocalDate day = LocalDate.parse(today);
        Due due = count.due(day, 1, false);
        return Arrays.asList(due.light(), due.daysLeft());
    }

    private static String due(int days, Tick... ticks) {
        return String.valueOf(dueOn(count(days, ticks)));
    }

    private static LocalDate dueOn(Count count) {
        return count.due(LocalDate.of(2026, 1, 1), 1, false).dueOn();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    private static Count count(int days, Tick... ticks) {
        return new Count(days, List.of(ticks), HOLIDAYS, ZONE);
    }

    private static Tick start(String day) {
        return tick(LocalDate.parse(day), Clock.RUNNING);
    }

    private static Tick paused(String day) {
        return tick(LocalDate.parse(day), Clock.PAUSED);
    }

    private static Tick ended(String day) {
        return tick(LocalDate.parse(day), Clock.ENDED);
    }

    private static Tick tick(LocalDate day, Clock state) {
        boolean paused = state == Clock.PAUSED;
        Instant at = day.atTime(10, 0).atZone(ZONE).toInstant();
        return new Tick(at, state, paused ? "听证" : null, paused ? "行政许可法第四十五条" : null);
    }
}
