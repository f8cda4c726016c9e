// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;

class GivenTest {
    private enum Way {
        BY_POST,
        BY_HAND
    }

    @Test
    void whatIsNotGivenIsNothing() {
        assertNull(Given.word("  "));
        assertEquals("a", Given.word(" a "));
        assertNull(Given.choice(Way.class, "way", ""));
        assertEquals(LocalDate.EPOCH, Given.day("day", null, LocalDate.EPOCH));
        assertEquals(List.of(1, 1), Given.list(Arrays.asList(1, null, 1)));
        assertEquals(List.of(1), Given.distinct(Arrays.asList(1, null, 1)));
    }

    @Test
    void whatCannotBeReadNamesItsField() {
        assertEquals("", field(() -> Given.body(null)));
        assertEquals("way", field(() -> Given.choice(Way.class, "way", "by air")));
        assertEquals("way", field(() -> Given.wanted(Way.class, "way", null)));
        assertEquals("from", field(() -> Given.day("from", "2026-13-01", null)));
        assertEquals("to", field(() -> Given.month("to", "2026", null)));
        assertEquals("at", field(() -> Given.moment("at", "2026-11-02T10:00:00", null)));
        assertEquals("year", field(() -> Given.year(1999)));
    }

    @Test
    void aPlusSignThatAQueryTurnedIntoABlankIsOneAgain() {
        assertEquals(Instant.parse("2026-11-02T02:00:00Z"), Given.moment("at", "2026-11-02T10:00:00 08:00", null));
    }

    @Test
    void bothVersionsAgree() {
        assertEquals(3, Given.version(3, null, null));
        assertEquals(3, Given.version(null, "W/\"3\"", null));
        assertEquals(0, Given.version(null, null, 0));
        assertEquals("version", field(() -> Given.version(null, null, null)));
        assertEquals("If-Match", field(() -> Given.version(2, "\"3\"", null)));
    }

    private static String field(Runnable reading) {
        return assertThrows(Problem.class, reading::run).violations().get(0).field();
    }
}
