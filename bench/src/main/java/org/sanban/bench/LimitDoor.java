// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The physical limit as a door: starts {@link Limit} with the tables, pool, Derby settings and heap of a distribution. */
final class LimitDoor implements Door, Closeable {
    private static final Duration START = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final String draft;

    private LimitDoor(Process process, int port, String draft) {
        this.process = process;
        this.port = port;
        this.draft = draft;
    }

    /**
     * Starts it.
     *
     * @param model the running distribution whose settings it takes
     * @param draft a request as big as those that submit a case there
     * @param length bytes of a case there
     */
    static LimitDoor start(Distribution model, String draft, int length) throws IOException {
        Path home = Options.TARGET.resolve("limit");
        Distribution.run("rm", "-rf", home.toString());
        Files.createDirectories(home);
        Path sql = Files.writeString(home.resolve("tables.sql"), tables(model.bundle("cases")));
        Properties pool = model.properties("etc/org.ops4j.datasource-sanban.cfg");
        int port = Distribution.freePort();
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(model.jvm());
        command.addAll(derby(model.properties("etc/system.properties")));
        command.add("-Dderby.stream.error.file=" + home.resolve("derby.log"));
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Limit.class.getName()));
        command.addAll(List.of(
                String.valueOf(port),
                "jdbc:derby:" + home.resolve("derby") + ";create=true",
                sql.toString(),
                pool.getProperty("hikari.maximumPoolSize"),
                String.valueOf(length)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.log").toFile());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        LimitDoor door = new LimitDoor(process, port, draft);
        try (Http http = new Http(port)) {
            Waiting.until(START, "the limit answers, see " + home, () -> !door.submit(http, "first")
                    .isEmpty());
        }
        return door;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String submit(Http http, String key) throws IOException {
        String body = http.post("/", null, key, draft).expect(201).body();
        return body.substring(11, 28);
    }

    @Override
    public void act(Http http, String number, int version, Step step) throws IOException {
        http.post("/" + number + "/" + version + "/" + step, null, null, step.body(version))
                .expect(200);
    }

    @Override
    public void read(Http http, String number) throws IOException {
        read(http, "/", number);
    }

    /** Reads a case through bare CXF. */
    void readThroughCxf(Http http, String number) throws IOException {
        read(http, BareCxf.ADDRESS, number);
    }

    private static void read(Http http, String address, String number) throws IOException {
        if (!http.get(address + number, null).expect(200).body().startsWith("{\"number\":\"" + number)) {
            throw new IOException("not the case " + number);
        }
    }

    @Override
    public void close() {
        process.destroy();
        Waiting.until(START, "the end of the limit", () -> !process.isAlive());
    }

    /** The distribution's settings of Derby, except where its files are. */
    private static List<String> derby(Properties system) {
        return system.stringPropertyNames().stream()
                .filter(name ->
                        name.startsWith("derby.") && !system.getProperty(name).contains("${"))
                .map(name -> "-D" + name + "=" + system.getProperty(name))
                .toList();
    }

    /** The migrations of a bundle in their order, as they run on Derby. */
    private static String tables(Path jar) throws IOException {
        StringBuilder sql = new StringBuilder();
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> all = Files.walk(files.getPath("/db/cases"))) {
            List<Path> scripts = all.filter(path -> path.toString().endsWith(".sql"))
                    .filter(path -> !path.toString().contains("postgresql"))
                    .sorted((a, b) -> Integer.compare(version(a), version(b)))
                    .toList();
            for (Path script : scripts) {
                sql.append(Files.readString(script)).append(";\n");
            }
        }
        return sql.toString()
                .replace("${text}", "varchar(32000)")
                .replace("${bytes}", "char(32) for bit data")
                .replace("${timestamp}", "timestamp");
    }

    /** 2 of {@code V2__more.sql}. */
    private static int version(Path script) {
        return Integer.parseInt(script.getFileName().toString().replaceAll("^V([0-9]+)__.*", "$1"));
    }
}
