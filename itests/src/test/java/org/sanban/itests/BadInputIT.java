// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a caller gains: a wrong request changes nothing and is told what is wrong, where, and what to do. */
@ExtendWith(Distribution.class)
class BadInputIT {
    private Rest clerk;
    private JsonNode matter;
    private String newest;

    @BeforeEach
    void logIn() {
        clerk = Distribution.get().as("chengguan-clerk");
        matter = Sample.committedMatter(clerk);
        newest = newest();
    }

    @Test
    void numbersThatCannotBeAreNamed() {
        assertEquals("applicant.idNumber", refused(with("idNumber", "360426199101010072"), 400));
        assertEquals("applicant.idNumber", refused(with("idNumber", "360426199102300071"), 400));
        assertEquals("applicant.phone", refused(with("phone", "12"), 400));
        Map<String, Object> firm =
                new HashMap<>(Map.of("kind", "ORGANIZATION", "name", "示例公司", "phone", "0915-8401234"));
        firm.put("idNumber", "91110000600037341K");
        assertEquals("applicant.idNumber", refused(changed("applicant", firm), 400));
        firm.put("idNumber", "91110000600037341L");
        clerk.post("/cases", changed("applicant", firm)).expect(201);
    }

    @Test
    void unknownThingsAreNamed() {
        for (String field : List.of("matter", "site", "mode")) {
            Rest.Answer answer = refusal(changed(field, "no-such-thing"), 404);
            assertEquals(field, field(answer));
            assertTrue(answer.detail().toLowerCase(Locale.ROOT).contains("“no-such-thing”"), answer.detail());
        }
        assertEquals("colour", refused(changed("colour", "red"), 400));
    }

    @Test
    void theAnswerIsInTheCallersLanguage() {
        Rest.Answer answer = clerk.post("/cases", with("phone", "12"), "Accept-Language", "en-GB,en;q=0.8");
        assertEquals("The request is wrong", answer.json().path("title").asText());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void brokenJsonIsToldByLineAndColumn() {
        assertTrue(clerk.post("/cases", "{\n \"mode\": }").expect(400).detail().contains("第 2 行"));
        clerk.post("/cases", "[]").expect(400);
        clerk.post("/cases", "").expect(400);
        clerk.post("/cases", "[".repeat(10_000)).expect(400);
        assertEquals(newest, newest());
    }

    @Test
    void aWrongParameterIsNamedWithWhatItTakes() {
        for (String query : List.of("/matters?limit=abc", "/matters?level=x", "/cases?limit=x", "/sites?limit=")) {
            Rest.Answer answer = clerk.get(query).expect(400);
            String name = query.replaceAll(".*[?](.*)=.*", "$1");
            assertEquals(
                    name, answer.json().path("violations").path(0).path("field").asText());
            assertTrue(answer.detail().contains("整数"), answer.detail());
        }
    }

    @Test
    void anotherEncodingIsRefused() {
        byte[] gbk = "{\"mode\":\"窗口\"}".getBytes(Charset.forName("GBK"));
        Rest.Answer answer = clerk.post("/cases", gbk, "Content-Type", "application/json");
        assertTrue(answer.expect(400).detail().contains("UTF-8"));
    }

    @Test
    void tenMegabytesAreRefusedUnread() {
        clerk.post("/cases", "\"" + "x".repeat(10_000_000) + "\"").expect(413);
        assertEquals(newest, newest());
    }

    @Test
    void aStageSaysWhatItAllows() {
        String number = Sample.submit(clerk, matter);
        Rest.Answer answer =
                clerk.act(number, 1, "deliver", Map.of("receivedBy", "x")).expect(409);
        assertTrue(answer.detail().contains("accept"), answer.detail());
        clerk.act(number, 9, "accept", Map.of()).expect(409);
        assertEquals(1, clerk.get("/cases/" + number).json().path("version").asInt());
    }

    @Test
    void aWithdrawnMatterTakesNoCase() {
        Rest admin = Distribution.get().as("sample-admin");
        JsonNode other = Sample.immediateMatter(clerk);
        String code = other.path("code").asText();
        JsonNode spare = null;
        for (JsonNode one : clerk.get("/matters?limit=50").json().path("items")) {
            spare = one.path("code").asText().equals(code) ? spare : one;
        }
        admin.post("/matters/" + spare.path("code").asText() + "/withdrawal", "")
                .expect(200);
        Rest.Answer withdrawn = refusal(changed("matter", spare.path("code").asText()), 409);
        assertEquals("matter", field(withdrawn));
        assertTrue(withdrawn.detail().contains(spare.path("name").asText()), withdrawn.detail());
    }

    @Test
    void nothingInternalIsShown() {
        for (String path :
                new String[] {"/cases/x%00y", "/cases?limit=x", "/cases?after=x.y", "/nowhere", "/cases/1/2/3"}) {
            Rest.Answer answer = clerk.get(path);
            assertTrue(answer.status() >= 400 && answer.status() < 500, path + " " + answer.status());
            assertFalse(answer.body().contains("org.sanban"), answer.body());
            assertFalse(answer.body().contains("Exception"), answer.body());
        }
    }

    @Test
    void charactersThatNoDatabaseKeepsAreRefused() {
        for (String name : new String[] {"张\\u0000示例", "张\\ud842示例"}) {
            String draft = "{\"mode\":\"window\",\"note\":\"" + name + "\"}";
            assertTrue(clerk.post("/cases", draft).expect(400).detail().length() > 5);
        }
        assertEquals(newest, newest());
    }

    @Test
    void hostileXmlIsRefusedInAMoment() {
        Soap soap = Distribution.get().soapAs("chengguan-clerk");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            String one = "&l" + (i - 1) + ";";
            laughs.append("<!ENTITY l" + i + " \"" + one.repeat(10) + "\">");
        }
        laughs.append("]>").append(soap.envelope("<c:getCase><number>&l29;</number></c:getCase>"));
        String file = "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                + soap.envelope("<c:getCase><number>&f;</number></c:getCase>");
        Instant before = Instant.now();
        soap.post(laughs.toString()).expectFault();
        assertFalse(soap.post(file).expectFault().contains("root:"));
        assertTrue(Duration.between(before, Instant.now()).toSeconds() < 10, "no expansion");
    }

