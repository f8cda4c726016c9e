// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What visits, proxies and mobile points stand on: the team, what is served where, and stops, through the real doors. */
@ExtendWith(Distribution.class)
class TeamIT {
    private static final String VILLAGE = "610926100211";
    private static final String POINT = "610926100000-02";

    private final Sanban sanban = Distribution.get();
    private final Rest anyone = sanban.anyone();
    private final Rest admin = sanban.as("sample-admin");

    @Test
    void whoServesAVillageIsForStaffToKnow() {
        anyone.get("/agents?division=" + VILLAGE).expect(401);
        Rest clerk = sanban.as("chengguan-clerk");
        JsonNode agents = clerk.get("/agents?limit=200&division=" + VILLAGE)
                .expect(200)
                .json()
                .path("items");
        assertEquals(5 + 13 + 1 + 1, agents.size());
        assertEquals(
                Set.of("SPECIALIST", "LIAISON", "TOWN", "VILLAGE"), new TreeSet<>(agents.findValuesAsText("kind")));
        clerk.put("/agents/somebody", Map.of("kind", "TOWN", "areas", List.of(VILLAGE), "name", "某", "unit", "某"))
                .expect(403);
        assertEquals(
                5,
                admin.put("/agents/No", Map.of())
                        .expect(400)
                        .json()
                        .path("violations")
                        .size());
        assertEquals(
                "城关镇服务车（示例）", clerk.get("/vehicles/CG-01").json().path("name").asText());
        assertTrue(sanban.shell("sanban:agent-list --division " + VILLAGE).out().contains("龙头代办员（示例）"));
        assertTrue(sanban.shell("sanban:vehicle-list").out().contains("CG-01"));
        assertEquals(
                200, sanban.as("chengguan-agent").get("/agents/chengguan-agent").status());
    }

    @Test
    void aTownFollowsTheCountysListUntilItPublishesItsOwn() {
        String town = "610926102000";
        JsonNode county = anyone.get("/scopes/onsite/" + town).expect(200).json();
        assertEquals("610926000000", county.path("division").asText());
        String code = county.path("matters").get(0).asText();
        String table = "编码,名称\n" + code + ",示例\n";
        JsonNode own = admin.post(
                        "/scopes/onsite/" + town + "/imports?source=test",
                        table.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "text/csv")
                .expect(200)
                .json();
        assertEquals(1, own.path("version").asInt());
        assertEquals(
                code,
                anyone.get("/scopes/onsite/610926102001/matters")
                        .expect(200)
                        .json()
                        .at("/items/0/code")
                        .asText());
        String unknown = admin.put("/scopes/onsite/" + town, Map.of("source", "test", "matters", List.of("X1")))
                .expect(400)
                .detail();
        assertTrue(unknown.contains("X1"), unknown);
        assertTrue(sanban.shell("sanban:scope-show onsite " + town).out().contains(code));
        assertTrue(sanban.shell("sanban:scope-list onsite").out().contains(town));
        anyone.get("/scopes/onsite/999999999999").expect(404);
    }

    @Test
    void aStopIsToldInAdvanceAndCalledOff() {
        Instant from = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(100, ChronoUnit.DAYS);
        Map<String, Object> stop = Map.of(
                "site",
                POINT,
                "place",
                "测试村口",
                "from",
                from.toString(),
                "to",
                from.plus(2, ChronoUnit.HOURS).toString(),
                "published",
                true);
        long id = admin.post("/stops", stop).expect(200).json().path("id").asLong();
        String overlap = admin.post("/stops", stop).expect(409).detail();
        assertTrue(overlap.contains("测试村口") && overlap.contains("" + id), overlap);
        JsonNode ahead = anyone.get("/stops?division=610926100000&limit=200&site=" + POINT)
                .expect(200)
                .json();
        assertEquals(4, ahead.path("items").size());
        assertTrue(admin.post("/stops/" + id + "/cancellation", "")
                .expect(200)
                .json()
                .path("cancelled")
                .asBoolean());
        admin.put("/stops/" + id, stop).expect(409);
        anyone.get("/stops/planned").expect(401);
        assertTrue(sanban.shell("sanban:stop-list").out().contains("测试村口"));
        assertEquals("MOBILE", anyone.get("/sites/" + POINT).json().path("kind").asText());
    }

    @Test
    void aMobilePointTakesWhatItsTownTakesAndNoMore() {
        Rest clerk = sanban.as("chengguan-clerk");
        Map<String, Object> draft = new HashMap<>(Sample.draft(Sample.committedMatter(clerk)));
        draft.put("site", POINT);
        clerk.post("/cases", draft).expect(201);
        draft.put("matter", "511A0148700000-511602000000-000-11511301MB1P96705T-1-00");
        String refused = clerk.post("/cases", draft).expect(400).body();
        assertTrue(refused.contains("\"site\"") || refused.contains("matter"), refused);
    }

    @Test
    void theFirstStartWarnsOfNoIndex() {
        assertFalse(sanban.log().contains("01504"), "an index that is there already");
    }
}
