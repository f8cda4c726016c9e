// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Memory, disk, and writes that wait for the disk. */
final class Resources {
    private static final Duration COUNTED = Duration.ofSeconds(2);
    private static final double KB = 1024;

    private final Distribution distribution;
    private final Report report;
    private Fill ours;
    private long empty;
    private long full;

    Resources(Distribution distribution, Report report) {
        this.distribution = distribution;
        this.report = report;
    }

    /** Looks at the disk before {@code ours} is filled. */
    void before(Fill ours) throws IOException {
        this.ours = ours;
        empty = size();
    }

    /** Looks at the disk after. */
    void filled() throws IOException {
        full = size();
    }

    void print(Fill limit, long limitPid) throws IOException {
        memory();
        disk();
        durable(limit, limitPid);
    }

    private void memory() throws IOException {
        long now = Probe.memory(distribution.pid(), "VmRSS");
        long most = Probe.memory(distribution.pid(), "VmHWM");
        report.line("- resident memory after the load: %d MB, at most so far: %d MB", now, most);
        report.goal("resident memory under 512 MB after the load", now < 512, "%d MB, at most %d MB", now, most);
    }

    private void disk() {
        long bytes = full - empty;
        report.line(
                "- disk: %.2f KB per case, indexes and %.1f journal entries included (%.0f MB for %,d cases)",
                bytes / KB / ours.cases(), (double) ours.commands() / ours.cases(), bytes / KB / KB, ours.cases());
    }

    /** What Derby's tables take; its log of the last minutes is not counted. */
    private long size() throws IOException {
        return Probe.size(distribution.home().resolve("store/derby/seg0"));
    }

    private void durable(Fill limit, long limitPid) throws IOException {
        if (!Probe.hasStrace()) {
            report.line("- writes that wait for the disk: not counted, strace is not installed");
            return;
        }
        report.line(
                "- writes that wait for the disk, counted by strace (Derby's log %s):",
                Probe.logWritesThrough(distribution.pid())
                        ? "is open with O_DSYNC, so each write to it is durable by itself, without an fsync"
                        : "is not open with O_DSYNC");
        for (Scenario scenario : List.of(Scenario.SUBMIT, Scenario.STEP)) {
            for (int clients : List.of(1, 8)) {
                report.line(
                        "  - %s, clients %d: %.2f a command; the limit %.2f",
                        scenario.label,
                        clients,
                        durable(scenario, clients, ours, distribution.pid()),
                        durable(scenario, clients, limit, limitPid));
            }
        }
    }

    private static double durable(Scenario scenario, int clients, Fill fill, long pid) throws IOException {
        Load load = new Load(fill.door().port(), clients, i -> scenario.job(fill.door(), fill));
        long writes = Probe.durableWrites(pid, () -> load.run(COUNTED));
        return (double) writes / load.summary().count();
    }
}
