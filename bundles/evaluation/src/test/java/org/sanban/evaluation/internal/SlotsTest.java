// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.rating.Period;

class SlotsTest {
    @Test
    void wholeMonthsStandForTheirDays() {
        assertEquals(List.of(20261100), of("2026-11-01", "2026-11-30"));
        assertEquals(List.of(20260131, 20260200, 20260301), of("2026-01-31", "2026-03-01"));
        assertEquals(12, of("2026-01-01", "2026-12-31").size());
    }

    @Test
    void aPartOfAMonthIsItsDays() {
        assertEquals(List.of(20261124), of("2026-11-24", "2026-11-24"));
        assertEquals(29, of("2026-11-01", "2026-11-29").size());
    }

    private static List<Integer> of(String from, String until) {
        return Slots.of(new Period(LocalDate.parse(from), LocalDate.parse(until)));
    }
}
