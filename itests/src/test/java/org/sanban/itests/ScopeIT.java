// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
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
        Rest anyone = Distribution.get().anyone();
        String password = "correct-horse-battery";
        Map<String, Object> account = new HashMap<>(Map.of(
                "login", "leaver",
                "name", "离职示例",
                "roles", List.of("clerk"),
                "division", "610926100000",
                "password", password));
        admin.post("/accounts", account).expect(201);
        Rest leaver = anyone.login("leaver", password);
        Soap system = new Soap(anyone, "leaver", password);
        String question = "<number>" + number + "</number>";
        leaver.get("/cases").expect(200);
        assertEquals(number, system.call("getCase", question).text("number"));

        account.put("active", false);
        clerk.put("/accounts/leaver", account).expect(404);
        admin.put("/accounts/leaver", account).expect(200);
        leaver.get("/cases").expect(401);
        system.call("getCase", question).expectProblem("UNAUTHENTICATED");
        anyone.post("/sessions", Map.of("login", "leaver", "password", password))
                .expect(401);
    }

    @Test
    void theFirstAdministratorHasAPasswordOfItsOwn() throws IOException {
        Path file = Distribution.get().home().resolve("store/admin-password.txt");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String password = Files.readString(file).strip();
        assertEquals(20, password.length());
        Rest anyone = Distribution.get().anyone();
        for (String guess : List.of("admin", "karaf", "password")) {
            anyone.post("/sessions", Map.of("login", "admin", "password", guess))
                    .expect(401);
        }
        anyone.login("admin", password).get("/accounts").expect(200);
        assertFalse(Distribution.get().log().contains(password), "nor in the log");
    }
}
