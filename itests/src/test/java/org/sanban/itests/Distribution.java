// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** The assembled distribution with the sample county, started once for all test classes by Pax Exam. */
public final class Distribution implements BeforeAllCallback, CloseableResource {
    private static final Duration START = Duration.ofSeconds(180);
    private static Distribution running;

    private TestContainer container;
    private Path home;
    private int port;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Distribution.class, type -> start(), Distribution.class);
    }

    /** The running one. */
    static Distribution get() {
        return running;
    }

    /** Its folder. */
    Path home() {
        return home;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    private static Distribution start() {
        Distribution started = new Distribution();
        started.boot();
        running = started;
        return started;
    }

    private void boot() {
        Path unpacked = Path.of("target", "exam").toAbsolutePath();
        port = freePort();
        File tar = new File(System.getProperty("sanban.distribution"));
        Option[] options = {
            karafDistributionConfiguration()
                    .frameworkUrl(tar.toURI().toString())
                    .karafVersion(System.getProperty("sanban.karaf"))
                    .name("Sanban")
                    .unpackDirectory(unpacked.toFile())
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            doNotModifyLogConfiguration(),
            editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", Integer.toString(port)),
            editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", Integer.toString(freePort())),
            editConfigurationFilePut("etc/org.sanban.sample.cfg", "load", "true")
        };
        try {
            delete(unpacked);
            container = PaxExamRuntime.createContainer(PaxExamRuntime.createServerSystem(options));
            container.start();
            try (Stream<Path> folders = Files.list(unpacked)) {
                home = folders.filter(Files::isDirectory).findFirst().orElseThrow();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Rest health = new Rest(base(), null);
        Await.until(START, "the distribution is ready", () -> {
            Rest.Answer answer = health.get("/system/health?tags=readiness&format=json");
            return answer.status() == 200
                    && answer.json().path("overallResult").asText().equals("OK")
                    && !answer.json().path("results").isEmpty();
        });
    }

    /** A REST client that is logged in as a sample account. */
    Rest as(String login) {
        return anyone().login(login, password(login));
    }

    /** The password of a sample account. */
    String password(String login) {
        try (Stream<String> lines = Files.lines(home.resolve("store/sample-accounts.txt"))) {
            return lines.map(line -> line.split("\t"))
                    .filter(parts -> parts[0].equals(login))
                    .map(parts -> parts[1])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A REST client without a login. */
    Rest anyone() {
        return new Rest(base(), null);
    }

    @Override
    public void close() {
        container.stop();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
