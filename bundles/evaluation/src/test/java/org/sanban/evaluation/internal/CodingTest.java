// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;

/** The two official codings, which run in opposite directions (domain facts 4.3, traps 1 and 2). */
class CodingTest {
    @Test
    void theInterfaceCountsDownFromFiveAndTheStandardUpFromOne() {
        assertEquals(List.of("5", "4", "3", "2", "1"), satisfaction(Coding.INTERFACE));
        assertEquals(List.of("1", "2", "3", "4", "5"), satisfaction(Coding.GBT39046));
    }

    @Test
    void everyLevelComesBackFromItsCode() {
        for (Coding coding : Coding.values()) {
            for (Level level : Level.values()) {
                assertEquals(level, coding.level(coding.satisfaction(level)));
            }
        }
        assertEquals(Level.VERY_SATISFIED, Coding.INTERFACE.level("5"));
        assertEquals(Level.VERY_DISSATISFIED, Coding.GBT39046.level("5"));
    }

    @Test
    void whatTheInterfaceCallsBadIsBad() {
        for (Level level : Level.values()) {
            assertEquals(Integer.parseInt(Coding.INTERFACE.satisfaction(level)) < 3, level.bad());
        }
    }

    @Test
    void immediateAndCommittedChangePlaces() {
        assertEquals("1", Coding.INTERFACE.promise(false));
        assertEquals("2", Coding.INTERFACE.promise(true));
        assertEquals("1", Coding.GBT39046.promise(true));
        assertEquals("2", Coding.GBT39046.promise(false));
        for (Coding coding : Coding.values()) {
            assertEquals(true, coding.immediate(coding.promise(true)));
            assertEquals(false, coding.immediate(coding.promise(false)));
        }
    }

    @Test
    void waysAreNumbersInOneAndWordsInTheOther() {
        assertEquals("3", Coding.INTERFACE.via(Via.QR));
        assertEquals("二维码", Coding.GBT39046.via(Via.QR));
        for (Via via : Via.values()) {
            assertEquals(via, Coding.GBT39046.way(Coding.GBT39046.via(via)));
            Via back = Coding.INTERFACE.way(Coding.INTERFACE.via(via));
            assertEquals(via == Via.PHONE ? Via.TERMINAL : via, back);
        }
    }

    @Test
    void aCodeOfNeitherIsNamed() {
        for (Coding coding : Coding.values()) {
            for (String wrong : List.of("0", "6", "", "满意")) {
                Problem problem = assertThrows(Problem.class, () -> coding.level(wrong));
                assertEquals("satisfaction", problem.violations().get(0).field());
            }
            assertThrows(Problem.class, () -> coding.immediate("3"));
            assertThrows(Problem.class, () -> coding.way("8"));
        }
    }

    private static List<String> satisfaction(Coding coding) {
        return Arrays.stream(Level.values()).map(coding::satisfaction).toList();
    }
}
