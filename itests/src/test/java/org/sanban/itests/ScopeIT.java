// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a citizen gains: only those who need to see a case do, and personal data stays out of lists and logs. */
@ExtendWith(Distribution.class)
class ScopeIT {
    private Rest clerk;
    private String number;

    @BeforeEach
    void submit() {
        clerk = Distribution.get().as("chengguan-clerk");
        number = Sample.submit(clerk, Sample.committedMatter(clerk));
    }

    @Test
    void anotherTownDoesNotLearnThatTheCaseExists() {
        Rest elsewhere = Distribution.get().as("xinglong-clerk");
        elsewhere.get("/cases/" + number).expect(404);
        elsewhere.get("/cases/" + number + "/journal").expect(404);
        elsewhere.act(number, 1, "accept", Map.of()).expect(404);
        assertTrue(elsewhere.get("/cases").expect(200).json().path("items").isEmpty());
        elsewhere.get("/cases?division=610926100000").expect(403);
    }

    @Test
    void withoutALoginOrWithAForgedTokenNothingIsShown() {
        Rest anyone = Distribution.get().anyone();
        assertEquals(
                "Bearer",
                anyone.get("/cases")
                        .expect(401)
                        .headers()
                        .firstValue("WWW-Authenticate")
                        .orElseThrow());
        new Rest(Distribution.get().base(), "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.")
                .get("/cases")
                .expect(401);
    }

    @Test
    void aSupervisorReadsTheCountyAndChangesNothing() {
        Rest supervisor = Distribution.get().as("supervisor");
        supervisor.get("/cases/" + number).expect(200);
        supervisor.act(number, 1, "accept", Map.of()).expect(403);
        JsonNode verdicts =
                supervisor.get("/journal/verdicts?limit=200").expect(200).json();
        verdicts.path("items").forEach(verdict -> assertFalse(verdict.has("fault"), verdict.toString()));
    }

    @Test
    void personalDataStaysOutOfListsAndLogs() {
        JsonNode line = clerk.get("/cases?limit=1").json().path("items").get(0);
        assertEquals("张***", line.path("applicant").asText());
        assertFalse(line.toString().contains(Sample.ID));
        String log = Distribution.get().log();
        assertFalse(log.contains(Sample.ID));
        assertFalse(log.contains("8401234"), "nor the phone");
    }

    @Test
    void aSwitchedOffAccountIsOut() {
        Rest admin = Distribution.get().as("sample-admin");
        admin.post(
                        "/accounts",
                        Map.of(
                                "login", "leaver",
                                "name", "离职示例",
                                "roles", new String[] {"clerk"},
                                "division", "610926100000",
                                "password", "correct-horse-battery"))
                .expect(201);
        Rest leaver = Distribution.get().anyone().login("leaver", "correct-horse-battery");
        leaver.get("/cases").expect(200);
        clerk.post("/accounts", Map.of("login", "sneaky")).expect(403);
        admin.get("/accounts/leaver").expect(200);
    }
}
