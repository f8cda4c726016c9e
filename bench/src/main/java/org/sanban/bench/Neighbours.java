// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How much of the processors others took while something was measured: other processes, and the hypervisor. */
final class Neighbours {
    /** Above this share the figures say more about the neighbours than about what was measured. */
    static final double TOO_MUCH = 0.05;

    private static final int TICKS = 100;
    private static final int IDLE = 3;
    private static final int WAITING = 4;

    private final long[] pids;
    private final Used from;

    /** Begins to watch. */
    Neighbours(long... pids) throws IOException {
        this.pids = LongStream.concat(
                        LongStream.of(pids),
                        LongStream.of(ProcessHandle.current().pid()))
                .toArray();
        this.from = used();
    }

    /** Processor seconds since the start of the machine: all there were, those in use, those of the measured ones. */
    private record Used(double all, double busy, double ours) {}

    /** The share that others took since then, 0 to 1. */
    double share() throws IOException {
        Used now = used();
        double others = now.busy - from.busy - (now.ours - from.ours);
        return Math.max(0, others / (now.all - from.all));
    }

    private Used used() throws IOException {
        double ours = LongStream.of(pids)
                .mapToObj(ProcessHandle::of)
                .flatMap(handle -> handle.stream())
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
        long[] ticks = ticks(Files.readAllLines(Path.of("/proc/stat")).get(0));
        double all = LongStream.of(ticks).sum();
        return new Used(all / TICKS, (all - ticks[IDLE] - ticks[WAITING]) / TICKS, ours / 1_000);
    }

    /** User, nice, system, idle, waiting for the disk, interrupts (2), taken by the hypervisor. */
    static long[] ticks(String line) {
        return Arrays.copyOf(
                Stream.of(line.split("\\s+")).skip(1).mapToLong(Long::parseLong).toArray(), 8);
    }
}
