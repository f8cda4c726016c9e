// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.WorkCalendar;

/** Working days for limits that are not a case's. */
class DeadlinesTest {
    private final WorkCalendar calendar = Deadlines.bundled(1, Instant::now);

    @Test
    void aLimitSkipsHolidaysAndCountsShiftedWorkdays() {
        LocalDate beforeNationalDay = LocalDate.of(2026, 9, 30);
        assertEquals(beforeNationalDay, calendar.last(beforeNationalDay, 0));
        assertEquals(LocalDate.of(2026, 10, 8), calendar.last(beforeNationalDay, 1));
        assertEquals(LocalDate.of(2026, 10, 10), calendar.last(beforeNationalDay, 3), "a Saturday that is worked");
    }

    @Test
    void aYearThatIsNotLoadedIsNotGuessed() {
        assertNull(calendar.last(LocalDate.of(2026, 12, 30), 5));
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
