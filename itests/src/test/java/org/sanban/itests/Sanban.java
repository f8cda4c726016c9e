// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.ops4j.pax.exam.CoreOptions.serverMode;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.karaf.options.KarafDistributionKitConfigurationOption;
import org.ops4j.pax.exam.karaf.options.KarafDistributionKitConfigurationOption.Platform;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** A distribution that was unpacked, configured and started by Pax Exam, with its own {@code bin/start}. */
final class Sanban {
    private static final int TROUBLES = 20;
    private static final int TAIL = 100;
    private static final String LOG = "data/log/karaf.log";
    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration RUN = Duration.ofSeconds(400);
    private static final Duration ATTACHED = Duration.ofSeconds(120);
    // Pax Exam asks the distribution for this feature; ours is empty, so that nothing foreign is installed.
    private static final String EXAM =
            "system/org/ops4j/pax/exam/pax-exam-features/4.14.0/pax-exam-features-4.14.0.xml";

    // Below what systems give to outgoing connections: a port that is free stays so until Karaf takes it.
    private static final AtomicInteger PORTS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(22_000, 32_000));

    private final Runnable cleanup;
    private final Path home;
    private final int port;

    /** What a shell command printed, and its exit code. */
    record Said(int code, String out) {}

    private Sanban(Runnable cleanup, Path home, int port) {
        this.cleanup = cleanup;
        this.home = home;
        this.port = port;
    }

    /** Starts the county hall's with the sample county, on free ports, and waits until it is ready. */
    static Sanban start(String name) {
        return start(name, "county");
    }

    /** Starts one of the delivered distributions in the same way. */
    static Sanban start(String name, String profile) {
        Path folder = Path.of("target", name).toAbsolutePath();
        int port = freePort();
        try {
            FileUtils.deleteDirectory(folder.toFile());
            Files.createDirectories(folder);
            ExamSystem exam = PaxExamRuntime.createServerSystem(
                    new KarafDistributionKitConfigurationOption(
                                    archive(profile, ".tar.gz").toUri().toString(), "Sanban", "4.4.10", Platform.NIX)
                            .executable("bin/start")
                            .filesToMakeExecutable("bin/karaf", "bin/stop", "bin/client", "bin/sanban")
                            .unpackDirectory(folder.toFile())
                            .useDeployFolder(false),
                    serverMode(),
                    keepRuntimeFolder(),
                    doNotModifyLogConfiguration(),
                    configureConsole().ignoreLocalConsole(),
                    replaceConfigurationFile(EXAM, new File("src/test/resources/exam-features.xml")),
                    editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", "" + port),
                    editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "" + freePort()),
                    // Nothing may come from where this machine builds: a township's has no Maven.
                    editConfigurationFilePut(
                            "etc/org.ops4j.pax.url.mvn.cfg",
                            "org.ops4j.pax.url.mvn.localRepository",
                            folder.resolve("none").toString()),
                    // What Karaf says of bundles that are refreshed, for trouble().
                    editConfigurationFilePut("etc/org.ops4j.pax.logging.cfg", "log4j2.logger.karaf.level", "INFO"),
                    // Derby's parser, one a connection, remembers the stack it was made on: a bundle's classes with it.
                    editConfigurationFilePut("etc/org.ops4j.datasource-sanban.cfg", "hikari.maxLifetime", "30000"),
                    editConfigurationFilePut("etc/org.ops4j.datasource-sanban.cfg", "hikari.idleTimeout", "20000"),
                    // Longer than this machine may stall: who waits for a connection then is not told to come again.
                    editConfigurationFilePut(
                            "etc/org.ops4j.datasource-sanban.cfg", "hikari.connectionTimeout", "60000"),
                    editConfigurationFilePut("etc/org.sanban.supervision.cfg", "watch", "2"),
                    editConfigurationFilePut("etc/org.sanban.print.cfg", "address", "http://127.0.0.1:" + port),
                    editConfigurationFilePut("etc/org.sanban.sample.cfg", "load", "true"),
                    Calendars.coming());
            // Pax Exam looks for ports of its own.
            synchronized (Sanban.class) {
                PaxExamRuntime.createContainer(exam).start();
            }
            try (Stream<Path> unpacked = Files.list(folder)) {
                // Pax Exam's own stop would ask for a bundle of its own inside, which is not there.
                Sanban started = new Sanban(exam::clear, unpacked.findFirst().orElseThrow(), port);
                started.awaitReady();
                return started;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks a new one on free ports and does not start it: for what an operator changes before. */
    static Sanban unpack(String name) {
        return unpack(Path.of("target", name, "sanban").toAbsolutePath(), "");
    }

    /** Of a new one only the settings of its ports, which are free ones: whoever unpacks the rest is to keep them. */
    static Sanban ports(Path home) {
        return unpack(home, " --wildcards */etc/org.ops4j.pax.web.cfg */etc/org.apache.karaf.shell.cfg");
    }

    private static Sanban unpack(Path home, String files) {
        try {
            FileUtils.deleteDirectory(home.getParent().toFile());
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Sanban unpacked = new Sanban(() -> {}, home, freePort());
        unpacked.operate("tar -xzf " + archive("county", ".tar.gz") + " --strip-components=1" + files);
        unpacked.operate("sed -i 's/^\\(org.osgi.service.http.port *=\\).*/\\1 " + unpacked.port
                + "/' etc/org.ops4j.pax.web.cfg");
        unpacked.operate("sed -i 's/^\\(sshPort *=\\).*/\\1 " + freePort() + "/' etc/org.apache.karaf.shell.cfg");
        return unpacked;
    }

    /** Runs a command of the operator's in its folder. */
    void operate(String command) {
        Said said = run(home, "/bin/sh", "-c", command);
        if (said.code() != 0) {
            throw new AssertionError(command + ": " + said.out());
        }
    }

    Path home() {
        return home;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    /** A REST client without a login. */
    Rest anyone() {
        return new Rest(base(), null);
    }

    /** A REST client that is logged in as a sample account. */
    Rest as(String login) {
        return anyone().login(login, password(login));
    }

    /** A REST client with the token that another node gave. */
    Rest withTokenOf(Rest other) {
        return new Rest(base(), other.token());
    }

    /** A SOAP client with the UsernameToken of a sample account. */
    Soap soapAs(String login) {
        return new Soap(anyone(), login, password(login));
    }

    /** The password of a sample account. */
    String password(String login) {
        return lines("store/sample-accounts.txt").stream()
                .map(line -> line.split("\t"))
                .filter(parts -> parts[0].equals(login))
                .map(parts -> parts[1])
                .findFirst()
                .orElseThrow();
    }

    /** Runs a shell command as a script without a terminal does. */
    Said shell(String command) {
        return run(home, home.resolve("bin/sanban").toString(), command);
    }

    /** What a shell command printed that succeeded. */
    String done(String command) {
        Said said = shell(command);
        if (said.code() != 0) {
            throw new AssertionError(command + " exited with " + said.code() + ": " + said.out());
        }
        return said.out();
    }

    /** Asks its virtual machine. */
    String jcmd(String... command) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                "" + process().pid()));
        all.addAll(List.of(command));
        AtomicReference<Said> said = new AtomicReference<>();
        // A process that is held up does not let anybody in for a while.
        Await.until(ATTACHED, "jcmd " + List.of(command), () -> {
            said.set(run(home, all.toArray(String[]::new)));
            return said.get().code() == 0;
        });
        return said.get().out();
    }

    /** Deletes the cache of bundles and everything else that may be deleted, while it does not run. */
    void deleteData() throws IOException {
        FileUtils.deleteDirectory(home.resolve("data").toFile());
    }

    /** How a channel does, as whoever watches channels sees it; a missing node where it is none. */
    JsonNode channel(String id) {
        for (JsonNode one : as("sample-admin").get("/channels").expect(200).json()) {
            if (one.path("channel").asText().equals(id)) {
                return one;
            }
        }
        return Rest.JSON.missingNode();
    }

    /** What keeps a channel from working, in both languages; empty where nothing does. */
    String fault(String channel) {
        JsonNode fault = channel(channel).path("fault");
        return fault.isMissingNode() || fault.isNull() ? "" : fault.toString();
    }

    /** Everything it logged. */
    String log() {
        return String.join("\n", lines(LOG));
    }

    /** Shows the end of its log. */
    void showLog(String when) {
        List<String> lines = Files.exists(home.resolve(LOG)) ? lines(LOG) : List.of();
        System.out.println("--- karaf.log, " + when);
        lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).forEach(System.out::println);
    }

    /** Lines that an operator should never see: errors, stack traces, refreshed bundles. */
    String trouble() {
        return log().lines()
                .filter(line -> line.contains("| ERROR |")
                        || line.startsWith("\tat ")
                        || line.contains("which is being refreshed")
                        || line.contains("Should be wired"))
                .limit(TROUBLES)
                .collect(Collectors.joining("\n"));
    }

    /** Ends the process as a power cut would. */
    void kill() {
        ProcessHandle process = process();
        process.destroyForcibly();
        await("the process is gone", () -> !process.isAlive());
    }

    /** Starts it again after {@link #kill()} or {@link #stop()}. */
    void restart() {
        run(home, home.resolve("bin/start").toString());
        awaitReady();
    }

    /** Whatever a failed test left running: the script {@code bin/karaf} and what it started. */
    void end() {
        String script = home.resolve("bin/karaf").toString();
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(script))
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process)))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    void stop() {
        ProcessHandle process = process();
        run(home, home.resolve("bin/stop").toString());
        await("the distribution has stopped", () -> !process.isAlive());
        cleanup.run();
    }

    /** Waits until it is ready. */
    void awaitReady() {
        Rest health = anyone();
        await("the distribution is ready", () -> {
            Rest.Answer answer = health.get("/system/health?tags=readiness&format=json");
            return answer.status() == 200
                    && answer.json().path("overallResult").asText().equals("OK")
                    && !answer.json().path("results").isEmpty();
        });
    }

    /** One that misses its deadline shows why and is not left running. */
    private void await(String what, Callable<Boolean> condition) {
        try {
            Await.until(START, what, condition);
        } catch (AssertionError e) {
            showLog("not within " + START + ": " + what);
            end();
            throw e;
        }
    }

    private ProcessHandle process() {
        return lines("instances/instance.properties").stream()
                .filter(line -> line.startsWith("item.0.pid"))
                .map(line ->
                        Long.parseLong(line.substring(line.indexOf('=') + 1).strip()))
                .findFirst()
                .flatMap(ProcessHandle::of)
                .orElseThrow();
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(home.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Said run(Path folder, String... command) {
        return run(folder, Map.of(), command);
    }

    /** Runs a command to its end, with more variables in its environment. */
    static Said run(Path folder, Map<String, String> environment, String... command) {
        try {
            Path out = Files.createTempFile(Path.of("target").toAbsolutePath(), "said", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(RUN.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("does not end: " + String.join(" ", command));
            }
            return new Said(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A distribution as it is handed out: {@code .tar.gz} or {@code .zip}. */
    static Path archive(String profile, String kind) {
        Path assembly = Path.of(System.getProperty("sanban.root"), "karaf-assembly");
        Path own = assembly.resolve(profile);
        Path target = Files.exists(own) ? own.resolve("target") : assembly.resolve("township/target/" + profile);
        return target.resolve("sanban-" + profile + "-" + System.getProperty("sanban.version") + kind);
    }

    /** Another one each time. */
    static int freePort() {
        while (true) {
            int port = PORTS.getAndIncrement();
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Taken: the next one.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
