// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;

class SpanTest {
    private final FakeCalendar calendar = new FakeCalendar();

    @Test
    void hoursAreWrittenAsPeopleWriteThem() {
        assertTrue(Span.of("08:30-12:00").isPresent());
        for (String wrong :
                new String[] {null, "", "08:30", "8:30-12:00", "12:00-08:30", "12:00-12:00", "24:00-25:00"}) {
            assertFalse(Span.of(wrong).isPresent(), String.valueOf(wrong));
        }
    }

    @Test
    void aShiftedSaturdayIsOpenAsAWorkingDayAndAHolidayIsNot() {
        assertEquals(List.of("08:30"), starts(FakeCalendar.SHIFTED_SATURDAY));
        assertEquals(List.of("09:00"), starts(FakeCalendar.HOLIDAY_THURSDAY), "by the hours of rest days");
        assertEquals(List.of("09:00"), starts(LocalDate.of(2026, 10, 17)));
    }

    @Test
    void aYearThatIsNotLoadedIsNotGuessed() {
        assertThrows(Problem.class, () -> starts(LocalDate.of(2027, 3, 1)));
    }

    private List<String> starts(LocalDate day) {
        return Span.on(day, Samples.ledger("s", List.of("08:30-12:00"), List.of("09:00-11:00")), calendar).stream()
                .map(span -> span.from().toString())
                .toList();
    }
}
