// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a case begins in each mode that is delivered, over REST and SOAP, in the sample town. */
final class Modes {
    private static final String TOWN = "610926100000";
    private static final Map<String, Map<String, Object>> ANSWERS = Map.of(
            "window",
            Map.of(),
            "onsite",
            Map.of(
                    "need", "person",
                    "via", "phone",
                    "circumstance", "elderly",
                    "wishedAt", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3) + "T09:00:00+08:00",
                    "place", "示例村一组"),
            "proxy",
            Map.of("services", List.of("consult", "act"), "course", "whole"),
            "postal",
            Map.of("services", List.of("act"), "course", "whole", "postAddress", "示例村一组"));

    private Modes() {}

    static String feature(String mode) {
        return "sanban-mode-" + mode;
    }

    static Map<String, Object> draft(Rest rest, String mode) {
        Map<String, Object> draft = new HashMap<>(Sample.draft(matter(rest, mode)));
        draft.put("mode", mode);
        draft.put("answers", ANSWERS.get(mode));
        return draft;
    }

    /** The same where the mode may need a stop of a mobile point, which is made. */
    static Map<String, Object> draft(Sanban sanban, Rest rest, String mode) {
        return mode.equals("mobile")
                ? MobilePoint.of(sanban)
                        .draft(
                                MobilePoint.matter(rest, true),
                                Sample.applicant().get("name").toString())
                : draft(rest, mode);
    }

    /** The same as the body of {@code submitCase}. */
    static String xmlDraft(Rest rest, String mode) {
        return Twin.draft(draft(rest, mode));
    }

    /** A committed matter that the town serves in this mode, with materials; the post serves what agents do. */
    static JsonNode matter(Rest rest, String mode) {
        if (mode.equals("window")) {
            return Sample.committedMatter(rest);
        }
        if (mode.equals("mobile")) {
            return MobilePoint.matter(rest, true);
        }
        String list = mode.equals("postal") ? "proxy" : mode;
        for (JsonNode one : rest.get("/scopes/" + list + "/" + TOWN + "/matters?limit=200")
                .expect(200)
                .json()
                .path("items")) {
            JsonNode guide = one.path("guide");
            if (guide.path("levels").toString().contains("5")
                    && guide.path("committedDays").asInt() > 0
                    && !Sample.required(one).isEmpty()) {
                return one;
            }
        }
        throw new AssertionError("no matter is served in the mode " + mode);
    }
}
