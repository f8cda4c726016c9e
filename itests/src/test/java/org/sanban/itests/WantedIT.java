// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wanted stands in a file of ours: neither a deleted cache nor a power cut changes it. */
class WantedIT {
    private static final int ROUNDS = 3;
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
        Path kar = ProbeJar.kar(folder, "1.0.0");
        sanban.done("sanban:module-install " + kar);
        Files.delete(kar);
        sanban.done("sanban:module-remove sanban-mode-window");
        sanban.kill();
        sanban.deleteData();
        sanban.restart();
        assertEquals(wanted, modes());
        assertEquals("", sanban.trouble());

        for (int round = 1; round <= ROUNDS; round++) {
            sanban.done("sanban:module-remove " + ProbeJar.MODULE);
            killWhileInstalling();
            sanban.restart();
            assertEquals(wanted, modes(), "after power cut " + round);
        }
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
