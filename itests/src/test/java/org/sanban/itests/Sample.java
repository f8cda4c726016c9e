// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fictional input on the sample county. */
final class Sample {
    static final String SITE = "610926100000-01";
    static final String ID = "360426199101010071";

    private static final byte[] SCAN = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1
    };

    private Sample() {}

    /** The id of a stored file that looks like a scanned paper. */
    static String scan(Rest who) {
        return who.post("/attachments?name=scan.png", SCAN, "Content-Type", "application/octet-stream")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** A committed matter with a complete guide that a town handles. */
    static JsonNode committedMatter(Rest rest) {
        return matter(rest, true);
    }

    /** An immediate one. */
    static JsonNode immediateMatter(Rest rest) {
        return matter(rest, false);
    }

    private static JsonNode matter(Rest rest, boolean committed) {
        String after = "";
        while (true) {
            JsonNode page = rest.get("/matters?limit=200" + after).expect(200).json();
            for (JsonNode matter : page.path("items")) {
                JsonNode guide = matter.path("guide");
                boolean town = guide.path("levels").toString().contains("5");
                if (town
                        && guide.has("committedDays")
                        && guide.path("committedDays").asInt() > 0 == committed) {
                    return matter;
                }
            }
            after = "&after=" + page.path("next").asText();
        }
    }

    static Map<String, Object> applicant() {
        return Map.of("kind", "PERSON", "name", "张𠮷示例", "idNumber", ID, "phone", "0915-8401234");
    }

    static Map<String, Object> draft(JsonNode matter) {
        return Map.of("mode", "window", "matter", matter.path("code").asText(), "site", SITE, "applicant", applicant());
    }

    static List<String> required(JsonNode matter) {
        List<String> codes = new ArrayList<>();
        matter.path("guide").path("materials").forEach(m -> {
            if (m.path("required").asBoolean()) {
                codes.add(m.path("code").asText());
            }
        });
        return codes;
    }

    /** Everything the guide asks for. */
    static List<Map<String, Object>> complete(JsonNode matter) {
        List<Map<String, Object>> all = new ArrayList<>();
        matter.path("guide")
                .path("materials")
                .forEach(m -> all.add(Map.of(
                        "code", m.path("code").asText(),
                        "originals", m.path("originals").asInt(),
                        "copies", m.path("copies").asInt())));
        return all;
    }

    /** The number of a new case. */
    static String submit(Rest clerk, JsonNode matter) {
        return clerk.post("/cases", draft(matter))
                .expect(201)
                .json()
                .path("number")
                .asText();
    }

    /** The number of a new case that is complete and accepted, at version 2. */
    static String accepted(Rest clerk, JsonNode matter) {
        Map<String, Object> draft = new HashMap<>(draft(matter));
        draft.put("materials", complete(matter));
        String number =
                clerk.post("/cases", draft).expect(201).json().path("number").asText();
        clerk.act(number, 1, "accept", Map.of()).expect(200);
        return number;
    }

    /** The number of a new case that has ended: decided and handed over. */
    static String ended(Rest clerk, Rest officer, JsonNode matter) {
        CaseLife life = new CaseLife(accepted(clerk, matter));
        life.version = 2;
        life.answers(officer, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        life.answers(clerk, "deliver", Map.of("receivedBy", "张示例")).expect(200);
        return life.number;
    }
}
