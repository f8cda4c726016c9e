// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a channel gains: it comes and goes while the centre works, and no entry of the journal passes it by. */
@ExtendWith(Distribution.class)
class HotPlugIT {
    private static final Duration SOON = Duration.ofMinutes(4);

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest admin = sanban.as("sample-admin");
    private final JsonNode matter = Sample.committedMatter(clerk);
    private final Path deploy = sanban.home().resolve("deploy");
    private final Path told = sanban.home().resolve("data/probe.txt");
    private final Path refuses = sanban.home().resolve("data/probe-refuses.txt");

    @AfterEach
    void putBack() throws IOException {
        takeProbe();
        Files.deleteIfExists(refuses);
    }

    @Test
    void aDroppedListenerIsToldOfEveryEntryAndCatchesUp() throws IOException {
        String number = Sample.submit(clerk, matter);
        note(number, 1);
        ProbeJar.drop(deploy);
        awaitTold(number, 2);
        note(number, 2);
        awaitTold(number, 3);
        takeProbe();
        Await.until(SOON, "the probe is gone", () -> !delivery().path("present").asBoolean());
        note(number, 3);
        note(number, 4);
        Await.until(
                SOON, "entries wait for it", () -> delivery().path("waiting").asBoolean());
        assertEquals(3, told(number).size());
        ProbeJar.drop(deploy);
        awaitTold(number, 5);
        note(number, 5);
        awaitTold(number, 6);
    }

    @Test
    void whatAListenerRefusesIsParkedAndResent() throws IOException {
        String refused = Sample.submit(clerk, matter);
        Files.writeString(refuses, refused);
        ProbeJar.drop(deploy);
        note(refused, 1);
        String other = Sample.submit(clerk, matter);
        awaitTold(other, 1);
        assertEquals(List.of(), told(refused));
        assertEquals(2, delivery().path("parked").asInt());
        assertTrue(delivery().path("lastError").asText().contains("the probe refuses"), delivery()::toString);
        assertTrue(shell("sanban:delivery-list").contains("probe"));

        Files.delete(refuses);
        int resent = admin.post("/journal/deliveries/probe/resend", "")
                .expect(200)
                .json()
                .path("resent")
                .asInt();
        assertEquals(2, resent);
        awaitTold(refused, 2);
        assertEquals(0, delivery().path("parked").asInt());
    }

    private void takeProbe() throws IOException {
        if (Files.deleteIfExists(deploy.resolve("probe.jar"))) {
            Await.until(
                    SOON, "the probe is gone", () -> !delivery().path("present").asBoolean());
        }
    }

    /** Waits until the probe was told of the first entries of a case, each at least once, in order. */
    private void awaitTold(String number, int entries) throws IOException {
        Await.until(SOON, entries + " entries of " + number, () -> told(number).size() == entries);
        for (int i = 0; i < entries; i++) {
            assertEquals(Integer.toString(i + 1), told(number).get(i));
        }
    }

    /** Versions of a case that the probe was told of. */
    private List<String> told(String number) throws IOException {
        return !Files.exists(told)
                ? List.of()
                : Files.readAllLines(told).stream()
                        .map(line -> line.split(" "))
                        .filter(parts -> parts[0].equals(number))
                        .map(parts -> parts[1])
                        .distinct()
                        .toList();
    }

    private JsonNode delivery() {
        for (JsonNode one : admin.get("/journal/deliveries").expect(200).json()) {
            if (one.path("listener").asText().equals("probe")) {
                return one;
            }
        }
        return Rest.JSON.missingNode();
    }

    private void note(String number, int version) {
        clerk.post("/cases/" + number + "/actions", Map.of("name", "note", "version", version, "note", "第" + version))
                .expect(200);
    }

    private String shell(String command) {
        Sanban.Said said = sanban.shell(command);
        assertEquals(0, said.code(), said.out());
        return said.out();
    }
}
