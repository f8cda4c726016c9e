// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;

class WorkCalendarManagerTest {
    private final WorkCalendarManager calendar = new WorkCalendarManager(Deadlines.bundled(2, InstantSource.system()));

    @Test
    void shiftedDaysAndHolidaysCountAsTheStateCouncilSays() {
        assertTrue(calendar.isWorkday(LocalDate.of(2026, 10, 10)), "a Saturday that is worked");
        assertFalse(calendar.isWorkday(LocalDate.of(2026, 10, 1)));
        assertFalse(calendar.isWorkday(LocalDate.of(2026, 11, 28)));
        assertEquals(LocalDate.of(2026, 10, 9), calendar.plusWorkdays(LocalDate.of(2026, 9, 30), 2));
        assertEquals(LocalDate.of(2026, 10, 1), calendar.plusWorkdays(LocalDate.of(2026, 10, 1), 0));
    }

    @Test
    void aYearThatIsNotLoadedIsNotGuessed() {
        LocalDate far = LocalDate.of(2031, 5, 6);
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> calendar.isWorkday(far)).kind());
    }
}
