// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What township IT gains: one command starts it, the same after a new build keeps everything, one stops it. */
@Execution(ExecutionMode.CONCURRENT)
class RunIT {
    private static final Path ROOT = Path.of(System.getProperty("sanban.root"));

    private final Path folder = Path.of("target", "run").toAbsolutePath();
    private final String archive =
            ROOT.relativize(Sanban.archive("county", ".tar.gz")).toString();
    private Sanban sanban;

    /** A checkout that has been built: what {@code run} looks at. */
    @BeforeEach
    void checkOut() throws IOException {
        sanban = Sanban.ports(folder.resolve("instance"));
        Files.copy(ROOT.resolve("run"), folder.resolve("run"));
        inCheckout("chmod +x run && mkdir -p bundles features $(dirname " + archive + ")"
                + " && touch pom.xml karaf-assembly/county/modules.features");
        inCheckout("cp " + ROOT.resolve(archive) + " " + archive);
    }

    @AfterEach
    void end() {
        sanban.end();
    }

    @Test
    void startedAgainAfterANewBuildItKeepsCasesPasswordsAndSettings() throws IOException {
        String started = run(0);
        assertTrue(started.contains("Sanban is ready"), started);
        String accounts = accounts();
        accounts.lines().forEach(account -> assertTrue(started.contains(account), started));
        Rest clerk = sanban.as("chengguan-clerk");
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        assertTrue(run(0, "status").contains("Running and ready"));
        assertFalse(run(0).contains("Starting"), "it runs already");

        // The same files in other bytes.
        inCheckout("gunzip -c " + archive + " | gzip -1 > new.tar.gz && mv new.tar.gz " + archive);
        String again = run(0);
        assertTrue(again.contains("stopping the running instance first") && again.contains("Unpacking"), again);
        assertEquals(accounts, accounts());
        clerk.get("/cases/" + number).expect(200);

        assertTrue(run(0, "stop").contains("Stopped"));
        assertTrue(run(3, "status").contains("Not running"));
        assertEquals("", sanban.trouble());
    }

    @Test
    void aPortThatIsTakenIsToldBeforeAnythingStarts() throws IOException {
        int port = Integer.parseInt(sanban.base().replaceAll(".*:", ""));
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            String said = run(1);
            assertTrue(said.contains("Port " + other.getLocalPort() + " is taken"), said);
            assertTrue(said.contains("org.osgi.service.http.port in instance/etc/org.ops4j.pax.web.cfg"), said);
            assertFalse(said.contains("is ready"), said);
        }
        assertTrue(run(3, "status").contains("Not running"));
    }

    private String accounts() throws IOException {
        return Files.readString(sanban.home().resolve("store/sample-accounts.txt"));
    }

    private void inCheckout(String command) {
        sanban.operate("cd " + folder + " && " + command);
    }

    private String run(int code, String... arguments) {
        String[] command =
                Stream.concat(Stream.of("./run"), Stream.of(arguments)).toArray(String[]::new);
        Sanban.Said said = Sanban.run(folder, Map.of("SANBAN_START_SECONDS", "300"), command);
        assertEquals(code, said.code(), said.out());
        return said.out();
    }
}
