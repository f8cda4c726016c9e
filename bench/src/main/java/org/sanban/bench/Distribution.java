// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built distribution, unpacked into a folder of its own with the sample county and free ports. */
final class Distribution implements Closeable {
    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration STOP = Duration.ofSeconds(60);

    private final Path home;
    private final int port;
    private ProcessHandle process;

    private Distribution(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Unpacks the newest build into {@code home}, which is emptied. */
    static Distribution unpack(Path home) throws IOException {
        Distribution distribution = new Distribution(home, freePort());
        run("rm", "-rf", home.toString());
        Files.createDirectories(home);
        run("tar", "-xzf", built().toString(), "-C", home.toString(), "--strip-components=1");
        distribution.set("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", String.valueOf(distribution.port));
        distribution.set("etc/org.apache.karaf.shell.cfg", "sshPort", String.valueOf(freePort()));
        Files.writeString(home.resolve("etc/org.sanban.sample.cfg"), "load = true\n");
        Runtime.getRuntime().addShutdownHook(new Thread(distribution::kill));
        return distribution;
    }

    Path home() {
        return home;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Starts it and waits for the first correct answer; returns how long that took from the call of bin/start. */
    Duration start(Callable<Boolean> correct) throws IOException {
        long from = System.nanoTime();
        run(home.resolve("bin/start").toString());
        Waiting.until(START, "the first correct answer, see " + home.resolve("data/log/karaf.log"), correct);
        Duration taken = Duration.ofNanos(System.nanoTime() - from);
        process = ProcessHandle.of(Long.parseLong(
                        properties("instances/instance.properties").getProperty("item.0.pid")))
                .orElseThrow();
        return taken;
    }

    /** Starts it up to a guide of the sample matters, which are loaded last; returns how long that took. */
    Duration start() throws IOException {
        try (Http http = new Http(port)) {
            return start(() -> {
                Http.Answer answer = http.get(Sanban.API + "/matters/" + Sanban.MATTER, null);
                return answer.status() == 200 && answer.body().contains("\"残疾人证新办\"");
            });
        }
    }

    /** Waits until every door that is loaded is there: it asks who is calling. Returns how long that took. */
    Duration ready() {
        try (Http http = new Http(port)) {
            return Waiting.until(
                    START,
                    "all doors are open",
                    () -> hasAccounts()
                            && http.get(Sanban.API + "/cases", null).status() == 401
                            && http.get(Sanban.API + "/journal/verdicts", null).status() == 401
                            && http.get(Sanban.API + "/modes", null).body().contains("\"window\""));
        }
    }

    /** Ends it as SIGTERM does: in order. */
    void stop() {
        process.destroy();
        gone();
    }

    /** Ends it as a power cut does for a process: kill -9. */
    void kill() {
        if (process != null && process.isAlive()) {
            process.destroyForcibly();
            gone();
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private void gone() {
        Waiting.until(STOP, "the end of process " + process.pid(), () -> !process.isAlive());
    }

    /** The password of a sample account. */
    String password(String login) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("store/sample-accounts.txt"))) {
            return lines.map(line -> line.split("\t"))
                    .filter(parts -> parts[0].equals(login))
                    .map(parts -> parts[1])
                    .findFirst()
                    .orElseThrow();
        }
    }

    private boolean hasAccounts() {
        return Files.exists(home.resolve("store/sample-accounts.txt"));
    }

    /** Sets a property in a file of {@code etc/}; counts from the next start. */
    void set(String file, String key, String value) throws IOException {
        Path path = home.resolve(file);
        String kept = Files.readAllLines(path).stream()
                .filter(line -> !line.split("=", 2)[0].strip().equals(key))
                .collect(Collectors.joining("\n"));
        Files.writeString(path, kept + "\n" + key + " = " + value + "\n");
    }

    Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }

    /** The JVM's heap and compiler options, as it was started with them. */
    List<String> jvm() throws IOException {
        return Stream.of(Files.readString(Path.of("/proc", String.valueOf(pid()), "cmdline"))
                        .split("\0"))
                .filter(option -> option.startsWith("-X"))
                .toList();
    }

    /** The jar of one of our bundles. */
    Path bundle(String name) throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("system/org/sanban").resolve(name))) {
            return all.filter(path -> path.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path built() throws IOException {
        Path folder = Path.of("..", "karaf-assembly", "county", "target");
        try (Stream<Path> all = Files.list(folder)) {
            Optional<Path> tar = all.filter(
                            path -> path.getFileName().toString().matches("sanban-.*\\.tar\\.gz"))
                    .findFirst();
            return tar.orElseThrow(() -> new IOException("no distribution in " + folder));
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Runs a command to its end. */
    static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Options.TARGET.resolve("commands.log").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " exited with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
