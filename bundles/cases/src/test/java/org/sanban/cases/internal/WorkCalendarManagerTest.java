// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.problem.Problem;

class WorkCalendarManagerTest {
    private final WorkCalendar calendar = new WorkCalendarManager(Deadlines.bundled(1, InstantSource.system()));

    @Test
    void holidaysAndShiftedWorkdaysCountAsTheStateCouncilSays() {
        assertFalse(calendar.isWorkday(LocalDate.parse("2026-10-01")), "National Day");
        assertTrue(calendar.isWorkday(LocalDate.parse("2026-10-10")), "a Saturday that is worked");
        assertFalse(calendar.isWorkday(LocalDate.parse("2026-11-22")), "a Sunday");
    }

    @Test
    void aLimitBeginsOnTheDayAfter() {
        LocalDate friday = LocalDate.parse("2026-11-20");
        assertEquals(friday, calendar.plusWorkdays(friday, 0));
        assertEquals(LocalDate.parse("2026-11-23"), calendar.plusWorkdays(friday, 1));
        assertEquals(LocalDate.parse("2026-10-08"), calendar.plusWorkdays(LocalDate.parse("2026-09-30"), 1));
    }

    @Test
    void aYearThatIsNotLoadedIsNeverGuessed() {
        Problem problem = assertThrows(Problem.class, () -> calendar.plusWorkdays(LocalDate.parse("2026-12-31"), 1));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.detail().zh().contains("2027"), problem.detail().zh());
    }
}
