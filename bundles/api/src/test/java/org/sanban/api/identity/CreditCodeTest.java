// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 32100-2015; the good codes are published ones (domain facts 4.2 and 4.4). */
class CreditCodeTest {
    private static final String GOOD = "91110000600037341L";

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "11440100007482575H", "12441500196720244T"})
    void rightCodesAreTaken(String code) {
        assertNull(CreditCode.fault(code));
    }

    @Test
    void everyOtherCheckCharacterIsRefused() {
        for (char check : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
            assertEquals(check == 'L', CreditCode.fault(GOOD.substring(0, 17) + check) == null, "check " + check);
        }
    }

    @Test
    void neighboursExchangedAreFound() {
        assertTrue(CreditCode.fault("19110000600037341L").en().contains("check character"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "91110000600037341",
                "91110000600037341LL",
                "91110000600037341l",
                "9111000060003734IL",
                "9111000060003734OL",
                "9111000060003734ZL",
                "9111000060003734SL",
                "9111000060003734VL",
                "91110000-60003734L",
                "９１１１００００６０００３７３４１Ｌ",
                "91110000600037341L\n"
            })
    void anotherFormIsRefused(String code) {
        assertTrue(CreditCode.fault(code).en().contains("18 digits and capital letters"));
    }
}
