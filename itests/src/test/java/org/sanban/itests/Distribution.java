// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The assembled distribution with the sample county, started once for all test classes by its own script. */
public final class Distribution implements BeforeAllCallback, CloseableResource {
    private static final Duration START = Duration.ofSeconds(180);
    private static Distribution running;

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
        home = Path.of("target", "distribution").toAbsolutePath();
        port = freePort();
        try {
            delete(home);
            Files.createDirectories(home);
            run(home, "tar", "-xzf", System.getProperty("sanban.distribution"), "--strip-components=1");
            put("org.ops4j.pax.web.cfg", "org.osgi.service.http.port", port);
            put("org.apache.karaf.shell.cfg", "sshPort", freePort());
            Files.writeString(home.resolve("etc/org.sanban.sample.cfg"), "load = true\n");
            run(home, home.resolve("bin/start").toString());
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
        long pid = pid();
        run(home, home.resolve("bin/stop").toString());
        Await.until(START, "the distribution has stopped", () -> ProcessHandle.of(pid)
                .isEmpty());
    }

    /** The process it runs in. */
    private long pid() {
        try (Stream<String> lines = Files.lines(home.resolve("instances/instance.properties"))) {
            return lines.filter(line -> line.startsWith("item.0.pid"))
                    .map(line ->
                            Long.parseLong(line.substring(line.indexOf('=') + 1).strip()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a property in a file of {@code etc/}. */
    private void put(String file, String key, int value) throws IOException {
        Path path = home.resolve("etc").resolve(file);
        String kept = Files.readAllLines(path).stream()
                .filter(line -> !line.strip().startsWith(key))
                .collect(Collectors.joining("\n"));
        Files.writeString(path, kept + "\n" + key + " = " + value + "\n");
    }

    private static void run(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolveSibling("distribution.out").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " exited with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
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