    @Test
    void brokenXmlIsRefused() {
        Soap soap = Distribution.get().soapAs("chengguan-clerk");
        for (String xml : new String[] {
            "<a>",
            "not xml",
            "",
            soap.envelope("<c:getCase><wrong/></c:getCase>"),
            soap.envelope("<c:noSuchOperation/>"),
            soap.envelope("<c:getCase><number>\0</number></c:getCase>")
        }) {
            soap.post(xml).expectFault();
        }
        byte[] gbk = soap.envelope("<c:getCase><number>窗口</number></c:getCase>").getBytes(Charset.forName("GBK"));
        soap.post(gbk).expectFault();
        soap.post("x".repeat(10_000_000)).answer().expect(413);
        assertEquals(newest, newest());
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        byte[] large = new byte[20 * 1024 * 1024 + 1];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, large, 0, 8);
        clerk.post("/attachments?name=a.png", large, "Content-Type", "application/octet-stream")
                .expect(413);
    }

    private String refused(Map<String, Object> draft, int status) {
        return field(refusal(draft, status));
    }

    private static String field(Rest.Answer answer) {
        return answer.json().at("/violations/0/field").asText();
    }

    private Rest.Answer refusal(Map<String, Object> draft, int status) {
        Rest.Answer answer = clerk.post("/cases", draft).expect(status);
        assertEquals(newest, newest(), "a refused request changes nothing");
        return answer;
    }

    private Map<String, Object> changed(String field, Object value) {
        Map<String, Object> draft = new HashMap<>(Sample.draft(matter));
        draft.put(field, value);
        return draft;
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> applicant = new HashMap<>(Sample.applicant());
        applicant.put(field, value);
        return changed("applicant", applicant);
    }

    private String newest() {
        return clerk.get("/cases?limit=1").expect(200).json().path("items").toString();
    }
}
