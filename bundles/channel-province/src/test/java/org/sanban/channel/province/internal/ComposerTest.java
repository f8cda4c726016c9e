// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Applicant;
import org.sanban.api.matters.Matter;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.Samples;

class ComposerTest {
    private static final String A = "61092626000000017";
    private static final Instant AT = Instant.parse("2026-11-02T16:30:00.5Z");

    private final FakeCases cases = new FakeCases();
    private final Matter matter = Samples.matter(FakeCases.MATTER, 5);

    @Test
    void anAcceptanceHasTheTablesColumnsInCodesAndLocalTime() throws Unfit {
        Map<String, String> row = row(Subject.ACCEPT, accept(), "PROJECT-1").texts();
        assertEquals("PROJECT-1", row.get("project_no"));
        assertEquals("440118009000", row.get("catalog_code"));
        assertEquals(FakeCases.MATTER, row.get("task_code"));
        assertEquals("2", row.get("project_type"), "承诺件 is 2 in A.6");
        assertEquals("2", row.get("apply_type"), "it came from there");
        assertEquals("1", row.get("applyer_type"));
        assertEquals("S1", row.get("applyer_page_type"));
        assertEquals("360426199101010071", row.get("applyer_page_code"));
        assertEquals("2026-11-03 00:30:00", row.get("accept_date"));
        assertEquals("2026-11-09 23:59:59", row.get("promise_date"));
        assertEquals("20261103003000", row.get("cd_batch"));
        assertEquals("p61", row.get("data_source"));
        assertFalse(row.containsKey("contact_mobile"), "a landline is no mobile phone");
        assertEquals("1", row(Subject.ACCEPT, accept(), null).texts().get("apply_type"));
    }

    @Test
    void whatTheCatalogueDoesNotHaveIsTakenFromTheConfigurationOrMissed() throws Unfit {
        assertEquals(
                "11610926000000000X",
                row(Subject.ACCEPT, accept(), null).texts().get("org_code"));
        Unfit unfit = assertThrows(
                Unfit.class, () -> composer().row(waiting(Subject.ACCEPT, A, accept()), null, terms(null)));
        assertTrue(unfit.getMessage().startsWith("org_code"), unfit.getMessage());
    }

    @Test
    void whatIsTooLongForItsColumnIsRefusedByName() {
        cases.matterName("长".repeat(1001));
        assertTrue(unfit(Subject.ACCEPT, accept()).startsWith("task_name"), unfit(Subject.ACCEPT, accept()));
        cases.matterName("长".repeat(1000));
        assertTrue(fits(Subject.ACCEPT, accept()));
        Map<String, String> material = new HashMap<>(Map.of("material_name", "a".repeat(201), "get_type", "copy"));
        assertEquals("material_name 超长 / is too long: 201 > 200", unfit(Subject.MATERIAL, material));
        material.put("material_name", "𠮷".repeat(200));
        assertTrue(fits(Subject.MATERIAL, material), "a character outside the basic plane is one");
        assertTrue(assertThrows(
                        Unfit.class,
                        () -> row(Subject.MATERIAL, Map.of("material_name", "a", "get_type", "copy"), "9".repeat(51)))
                .getMessage()
                .startsWith("project_no"));
    }

    @Test
    void aCaseThatCannotBeFoundIsRefused() {
        Unfit unfit = assertThrows(
                Unfit.class, () -> composer().row(waiting(Subject.ACCEPT, "0", accept()), null, terms("x")));
        assertTrue(unfit.getMessage().contains("0"), unfit.getMessage());
    }

    @Test
    void aWordWithoutACodeIsRefused() {
        Map<String, String> material = Map.of("material_name", "a", "get_type", "copy");
        Terms none = new Terms(
                new Codes(Map.of("cd_operation", "I")),
                null,
                new Tasks(Map.of()),
                "p61",
                null,
                null,
                null,
                null,
                1,
                null,
                null,
                2,
                null);
        Unfit unfit =
                assertThrows(Unfit.class, () -> composer().row(waiting(Subject.MATERIAL, A, material), null, none));
        assertTrue(unfit.getMessage().startsWith("get_type.copy"), unfit.getMessage());
    }

    @Test
    void aMobilePhoneHasItsColumn() throws Unfit {
        cases.applicant(new Applicant(Applicant.Kind.PERSON, "张示例", "360426199101010071", "13800000000", "示例村"));
        Map<String, String> row = row(Subject.ACCEPT, accept(), null).texts();
        assertEquals("13800000000", row.get("contact_mobile"));
        assertEquals("示例村", row.get("address"));
    }

    private Composer composer() {
        return new Composer(cases, new FakeMatters(matter), null);
    }

    private Row row(Subject subject, Map<String, String> content, String project) throws Unfit {
        return composer().row(waiting(subject, A, content), project, terms("11610926000000000X"));
    }

    private boolean fits(Subject subject, Map<String, String> content) {
        try {
            row(subject, content, null);
            return true;
        } catch (Unfit e) {
            return false;
        }
    }

    private String unfit(Subject subject, Map<String, String> content) {
        return assertThrows(Unfit.class, () -> row(subject, content, null)).getMessage();
    }

    private static Map<String, String> accept() {
        return Map.of("accept_date", AT.toString(), "handle_user_name", "王受理（示例）");
    }

    private static Waiting waiting(Subject subject, String number, Map<String, String> content) {
        return new Waiting(1, NewRecord.guid(number, 1, subject, 0), number, subject, Samples.TOWN, AT, content);
    }

    private static Terms terms(String orgCode) {
        return new Terms(
                new Codes(Codes.pairs(Configured.CODES)),
                new Names(Map.of()),
                new Tasks(Map.of()),
                "p61",
                orgCode,
                null,
                null,
                null,
                100,
                "window",
                null,
                2,
                null);
    }
}
