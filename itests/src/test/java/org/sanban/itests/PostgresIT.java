// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The distribution on PostgreSQL, changed over by the commands of docs/operator.md; then two nodes on one database. */
@Execution(ExecutionMode.CONCURRENT)
class PostgresIT {
    private static final Duration DEADLINE = Duration.ofSeconds(180);
    private static final int CASES = 20;

    @Test
    void aCaseLivesOnPostgresAndOnEveryNode() throws Exception {
        int port = Sanban.freePort();
        Sanban first = onPostgres("postgres-1", port);
        first.operate("printf 'load = true\n' > etc/org.sanban.sample.cfg");
        first.operate("bin/start");
        try {
            awaitComplaint(first, port);
            try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setPGStartupWait(DEADLINE)
                    .start()) {
                assertEquals(port, postgres.getPort());
                first.awaitReady();
                String number = mainJob(first);
                twoNodes(first, port);
                first.stop();
                first.restart();
                assertEquals("DONE", progress(first, number).path("status").asText());
                assertEquals("", first.trouble());
                first.stop();
            }
        } finally {
            first.end();
        }
    }

    /** The server is not up yet: the node says so and goes on waiting. */
    private static void awaitComplaint(Sanban node, int port) {
        Await.until(DEADLINE, "readiness names the server that is missing", () -> {
            String health = node.anyone()
                    .get("/system/health?tags=readiness&format=json")
                    .body();
            return health.contains("tried again") && health.contains(":" + port);
        });
    }

    private static String mainJob(Sanban node) {
        Rest clerk = node.as("chengguan-clerk");
        Rest officer = node.as("chengguan-officer");
        JsonNode matter = Sample.committedMatter(node.anyone());
        String number = Sample.accepted(clerk, matter);
        officer.act(number, 2, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        clerk.act(number, 3, "deliver", Map.of("receivedBy", "张𠮷示例")).expect(200);
        assertEquals("DONE", progress(node, number).path("status").asText());
        assertEquals(
                4,
                clerk.get("/cases/" + number + "/journal")
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        Sanban.Said verified = node.shell("sanban:case-verify");
        assertEquals(0, verified.code(), verified.out());
        return number;
    }

    private static void twoNodes(Sanban first, int port) throws Exception {
        Sanban second = onPostgres("postgres-2", port);
        second.operate("echo 'node = 2' >> etc/org.sanban.cases.cfg");
        second.operate("bin/start");
        try {
            second.awaitReady();
            Rest here = first.as("chengguan-clerk");
            // A token of one node is good on the other.
            Rest there = second.withTokenOf(here);
            JsonNode matter = Sample.committedMatter(second.anyone());
            String number = Sample.submit(here, matter);
            there.post("/cases/" + number + "/actions", Map.of("name", "note", "version", 1, "note", "二号节点"))
                    .expect(200);
            assertEquals(
                    2,
                    here.get("/cases/" + number)
                            .expect(200)
                            .json()
                            .path("version")
                            .asInt());
            here.act(number, 1, "withdraw", Map.of("reason", "旧版本")).expect(409);
            assertEquals(2 * CASES, numbers(List.of(here, there), matter).size());
            assertEquals("", second.trouble());
            second.stop();
        } finally {
            second.end();
        }
    }

    private static Set<String> numbers(List<Rest> clerks, JsonNode matter) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> submitted = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                clerks.forEach(clerk -> submitted.add(threads.submit(() -> Sample.submit(clerk, matter))));
            }
            Set<String> numbers = new HashSet<>();
            for (Future<String> one : submitted) {
                numbers.add(one.get());
            }
            return numbers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Sanban onPostgres(String name, int port) {
        Sanban node = Sanban.unpack(name);
        node.operate("sed -i 's/sanban-tp-derby/sanban-tp-postgresql/' etc/org.apache.karaf.features.cfg");
        node.operate("cp etc/org.ops4j.datasource-sanban.cfg.postgresql etc/org.ops4j.datasource-sanban.cfg");
        node.operate("sed -i -e 's|^url = .*|url = jdbc:postgresql://127.0.0.1:" + port + "/postgres|'"
                + " -e 's|^user = .*|user = postgres|' etc/org.ops4j.datasource-sanban.cfg");
        return node;
    }

    private static JsonNode progress(Sanban node, String number) {
        return node.anyone()
                .get("/progress/" + number + "?phone=1234")
                .expect(200)
                .json();
    }
}
