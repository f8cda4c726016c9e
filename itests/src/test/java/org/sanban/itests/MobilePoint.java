// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A mobile point of the first town with a stop that is open now, each made once for a distribution. */
record MobilePoint(long stop) {
    static final String SITE = "610926100000-09";
    private static final String TOWN = "610926100000";
    private static final Map<Sanban, MobilePoint> KNOWN = new HashMap<>();

    static synchronized MobilePoint of(Sanban sanban) {
        return KNOWN.computeIfAbsent(sanban, MobilePoint::open);
    }

    private static MobilePoint open(Sanban sanban) {
        Rest admin = sanban.as("sample-admin");
        admin.put("/sites/" + SITE, Map.of("kind", "MOBILE", "name", "城关镇巡回代办车（示例）"))
                .expect(200);
        return new MobilePoint(stop(admin, "药妇沟村村口（示例）", -3_600, 4 * 3_600));
    }

    /** The id of a published stop, from and to in seconds from now. */
    static long stop(Rest admin, String place, int from, int to) {
        Instant now = Instant.now();
        return admin.post(
                        "/stops",
                        Map.of(
                                "site",
                                SITE,
                                "place",
                                place,
                                "from",
                                now.plusSeconds(from).toString(),
                                "to",
                                now.plusSeconds(to).toString(),
                                "published",
                                true))
                .expect(200)
                .json()
                .path("id")
                .asLong();
    }

    /** A matter on the published list, committed or immediate. */
    static JsonNode matter(Rest rest, boolean committed) {
        for (JsonNode one : rest.get("/scopes/mobile/" + TOWN + "/matters?limit=200")
                .expect(200)
                .json()
                .path("items")) {
            JsonNode guide = one.path("guide");
            boolean town = guide.path("levels").toString().contains("5");
            boolean force = !guide.has("withdrawn");
            if (town && force && guide.path("committedDays").asInt() > 0 == committed) {
                return one;
            }
        }
        throw new AssertionError("no matter is taken at the mobile point");
    }

    /** A case of its own applicant, so that a list by number finds it alone. */
    Map<String, Object> draft(JsonNode matter, String name) {
        Map<String, Object> applicant = new HashMap<>(Sample.applicant());
        applicant.put("name", name);
        return new HashMap<>(Map.of(
                "mode",
                "mobile",
                "matter",
                matter.path("code").asText(),
                "site",
                SITE,
                "applicant",
                applicant,
                "answers",
                Map.of("stop", stop)));
    }
}
