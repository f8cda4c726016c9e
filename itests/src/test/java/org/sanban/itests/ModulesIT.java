// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a township's IT gains: modules come, go and are replaced while the rest serves, and nothing stays behind. */
@ExtendWith(Distribution.class)
class ModulesIT {
    private static final String WINDOW = "sanban-mode-window";
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Connections of the database remember classes for half a minute. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(180);

    private static final int TIMES = 10;

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final JsonNode matter = Sample.committedMatter(clerk);
    private final Path deploy = sanban.home().resolve("deploy");

    @TempDir
    Path folder;

    @AfterEach
    void putBack() throws IOException {
        if (Files.deleteIfExists(deploy.resolve("mode-probe.jar"))) {
            Await.until(SOON, "the probe is gone", () -> !modes().contains("probe"));
        }
        if (modes().contains("probe")) {
            sanban.done("sanban:module-remove " + ProbeJar.MODULE);
        }
        if (!modes().contains("window")) {
            sanban.done("sanban:module-install " + WINDOW);
        }
    }

    @Test
    void aModuleThatIsGoneLeavesNothingInMemory() throws Exception {
        Path kar = ProbeJar.kar(folder, "1.0.0");
        for (int i = 0; i < TIMES; i++) {
            sanban.done("sanban:module-install " + (i == 0 ? kar : ProbeJar.MODULE));
            submit("probe").expect(201);
            sanban.anyone().get("/probe").expect(200);
            sanban.done("sanban:module-remove " + ProbeJar.MODULE);
        }
        // Collections are asked for and clear what is only softly held step by step.
        Await.until(FORGOTTEN, "no class of the probe is left", () -> {
            sanban.jcmd("GC.run");
            String loaded = sanban.jcmd("VM.classloaders", "show-classes");
            assertTrue(loaded.contains("org.sanban.modules.internal"), loaded);
            return !loaded.contains("org.sanban.itests.probe");
        });
    }

    @Test
    void aReplacedModuleHoldsItsCallersOrTellsThemToComeAgain() throws Exception {
        ProbeJar.dropMode(deploy, "1.0.0");
        Await.until(
                SOON,
                "the probe serves",
                () -> submit("probe").status() == 201
                        && sanban.anyone().get("/probe").status() == 200);
        try (Load load = Load.onReplaced()
                        .reading(sanban.anyone(), "/probe", "/probe", "/probe")
                        .asking("submit", () -> submit("probe"));
                Load others = Load.on(clerk, "/cases?limit=5", "/matters?limit=5", "/modes")) {
            for (int i = 1; i <= TIMES; i++) {
                String version = "1.0." + i;
                ProbeJar.dropMode(deploy, version);
                Await.until(SOON, version, () -> served().equals(version));
                load.awaitMore(20);
            }
            assertEquals(List.of(), load.failures());
            assertEquals(List.of(), others.failures());
            System.out.println("replaced " + TIMES + " times: " + load.told());
        }
        assertEquals("", sanban.trouble());
    }

    @Test
    void aNewerArchiveTakesThePlaceOfAnOlder() throws Exception {
        sanban.done("sanban:module-install " + ProbeJar.kar(folder, "1.0.0"));
        try (Load load = Load.onReplaced().reading(sanban.anyone(), "/probe").asking("submit", () -> submit("probe"));
                Load others = Load.on(clerk, "/cases?limit=5", "/matters?limit=5", "/modes")) {
            for (String version : List.of("1.0.1", "1.1.0", "2.0.0")) {
                load.awaitMore(20);
                sanban.done("sanban:module-install " + ProbeJar.kar(folder, version));
                assertEquals(version, served());
                assertEquals(version, module(ProbeJar.MODULE).path("version").asText());
                assertEquals("ACTIVE", module(ProbeJar.MODULE).path("state").asText());
            }
            Path broken = ProbeJar.broken(folder, "2.0.1");
            assertEquals(1, sanban.shell("sanban:module-install " + broken).code());
            assertEquals("2.0.0", served(), "the version before serves again");
            assertEquals("ACTIVE", module(ProbeJar.MODULE).path("state").asText());
            assertEquals(List.of(), load.failures());
            assertEquals(List.of(), others.failures());
        }
        assertEquals(
                1,
                sanban.shell("sanban:module-install " + ProbeJar.kar(folder, "1.0.1"))
                        .code());
        assertEquals("", sanban.trouble());
    }

    @Test
    void whatIsInstalledAndWhoNeedsItIsTold() {
        JsonNode window = module(WINDOW);
        assertEquals("ACTIVE", window.path("state").asText());
        assertFalse(window.path("core").asBoolean());
        assertEquals("window", window.path("modes").get(0).asText());
        assertEquals(
                "org.sanban.mode-window",
                window.path("bundles").get(0).path("bundle").asText());
        assertTrue(module("sanban-cases").path("neededBy").toString().contains(WINDOW));
        JsonNode proxy = module("sanban-mode-proxy");
        assertTrue(proxy.path("matters").asInt() > 1, proxy.toString());
        assertEquals(List.of("sanban-mode-postal"), Rest.JSON.convertValue(proxy.path("neededBy"), List.class));
        String listed = sanban.done("sanban:modules");
        for (String told : List.of(
                "org.sanban.mode-proxy/" + System.getProperty("sanban.version"),
                proxy.path("matters").asInt() + " ("
                        + proxy.path("firstMatters").get(0).asText(),
                "sanban-mode-postal")) {
            assertTrue(listed.contains(told), told + " in " + listed);
        }
        String preview = sanban.done("sanban:module-preview " + System.getProperty("sanban.kar"));
        assertTrue(preview.contains("sanban-cases (已有)"), preview);
    }

    @Test
    void coreAndWhatIsNotThereAreRefused() {
        assertEquals(
                1, sanban.shell("sanban:module-remove --force sanban-cases").code());
        Sanban.Said none = sanban.shell("sanban:module-install sanban-mode-none");
        assertEquals(1, none.code());
        assertFalse(none.out().contains("Exception"), none.out());
    }

    private JsonNode module(String feature) {
        for (JsonNode module : clerk.get("/modules").expect(200).json()) {
            if (module.path("feature").asText().equals(feature)) {
                return module;
            }
        }
        throw new AssertionError("no module " + feature);
    }

    /** Version of the probe that answers. */
    private String served() {
        return sanban.anyone().get("/probe").json().path("version").asText();
    }

    private Rest.Answer submit(String mode) {
        Map<String, Object> draft = new HashMap<>(Sample.draft(matter));
        draft.put("mode", mode);
        return clerk.post("/cases", draft);
    }

    private List<String> modes() {
        return sanban.anyone().get("/modes").expect(200).json().findValuesAsText("mode");
    }
}
