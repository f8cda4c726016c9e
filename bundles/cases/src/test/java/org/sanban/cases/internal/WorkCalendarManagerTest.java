// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;

class WorkCalendarManagerTest {
    private final WorkCalendarManager calendar =
            new WorkCalendarManager(Deadlines.bundled(2, InstantSource.system()), Rows.SETTINGS);

    @Test
    void shiftedDaysAndHolidaysCountAsTheStateCouncilSays() {
        assertTrue(calendar.isWorkday(LocalDate.of(2026, 10, 10)), "a Saturday that is worked");
        assertFalse(calendar.isWorkday(LocalDate.of(2026, 10, 1)));
        assertFalse(calendar.isWorkday(LocalDate.of(2026, 11, 28)));
        LocalDate beforeNationalDay = LocalDate.of(2026, 9, 30);
        assertEquals(Optional.of(beforeNationalDay), calendar.plusWorkdays(beforeNationalDay, 0));
        assertEquals(Optional.of(LocalDate.of(2026, 10, 8)), calendar.plusWorkdays(beforeNationalDay, 1));
        assertEquals(Optional.of(LocalDate.of(2026, 10, 10)), calendar.plusWorkdays(beforeNationalDay, 3));
    }

    @Test
    void aYearThatIsNotLoadedIsNotGuessed() {
        LocalDate far = LocalDate.of(2031, 5, 6);
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> calendar.isWorkday(far)).kind());
        assertEquals(Optional.empty(), calendar.plusWorkdays(LocalDate.of(2026, 12, 30), 5));
        assertFalse(calendar.afterHours(Instant.parse("2031-01-01T20:00:00Z")));
    }

    @Test
    void afterClosingAndOnDaysOffServiceIsExtended() {
        assertFalse(calendar.afterHours(Instant.parse("2026-11-24T09:29:59Z")));
        assertTrue(calendar.afterHours(Instant.parse("2026-11-24T09:30:00Z")), "17:30 in Pingli");
        assertTrue(calendar.afterHours(Instant.parse("2026-11-22T02:00:00Z")), "a Sunday");
        assertFalse(calendar.afterHours(Instant.parse("2026-10-10T02:00:00Z")), "a Saturday that is worked");
    }
}
