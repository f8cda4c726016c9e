// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaysTest {
    @Test
    void aDayIsOneOfTheCounty() {
        assertEquals(20270101, Days.of(Instant.parse("2026-12-31T16:00:00Z")), "midnight in Shanghai");
        assertEquals(20261231, Days.of(Instant.parse("2026-12-31T15:59:59Z")));
        assertEquals(20261200, Days.month(20261231));
        assertNull(Days.day(0));
        assertNull(Days.day(Days.PAUSED));
    }

    @Test
    void aSpanIsWholeMonthsAndTheDaysBesideThem() {
        assertEquals(
                List.of(
                        new Days.Range(false, 20261130, 20261130),
                        new Days.Range(true, 20261200, 20270100),
                        new Days.Range(false, 20270201, 20270203)),
                ranges("2026-11-30", "2027-02-03"));
        assertEquals(List.of(new Days.Range(true, 20260100, 20261200)), ranges("2026-01-01", "2026-12-31"));
        assertEquals(List.of(new Days.Range(false, 20260303, 20260420)), ranges("2026-03-03", "2026-04-20"));
        assertEquals(List.of(new Days.Range(false, 20260302, 20260331)), ranges("2026-03-02", "2026-03-31"));
        assertEquals(List.of(new Days.Range(true, 20280200, 20280200)), ranges("2028-02-01", "2028-02-29"));
    }

    @Test
    void thePresentMonthIsWholeUpToToday() {
        LocalDate today = LocalDate.of(2026, 11, 24);
        assertTrue(Days.whole(LocalDate.of(2026, 11, 1), today, today));
        assertTrue(Days.whole(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 10, 31), today));
        assertFalse(Days.whole(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 23), today));
        assertFalse(Days.whole(LocalDate.of(2026, 11, 2), today, today));
    }

    private static List<Days.Range> ranges(String from, String until) {
        return Days.ranges(LocalDate.parse(from), LocalDate.parse(until));
    }
}
