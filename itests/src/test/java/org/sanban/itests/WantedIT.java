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
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is wanted stands in a file of ours: neither a deleted cache nor a power cut changes it. */
@Execution(ExecutionMode.CONCURRENT)
class WantedIT {
    private static final int ROUNDS = 3;
    private static final List<String> UPDATED =
            List.of("sanban-mode-onsite", "sanban-mode-proxy", "sanban-mode-postal");

    private Sanban sanban;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        sanban = Sanban.start("wanted");
    }

    @AfterEach
    void stop() {
        sanban.stop();
    }

    @Test
    void whatIsWantedComesBackAfterDataWasDeletedAndAfterPowerCuts() throws IOException {
        List<String> wanted = Stream.concat(modes().stream().filter(mode -> !mode.equals("window")), Stream.of("probe"))
                .sorted()
                .toList();
        updateWhileTheWindowWorks("0.1.1");
        Path kar = ProbeJar.kar(folder, "1.0.0");
        sanban.done("sanban:module-install " + kar);
        Files.delete(kar);
        sanban.done("sanban:module-remove sanban-mode-window");
        sanban.kill();
        for (String module : UPDATED) {
            Path newer = new Archive(module).as("0.1.2", folder);
            Files.copy(newer, sanban.home().resolve("store/kars").resolve(newer.getFileName()));
        }
        sanban.deleteData();
        sanban.restart();
        assertEquals(wanted, modes());
        UPDATED.forEach(module -> assertEquals("0.1.2 ACTIVE", told().get(module)));
        assertEquals("", sanban.trouble());

        for (int round = 1; round <= ROUNDS; round++) {
            sanban.done("sanban:module-remove " + ProbeJar.MODULE);
            killWhileInstalling();
            sanban.restart();
            assertEquals(wanted, modes(), "after power cut " + round);
        }
        startTheDoorsBeforeTheirLibrary();
        assertEquals(wanted, modes());
    }

    /** As chance may have it at a first start, among bundles that need each other in a ring: no door opened then. */
    private void startTheDoorsBeforeTheirLibrary() {
        sanban.done("bundle:stop org.apache.cxf.cxf-core");
        sanban.done("bundle:restart org.sanban.web");
        Await.until(
                Duration.ofSeconds(60),
                "the doors are open",
                () -> sanban.anyone().get("/modes").status() == 200);
    }

    /** Each by itself, one that another needs before that one; nothing else is touched. */
    private void updateWhileTheWindowWorks(String version) throws IOException {
        Rest clerk = sanban.as("chengguan-clerk");
        Map<String, Object> draft = Sample.draft(Sample.committedMatter(clerk));
        Map<String, String> before = told();
        try (Load others = Load.on(clerk, "/cases?limit=5", "/matters?limit=5")
                .asking("submit", () -> clerk.post("/cases", draft))) {
            for (String module : UPDATED) {
                sanban.done("sanban:module-install " + new Archive(module).as(version, folder));
            }
            others.awaitMore(20);
            assertEquals(List.of(), others.failures());
        }
        Map<String, String> after = told();
        UPDATED.forEach(module -> assertEquals(version + " ACTIVE", after.get(module)));
        for (Map<String, String> told : List.of(before, after)) {
            told.keySet().removeIf(name -> UPDATED.contains(name.replace("org.sanban.", "sanban-")));
        }
        assertEquals(before, after, "nothing else was touched");
    }

    /** Version and state of each module, and when each of its bundles was last updated. */
    private Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        for (JsonNode module :
                sanban.as("chengguan-clerk").get("/modules").expect(200).json()) {
            String state =
                    module.path("version").asText() + " " + module.path("state").asText();
            told.put(module.path("feature").asText(), state);
            module.path("bundles")
                    .forEach(bundle -> told.put(
                            bundle.path("bundle").asText(), bundle.path("since").asText()));
        }
        return told;
    }

    /** Cuts the power as soon as the platform has written down what it is about to install. */
    private void killWhileInstalling() {
        CompletableFuture<Sanban.Said> installing =
                CompletableFuture.supplyAsync(() -> sanban.shell("sanban:module-install " + ProbeJar.MODULE));
        Path list = sanban.home().resolve("etc/sanban-modules.list");
        Await.until(Duration.ofSeconds(60), "it is written down", () -> Files.readString(list)
                .contains(ProbeJar.MODULE));
        sanban.kill();
        assertTrue(installing.join().out() != null);
    }

    private List<String> modes() {
        return sanban.anyone().get("/modes").expect(200).json().findValuesAsText("mode");
    }
}
