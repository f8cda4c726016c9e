// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.registry.Division;

class NumbersTest {
    @Test
    void validNumbersHaveNoFault() {
        assertNull(CitizenNumber.fault("360426199101010071"));
        assertNull(CitizenNumber.fault("44011320141005001X"));
        assertNull(CreditCode.fault("91110000600037341L"));
    }

    @Test
    void aWrongDigitADayThatDoesNotExistAndALaterOneAreFaults() {
        assertTrue(CitizenNumber.fault("360426199101010072").zh().contains("校验位"));
        assertTrue(CitizenNumber.fault("360426199102300071").zh().contains("1991-02-30"));
        String later = "36042629990101007";
        assertTrue(CitizenNumber.fault(later + CitizenNumber.checkDigit(later))
                .zh()
                .contains("2999-01-01"));
        for (String wrong : new String[] {null, "", "36042619910101007", "３６０４２６199101010071", "36042619910101007x"}) {
            assertNotNull(CitizenNumber.fault(wrong));
        }
        assertNotNull(CreditCode.fault("91110000600037341N"));
        assertNotNull(CreditCode.fault("9111000060003734IL"));
    }

    @Test
    void anApplicantNamesEveryFaultAndTakesRareCharacters() {
        assertEquals(
                List.of(),
                applicant("𠮷䶮", "360426199101010071", " 0915-8401234 ").faults());
        assertEquals(
                List.of("applicant.kind", "applicant.name", "applicant.idNumber", "applicant.phone"),
                new Applicant(null, null, null, null, null)
                        .faults().stream().map(Violation::field).toList());
        assertEquals(
                1,
                applicant("a\u0000b", "360426199101010071", "0915-8401234")
                        .faults()
                        .size());
    }

    @Test
    void anApplicantsTextIsMasked() {
        Applicant applicant = applicant("𠮷小明", "360426199101010071", "0915-8401234");
        assertEquals("𠮷**", applicant.maskedName());
        assertEquals("1234", applicant.phoneEnding());
        assertFalse(applicant.toString().contains("360426199101010071"));
    }

    @Test
    void aDivisionContainsItsSubtreeOnly() {
        assertTrue(Division.contains("610926000000", "610926100001"));
        assertTrue(Division.contains("610926100000", "610926100001"));
        assertFalse(Division.contains("610926100000", "610926101000"));
        assertFalse(Division.contains("610926100001", "610926100000"));
        assertFalse(Division.contains("610926100001", "610926100002"));
        assertEquals("610926100000", Division.town("610926100001"));
    }

    private static Applicant applicant(String name, String number, String phone) {
        return new Applicant(Applicant.Kind.PERSON, name, number, phone, null);
    }
}
