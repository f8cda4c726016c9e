// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InputTest {
    @Test
    void citizensHaveNumbersOfTheirOwnWithRightCheckDigits() {
        assertEquals(
                40_000,
                IntStream.range(0, 40_000)
                        .mapToObj(Citizens::number)
                        .collect(Collectors.toSet())
                        .size());
        for (int i = 0; i < 1_000; i++) {
            assertEquals(1, weighed(Citizens.number(i)) % 11);
        }
    }

    /** GB 11643: the digits weighed by powers of two add up to 1, modulo 11. */
    private static int weighed(String number) {
        return IntStream.range(0, 18)
                .map(i -> "0123456789X".indexOf(number.charAt(i)) * ((1 << 17 - i) % 11))
                .sum();
    }

    @Test
    void optionsHaveDefaultsAndAreChecked() {
        assertEquals(new Options(10, 45, List.of(1, 8, 64), 100_000, 10, 200_000, 10), Options.of());
        assertEquals(
                new Options(3, 1, List.of(1, 2), 500, 10, 7, 2),
                Options.of(
                        "--seconds",
                        "3",
                        "--warm",
                        "1",
                        "--clients",
                        "1,2",
                        "--rows",
                        "500",
                        "--entries",
                        "7",
                        "--kills",
                        "2"));
        assertThrows(IllegalArgumentException.class, () -> Options.of("--second", "3"));
        assertThrows(IllegalArgumentException.class, () -> Options.of("--seconds"));
    }

    @Test
    void ticksOfTheProcessorsEndWithTheHypervisors() {
        assertArrayEquals(new long[] {1, 2, 3, 4, 5, 6, 7, 8}, Neighbours.ticks("cpu  1 2 3 4 5 6 7 8 9 10"));
    }

    @Test
    void statementsAreNamedByVerbAndTable() {
        assertEquals("select cases_case", Statements.brief("SELECT ID, DATA FROM cases_case WHERE (ID = ?)"));
        assertEquals("insert cases_journal", Statements.brief("INSERT INTO cases_journal (ID) VALUES (?)"));
        assertEquals("update cases_case", Statements.brief("UPDATE cases_case SET VERSION = ? WHERE ID = ?"));
        assertEquals("values", Statements.brief("VALUES 1"));
    }
}
