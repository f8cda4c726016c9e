// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Measures the distribution over HTTP beside the physical limit and writes {@code target/report.md}. */
public final class Bench {
    private static final int SMALL = 1_000;
    private static final int WARMERS = 8;

    private final Options options;
    private final Report report = new Report();

    private Bench(Options options) {
        this.options = options;
    }

    /** See {@code bench/run}. */
    public static void main(String... args) throws IOException {
        new Bench(Options.of(args)).run();
        System.exit(0);
    }

    private void run() throws IOException {
        report.line("Machine: %s.", Probe.machine());
        report.line(
                "Load generator on the same machine: closed loop, one connection per client, %d s a line and side; each side warmed up for %d s before each kind of command.",
                options.seconds(), options.warm());
        try (Distribution distribution = Distribution.unpack(Options.TARGET.resolve("instance"))) {
            Resources resources = new Resources(distribution, report);
            Starts starts = new Starts(distribution, report);
            starts.first();
            Sanban sanban = new Sanban(distribution);
            Fill ours = new Fill(sanban);
            resources.before(ours);
            Lists lists = new Lists(sanban, options, report);
            report.heading("Load");
            fill("the distribution", ours, SMALL);
            lists.measure(SMALL);
            fill("the distribution", ours, options.rows());
            resources.filled();
            try (LimitDoor door = LimitDoor.start(distribution, sanban.draft(0), sanban.length(ours.any()))) {
                Neighbours neighbours = new Neighbours(distribution.pid(), door.pid());
                Fill limit = new Fill(door);
                fill("the limit", limit, options.rows());
                lists.measure(options.rows());
                lists.print();
                duels(ours, limit);
                throughCxf(door, limit);
                quiet(neighbours.share());
                report.heading("Resources");
                resources.print(limit, door.pid());
            }
            starts.again(ours.any());
            Statements.count(distribution, ours, report);
        }
        report.goals();
        report.write(Options.TARGET.resolve("report.md"));
    }

    private void fill(String name, Fill fill, int rows) {
        long commands = fill.commands();
        Duration taken = fill.to(rows);
        report.line(
                "- %s up to %,d cases: %d s, %.0f commands a second",
                name, fill.cases(), taken.toSeconds(), (fill.commands() - commands) * 1e3 / taken.toMillis());
    }

    private void duels(Fill ours, Fill limit) {
        report.heading("Commands and reads in a table of %,d cases".formatted(options.rows()));
        report.table(
                "command",
                "clients",
                "ours/s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "errors",
                "limit/s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "errors",
                "ours/limit");
        for (Scenario scenario : Scenario.values()) {
            Duel.of(scenario, WARMERS, Duration.ofSeconds(options.warm()), ours, limit);
            Map<Integer, Duel> duels = new TreeMap<>();
            for (int clients : options.clients()) {
                Duel duel = Duel.of(scenario, clients, Duration.ofSeconds(options.seconds()), ours, limit);
                duel.print(report, scenario.label, clients);
                duels.put(clients, duel);
            }
            judge(scenario, duels);
        }
    }

    /** Lines of the same table: CXF alone in the place of the distribution. */
    private void throughCxf(LimitDoor door, Fill limit) {
        Duel.throughCxf(door, WARMERS, Duration.ofSeconds(options.warm()), limit);
        for (int clients : options.clients()) {
            Duel.throughCxf(door, clients, Duration.ofSeconds(options.seconds()), limit)
                    .print(report, "read by number, bare CXF instead of ours", clients);
        }
    }

    private void quiet(double others) {
        report.line("");
        report.line("Other processes took %.0f %% of the processors meanwhile.", others * 100);
        report.goal(
                "a quiet machine: others take at most %.0f %%".formatted(Neighbours.TOO_MUCH * 100),
                others <= Neighbours.TOO_MUCH,
                "%.0f %%",
                others * 100);
    }

    private void judge(Scenario scenario, Map<Integer, Duel> duels) {
        Duel eight = duels.get(8);
        Duel many = duels.get(64);
        if (eight != null) {
            report.goal(
                    scenario.label + ", 8 clients: at least 0.6 of the limit",
                    eight.ratio() >= 0.6,
                    "%.2f",
                    eight.ratio());
        }
        if (eight != null && many != null && scenario != Scenario.READ) {
            double kept = many.ours().perSecond() / eight.ours().perSecond();
            double tail = many.ours().p99() / many.ours().p50();
            report.goal(scenario.label + ", 64 clients: no less than at 8", kept >= 1, "%.2f of it", kept);
            report.goal(scenario.label + ", 64 clients: p99 under ten times p50", tail < 10, "%.1f times", tail);
        }
    }
}
