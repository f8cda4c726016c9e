// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.problem.Text;

/** GB 11643-1999; the good numbers are published test vectors (domain facts 4.4), the others are changed ones. */
class CitizenNumberTest {
    private static final String GOOD = "360426199101010071";
    private static final String GOOD_X = "44011320141005001X";

    @ParameterizedTest
    @ValueSource(strings = {GOOD, GOOD_X})
    void rightNumbersAreTaken(String number) {
        assertNull(CitizenNumber.fault(number));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "36042619910101007",
                "3604261991010100711",
                "060426199101010071",
                "44011320141005001x",
                "3604261991010100X1",
                "３６０４２６１９９１０１０１００７１",
                "360426 199101010071",
                "360426199101010071\n",
                "360426910101007"
            })
    void anotherFormIsRefused(String number) {
        assertTrue(CitizenNumber.fault(number).en().contains("18 characters"));
    }

    @Test
    void everyOtherCheckDigitIsRefused() {
        for (char check : "0123456789X".toCharArray()) {
            Text fault = CitizenNumber.fault(GOOD.substring(0, 17) + check);
            assertEquals(check == GOOD.charAt(17), fault == null, "check digit " + check);
        }
    }

    @Test
    void everySingleWrongDigitOfTheOrderNumberIsFound() {
        for (char digit = '0'; digit <= '9'; digit++) {
            if (digit != GOOD.charAt(15)) {
                assertNotNull(CitizenNumber.fault(GOOD.substring(0, 15) + digit + GOOD.substring(16)));
            }
        }
    }

    @Test
    void neighboursExchangedAreFound() {
        String exchanged = "630426199101010071";
        assertTrue(CitizenNumber.fault(exchanged).en().contains("check digit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19910230", "19910229", "19000229", "19910431", "19911301", "19910001", "19910100"})
    void aDayThatDoesNotExistIsNamed(String day) {
        Text fault = CitizenNumber.fault(withBirth(day));
        String written = day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6);
        assertTrue(fault.zh().contains(written) && fault.zh().contains("不存在"), fault.zh());
        assertTrue(fault.en().contains(written) && fault.en().contains("does not exist"), fault.en());
    }

    @ParameterizedTest
    @ValueSource(strings = {"20000229", "19920229", "19001231"})
    void leapDaysThatExistAreTaken(String day) {
        assertNull(CitizenNumber.fault(withBirth(day)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"29990101", "17991231", "00000101"})
    void aDayNobodyNowAliveWasBornOnIsRefused(String day) {
        assertTrue(CitizenNumber.fault(withBirth(day)).en().contains("cannot be"));
    }

    @Test
    void aFaultNeverRepeatsTheNumber() {
        Text fault = CitizenNumber.fault(GOOD.substring(0, 17) + "2");
        assertFalse(fault.zh().contains(GOOD.substring(0, 6)));
        assertFalse(fault.en().contains(GOOD.substring(0, 6)));
    }

    /** A number with this birth date and the check digit that belongs to it. */
    private static String withBirth(String day) {
        String body = "610926" + day + "001";
        return body + CitizenNumber.checkDigit(body);
    }
}
