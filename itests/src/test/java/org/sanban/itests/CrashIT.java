// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a town with a shaky power line gains: whatever was acknowledged is there after the next start, whole. */
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {
    private static final int ROUNDS = 3;
    private static final int WRITERS = 8;
    private static final int ENOUGH = 200;

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private Sanban sanban;

    @BeforeEach
    void start() {
        sanban = Sanban.start("crash");
    }

    @AfterEach
    void stop() {
        sanban.stop();
    }

    @Test
    void whatWasAcknowledgedSurvivesThreePowerCuts() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            writeUntilKilled(acknowledged.size() + ENOUGH);
            sanban.restart();
            Map<String, Integer> stored = stored();
            acknowledged.forEach((number, version) ->
                    assertTrue(stored.getOrDefault(number, 0) >= version, number + " has lost version " + version));
        }
    }

    private void writeUntilKilled(int enough) throws Exception {
        Rest clerk = sanban.as("chengguan-clerk");
        JsonNode matter = Sample.committedMatter(clerk);
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(pool.submit(() -> writeUntilRefused(clerk, matter)));
        }
        Await.until(Duration.ofSeconds(180), "a write load", () -> acknowledged.size() >= enough);
        sanban.kill();
        pool.shutdown();
        for (Future<?> writer : writers) {
            writer.get(60, TimeUnit.SECONDS);
        }
    }

    /** Writes until nobody answers any more, and remembers what was acknowledged. */
    private void writeUntilRefused(Rest clerk, JsonNode matter) {
        try {
            while (true) {
                String number = Sample.submit(clerk, matter);
                assertNull(acknowledged.put(number, 1), "a number is given once: " + number);
                clerk.post("/cases/" + number + "/actions", Map.of("name", "note", "version", 1, "note", "断电前"))
                        .expect(200);
                acknowledged.put(number, 2);
            }
        } catch (UncheckedIOException e) {
            // The power is cut.
        }
    }

    /** Versions of all cases by number, when each number is there once and its chain is whole. */
    private Map<String, Integer> stored() {
        Rest supervisor = sanban.as("supervisor");
        Map<String, Integer> versions = new HashMap<>();
        String after = "";
        do {
            JsonNode page = supervisor
                    .get("/journal/verdicts?limit=200" + after)
                    .expect(200)
                    .json();
            for (JsonNode verdict : page.path("items")) {
                assertFalse(verdict.has("fault"), verdict.toString());
                assertNull(versions.put(
                        verdict.path("number").asText(), verdict.path("entries").asInt()));
            }
            after = page.has("next") ? "&after=" + page.path("next").asText() : null;
        } while (after != null);
        return versions;
    }
}
