// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the machine says about a process: memory, disk, writes that wait for the disk, SQL. */
final class Probe {
    private static final Duration ATTACH = Duration.ofSeconds(20);
    private static final Pattern DERBY_LOG = Pattern.compile("/log/log[0-9]+\\.dat$");
    private static final Pattern CALL =
            Pattern.compile("^[0-9]+ +(fsync|fdatasync|p?write(?:64|v)?)\\([0-9]+<([^>]*)>");
    private static final int O_DSYNC = 0010000;

    private Probe() {}

    /** Resident memory now ({@code VmRSS}) or at most so far ({@code VmHWM}), in MB. */
    static long memory(long pid, String field) throws IOException {
        try (Stream<String> lines = Files.lines(proc(pid, "status"))) {
            String line =
                    lines.filter(l -> l.startsWith(field + ":")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        }
    }

    /** Bytes of all files below a folder. */
    static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static boolean hasStrace() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(dir -> Files.isExecutable(Path.of(dir, "strace")));
    }

    /** Whether Derby's log is open so that each write returns only when it is on the disk; then it needs no fsync. */
    static boolean logWritesThrough(long pid) throws IOException {
        try (Stream<Path> open = Files.list(proc(pid, "fd"))) {
            for (Path fd : open.toList()) {
                if (Files.isSymbolicLink(fd)
                        && DERBY_LOG
                                .matcher(Files.readSymbolicLink(fd).toString())
                                .find()) {
                    String flags = Files.readString(proc(pid, "fdinfo/" + fd.getFileName()))
                            .replaceAll("(?s).*flags:\\s*([0-7]+).*", "$1");
                    return (Integer.parseInt(flags, 8) & O_DSYNC) != 0;
                }
            }
        }
        return false;
    }

    /** Counts calls that wait for the disk while {@code work} runs: fsync, fdatasync, and writes to Derby's log. */
    static long durableWrites(long pid, Runnable work) throws IOException {
        Path trace = Options.TARGET.resolve("strace.out");
        Path says = Options.TARGET.resolve("strace.log");
        Files.deleteIfExists(trace);
        Process strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-y",
                        "-e",
                        "trace=fsync,fdatasync,write,pwrite64,writev",
                        "-o",
                        trace.toString(),
                        "-p",
                        String.valueOf(pid))
                .redirectErrorStream(true)
                .redirectOutput(says.toFile())
                .start();
        try {
            Waiting.until(
                    ATTACH, "strace attaches", () -> Files.readString(says).contains("attached"));
            work.run();
        } finally {
            strace.destroy();
            ended(strace);
        }
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.map(CALL::matcher)
                    .filter(Matcher::find)
                    .filter(Probe::waits)
                    .count();
        }
    }

    private static boolean waits(Matcher call) {
        return call.group(1).endsWith("sync")
                || DERBY_LOG.matcher(call.group(2)).find();
    }

    /** The machine in one line. */
    static String machine() throws IOException {
        String cpu = find("/proc/cpuinfo", "model name");
        long memory = Long.parseLong(find("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "")) / 1024 / 1024;
        return "%d cores (%s), %d GB memory, %s %s, JDK %s, %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        cpu,
                        memory,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"),
                        LocalDate.now());
    }

    private static String find(String file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static void ended(Process process) {
        try {
            if (!process.waitFor(ATTACH.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("strace does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path proc(long pid, String file) {
        return Path.of("/proc", String.valueOf(pid), file);
    }
}
