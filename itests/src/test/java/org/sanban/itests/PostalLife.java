// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A case whose papers travel by parcel; it asks for its version, which the carrier's news may raise. */
class PostalLife extends SeenLife {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Rest clerk;

    PostalLife(String number, Rest clerk, Rest anyone) {
        super(number, clerk, anyone);
        this.clerk = clerk;
    }

    /** Once more where the carrier's news came in between. */
    @Override
    Rest.Answer does(Rest who, String action, Map<String, Object> more) {
        version = seen();
        int before = version;
        try {
            Rest.Answer answer = super.does(who, action, more);
            return answer.status() == 409 && before != seen() ? does(who, action, more) : answer;
        } catch (AssertionError doorsDiffer) {
            if (before == seen()) {
                throw doorsDiffer;
            }
            return does(who, action, more);
        }
    }

    private int seen() {
        return state().path("version").asInt();
    }

    String where(int original) {
        return state().path("originals").path(original).path("where").asText("").replace("null", "");
    }

    void awaitParcel(String waybill, String parcel) {
        Await.until(SOON, waybill + " is " + parcel, () -> state().path("answers")
                .path("parcels")
                .toString()
                .matches(".*" + waybill + " [a-z-]+ " + parcel + " .*"));
    }

    int tracked(String waybill) {
        int count = 0;
        for (JsonNode entry : clerk.get("/cases/" + number + "/journal?limit=200")
                .expect(200)
                .json()
                .path("items")) {
            boolean news = entry.path("action").asText().equals("track");
            String told = entry.path("detail").path("answers").path("waybill").asText();
            count += news && told.equals(waybill) ? 1 : 0;
        }
        return count;
    }

    static Map<String, Object> sends(String waybill, String name, List<?> originals) {
        return Map.of("answers", Map.of("waybill", waybill, "receiver", "示例中心", "contents", "申请表一份"), name, originals);
    }

    static Map<String, Object> signed(String name, List<?> originals) {
        return Map.of("answers", Map.of("receivedBy", "李示例", "condition", "intact"), name, originals);
    }

    static Map<String, Object> signed(String waybill, String name, List<?> originals) {
        Map<String, Object> answers = Map.of("waybill", waybill, "receivedBy", "李示例", "condition", "intact");
        return Map.of("answers", answers, name, originals);
    }

    static Map<String, Object> handedTo(int original) {
        return Map.of("id", original, "receivedBy", "张示例");
    }

    static List<?> moved(String where) {
        return List.of(Map.of("id", 1, "where", where));
    }
}
