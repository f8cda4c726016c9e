// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CaseNumberTest {
    private static final String TOWN = "610926100000";

    @Test
    void leadsBackToItsSerial() {
        for (long id : new long[] {1, 9, 1_234_567, 99_999_999}) {
            String number = CaseNumber.of(id, 2026, TOWN);
            assertEquals(17, number.length());
            assertTrue(number.startsWith("61092626"));
            assertEquals(OptionalLong.of(id), CaseNumber.id(number));
        }
    }

    @Test
    void noticesEveryWrongDigitAndNearlyEverySwap() {
        String number = CaseNumber.of(4711, 2026, TOWN);
        int unnoticed = 0;
        for (int i = 0; i < 17; i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != number.charAt(i)) {
                    String wrong = number.substring(0, i) + digit + number.substring(i + 1);
                    assertEquals(OptionalLong.empty(), CaseNumber.id(wrong), wrong);
                }
            }
            if (i < 16 && number.charAt(i) != number.charAt(i + 1)) {
                String swapped =
                        number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
                unnoticed += CaseNumber.id(swapped).isPresent() ? 1 : 0;
            }
        }
        assertTrue(unnoticed <= 1, "swaps that slip through: " + unnoticed);
    }

    @Test
    void isNothingButSeventeenAsciiDigits() {
        for (String wrong : new String[] {null, "", "6109262600000001", "６１０９２６２６０００００００１５", "61092626 0000001 "}) {
            assertEquals(OptionalLong.empty(), CaseNumber.id(wrong));
        }
    }

    @Test
    void endsRatherThanRepeats() {
        assertThrows(IllegalStateException.class, () -> CaseNumber.of(100_000_000L, 2026, TOWN));
    }
}
