// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator and an integrator gain: health, numbers and one description of every address. */
@ExtendWith(Distribution.class)
class SystemIT {
    private final Rest anyone = Distribution.get().anyone();

    @Test
    void oneDocumentDescribesEveryAddress() {
        JsonNode document = anyone.get("/openapi.json").expect(200).json();
        assertTrue(document.path("openapi").asText().startsWith("3."));
        for (String path : List.of(
                "/cases", "/cases/{number}/actions", "/matters/{code}", "/sites", "/sessions", "/progress/{number}")) {
            assertTrue(document.path("paths").has(path), path);
        }
        document.path("paths")
                .forEach(item -> item.forEach(operation -> assertTrue(
                        operation.path("responses").has("default"),
                        operation.path("operationId").asText())));
        assertTrue(anyone.get("/api/docs/").expect(200).body().contains("swagger-ui-bundle.js"));
        anyone.get("/api/docs/swagger-ui-bundle.js").expect(200);
    }

    @Test
    void theSampleCountyIsThere() {
        assertEquals(
                11,
                anyone.get("/divisions?parent=610926000000&limit=50")
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        assertEquals(
                "城关镇便民服务中心",
                anyone.get("/sites/" + Sample.SITE)
                        .expect(200)
                        .json()
                        .path("name")
                        .asText());
        assertFalse(anyone.get("/sites/" + Sample.SITE + "/windows")
                .expect(200)
                .json()
                .isEmpty());
        JsonNode staff = Distribution.get()
                .as("chengguan-clerk")
                .get("/sites/" + Sample.SITE + "/staff")
                .expect(200)
                .json()
                .path("items");
        assertTrue(staff.size() > 1 && staff.findValues("post").size() == staff.size(), staff.toString());
        Rest.Answer page = anyone.get("/matters?limit=100");
        assertEquals(100, page.json().path("items").size());
        assertTrue(page.headers().firstValue("Link").orElseThrow().endsWith("rel=\"next\""));
    }

    @Test
    void everyVillageHasItsDivisionAndItsStationPageByPage() {
        List<String> divisions = new ArrayList<>(codes("/divisions?limit=50"));
        for (int i = 0; i < divisions.size(); i++) {
            divisions.addAll(codes("/divisions?limit=7&parent=" + divisions.get(i)));
        }
        assertEquals(1 + 11 + 152, divisions.size());
        Set<String> served = codes("/sites?limit=50").stream()
                .map(site -> site.substring(0, 12))
                .collect(Collectors.toSet());
        assertTrue(served.containsAll(divisions), served.toString());
    }

    /** Codes of a whole list, by the links that lead through it. */
    private List<String> codes(String path) {
        List<String> codes = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            Rest.Answer page = anyone.get(next.get()).expect(200);
            codes.addAll(page.json().path("items").findValuesAsText("code"));
            next = page.headers()
                    .firstValue("Link")
                    .map(link -> link.replaceAll(".*<[^>]*?/api/v1([^>]*)>; rel=\"next\".*", "$1"));
        }
        assertEquals(codes.size(), new HashSet<>(codes).size(), "each once");
        return codes;
    }

    @Test
    void theShellListensToThisMachineOnly() throws IOException {
        Sanban sanban = Distribution.get();
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(sanban.home().resolve("etc/org.apache.karaf.shell.cfg"))) {
            settings.load(file);
        }
        List<String> listening = listening(Integer.parseInt(settings.getProperty("sshPort")));
        assertEquals(List.of("0100007F"), listening, "addresses it listens at, as the kernel writes them");
    }

    /** Addresses that somebody listens at, for a port; in IPv6 what stands for an address of IPv4. */
    private static List<String> listening(int port) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] words = line.strip().split("\\s+");
                if (words[3].equals("0A") && words[1].endsWith(String.format(":%04X", port))) {
                    addresses.add(words[1].replaceAll("^(0{16}FFFF0000)?(.*):.*", "$2"));
                }
            }
        }
        return addresses;
    }

    /** Each check is well, whatever other tests left to be collected; a full disk of this machine is told, and is its own. */
    @Test
    void numbersAndHealthAreShown() {
        assertTrue(anyone.get("/system/metrics").expect(200).body().contains("sanban_case_commands_total"));
        Map<String, Set<String>> checks = Map.of(
                "liveness", Set.of("Memory", "Disk space", "Framework"),
                "readiness", Set.of("Core services", "database", "modules", "settings", "web"));
        checks.forEach((tag, names) -> {
            JsonNode health = anyone.get("/system/health?format=json&httpStatus=CRITICAL:200&tags=" + tag)
                    .expect(200)
                    .json();
            Set<String> found = new HashSet<>();
            for (JsonNode check : health.path("results")) {
                String name = check.path("name").asText();
                found.add(name);
                if (!name.equals("Disk space")) {
                    assertEquals("OK", check.path("status").asText(), health.toString());
                }
            }
            assertEquals(names, found, "what was asked for " + tag);
        });
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        Rest clerk = Distribution.get().as("chengguan-clerk");
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        String tag = clerk.get("/cases/" + number).headers().firstValue("ETag").orElseThrow();
        assertEquals("\"1\"", tag);
        clerk.get("/cases/" + number, "If-None-Match", tag).expect(304);
    }
}
