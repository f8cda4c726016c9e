// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is changed is kept: a row that was there is changed through a door, and read back as the database has it. */
@ExtendWith(Distribution.class)
class KeptIT {
    private final Sanban sanban = Distribution.get();
    private final Rest anyone = sanban.anyone();
    private final Rest admin = sanban.as("sample-admin");

    @Test
    void aNewPasswordCountsAndTheOldOneDoesNot() {
        String login = "kept-account";
        admin.post(
                        "/accounts",
                        Map.of(
                                "login", login,
                                "name", "某账号（示例）",
                                "roles", List.of("clerk"),
                                "division", "610926100000",
                                "password", "the-first-word-77"))
                .expect(201);
        admin.put("/accounts/" + login + "/password", Map.of("password", "the-second-word-88"))
                .expect(204);
        anyone.post("/sessions", Map.of("login", login, "password", "the-first-word-77"))
                .expect(401);
        anyone.login(login, "the-second-word-88");
    }

    @Test
    void aWithdrawnMatterIsNoLongerInForce() {
        String code = "511Z07001088-511602000000-000-11511301008778183N-1-00";
        admin.put(
                        "/matters/" + code,
                        Map.of(
                                "name", "待撤回的示例事项",
                                "department", "示例局",
                                "type", "PUBLIC_SERVICE",
                                "source", "示例",
                                "sample", true))
                .expect(200);
        assertEquals(1, inForce(code));
        admin.post("/matters/" + code + "/withdrawal", "").expect(200);
        assertEquals(0, inForce(code));
    }

    @Test
    void aStopThatIsCalledOffStaysSo() {
        Instant from = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(200, ChronoUnit.DAYS);
        MobilePoint.of(sanban);
        String point = MobilePoint.SITE;
        Map<String, Object> stop = Map.of(
                "site",
                point,
                "place",
                "被取消的村口",
                "from",
                from.toString(),
                "to",
                from.plus(1, ChronoUnit.HOURS).toString(),
                "published",
                true);
        String id = admin.post("/stops", stop).expect(200).json().path("id").asText();
        admin.post("/stops/" + id + "/cancellation", "").expect(200);
        JsonNode shown =
                anyone.get("/stops?limit=200&from=" + from + "&site=" + point).json();
        assertTrue(shown.at("/items/0/cancelled").asBoolean(), shown.toString());
    }

    @Test
    void oneVersionOfAListIsInForce() {
        String town = "610926103000";
        for (int version = 1; version <= 2; version++) {
            admin.put("/scopes/onsite/" + town, Map.of("source", "第" + version + "版", "matters", List.of()))
                    .expect(200);
        }
        JsonNode lists = anyone.get("/scopes?mode=onsite&division=" + town).json();
        assertEquals(1, lists.path("items").size());
        assertEquals(2, lists.at("/items/0/version").asInt());
    }

    private int inForce(String code) {
        return anyone.get("/matters?inForce=true&text=" + code)
                .expect(200)
                .json()
                .path("items")
                .size();
    }
}
