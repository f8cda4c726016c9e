// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.identity.Applicant.Kind;
import org.sanban.api.problem.Problem.Violation;

class ApplicantTest {
    private static final String PERSON = "360426199101010071";
    private static final String COMPANY = "91110000600037341L";
    private static final String PHONE = "0915-8401234";

    @Test
    void aPersonAndAnOrganisationAreTaken() {
        assertEquals(List.of(), wrong(new Applicant(Kind.PERSON, "张示例", PERSON, PHONE, null)));
        assertEquals(List.of(), wrong(new Applicant(Kind.ORGANIZATION, "示例有限公司", COMPANY, PHONE, "城关镇（示例）")));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Applicant nothing = new Applicant(null, null, null, null, "一\n二");
        assertEquals(
                List.of(
                        "applicant.kind",
                        "applicant.name",
                        "applicant.idNumber",
                        "applicant.phone",
                        "applicant.address"),
                wrong(nothing));
    }

    @Test
    void blanksAtTheEndsAreTakenOffAndTheNumberIsWrittenInCapitals() {
        Applicant typed = new Applicant(Kind.PERSON, "　张示例 ", " 44011320141005001x ", " 13900000000 ", "  ");
        assertEquals(new Applicant(Kind.PERSON, "张示例", "44011320141005001X", "13900000000", null), typed);
        assertNull(typed.address());
        assertEquals(List.of(), wrong(typed));
    }

    @Test
    void eachKindWantsItsOwnNumber() {
        assertEquals(List.of("applicant.idNumber"), wrong(new Applicant(Kind.PERSON, "张示例", COMPANY, PHONE, null)));
        assertEquals(List.of("applicant.idNumber"), wrong(new Applicant(Kind.ORGANIZATION, "示例", PERSON, PHONE, null)));
    }

    @Test
    void rareCharactersCountAsOne() {
        assertEquals(List.of(), wrong(named(Kind.PERSON, "𠮷")));
        assertEquals(List.of(), wrong(named(Kind.PERSON, "𠮷".repeat(60))));
        assertEquals(List.of("applicant.name"), wrong(named(Kind.PERSON, "𠮷".repeat(61))));
        assertEquals(List.of(), wrong(named(Kind.ORGANIZATION, "䶮".repeat(200))));
        assertEquals(List.of("applicant.name"), wrong(named(Kind.ORGANIZATION, "䶮".repeat(201))));
    }

    @Test
    void namesOfMinoritiesKeepTheirDot() {
        assertEquals(List.of(), wrong(named(Kind.PERSON, "阿依古丽·买买提")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"张\u0000", "张\n三", "张\t三", "张\u007f"})
    void controlCharactersAreRefused(String name) {
        assertEquals(List.of("applicant.name"), wrong(named(Kind.PERSON, name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "13900000000", "+8613900000000", "0915-8400000", "12345678901234567890"})
    void phonesAreTaken(String phone) {
        assertEquals(List.of(), wrong(new Applicant(Kind.PERSON, "张示例", PERSON, phone, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1234", "123456789012345678901", "-12345", "12345-", "1--2345", "１３９００００００００", "139 0000"})
    void otherPhonesAreRefused(String phone) {
        assertEquals(List.of("applicant.phone"), wrong(new Applicant(Kind.PERSON, "张示例", PERSON, phone, null)));
    }

    @Test
    void theEndingIsOfDigitsOnly() {
        assertEquals("1234", new Applicant(Kind.PERSON, "张示例", PERSON, "0915-840-12-34", null).phoneEnding());
    }

    @Test
    void listsAndLogsSeeItMasked() {
        Applicant applicant = new Applicant(Kind.PERSON, "𠮷小明", PERSON, "13900001234", "某处");
        assertEquals("𠮷**", applicant.maskedName());
        assertEquals("360426**********71", applicant.maskedIdNumber());
        assertEquals("139******34", applicant.maskedPhone());
        for (String secret : List.of("小明", "19910101", "13900001234", "某处")) {
            assertFalse(applicant.toString().contains(secret), applicant.toString());
        }
    }

    @Test
    void evenAWrongApplicantIsMasked() {
        assertEquals("PERSON 张* ****", new Applicant(Kind.PERSON, "张", "1234", "1", null).toString());
    }

    private static Applicant named(Kind kind, String name) {
        return new Applicant(kind, name, kind == Kind.PERSON ? PERSON : COMPANY, PHONE, null);
    }

    private static List<String> wrong(Applicant applicant) {
        return applicant.faults().stream().map(Violation::field).toList();
    }
}
