// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Kills the distribution in the middle of a write load, starts it again and checks that every acknowledged command is
 * there, that none is half there, and that no number was given twice. Exits with 1 when anything is lost.
 */
public final class Crash {
    private static final int CLIENTS = 8;

    private final Options options;
    private final Report report = new Report();
    private final Witness witness = new Witness();

    private Crash(Options options) {
        this.options = options;
    }

    /** See {@code bench/crash}. */
    public static void main(String... args) throws IOException {
        System.exit(new Crash(Options.of(args)).run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        report.line("Machine: %s.", Probe.machine());
        report.line("%d clients write until kill -9 comes, after 2 to 6 s; then it starts again.", CLIENTS);
        report.table("round", "acknowledged", "unanswered", "of them done", "start s", "cases", "entries", "faults");
        int faults = 0;
        try (Distribution distribution = Distribution.unpack(Options.TARGET.resolve("crash-instance"))) {
            distribution.start();
            for (int round = 1; round <= options.rounds(); round++) {
                faults += round(distribution, round);
            }
        }
        report.line("");
        report.line(
                "%,d commands acknowledged, %d kills, %d faults.", witness.acknowledged(), options.rounds(), faults);
        witness.faults().forEach(fault -> report.line("- %s", fault));
        report.write(Options.TARGET.resolve("crash.md"));
        return faults == 0;
    }

    private int round(Distribution distribution, int round) throws IOException {
        int acknowledged = witness.acknowledged();
        int faults = witness.faults().size();
        Sanban sanban = new Sanban(distribution);
        Thread[] writers = new Thread[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            writers[i] = new Thread(new Writer(sanban, witness));
            writers[i].start();
        }
        Duration load = Duration.ofMillis(ThreadLocalRandom.current().nextInt(2_000, 6_000));
        long until = System.nanoTime() + load.toNanos();
        Waiting.until(load.multipliedBy(2), "the moment to kill", () -> System.nanoTime() >= until);
        distribution.kill();
        for (Thread writer : writers) {
            Waiting.join(writer);
        }
        int unanswered = witness.unanswered();
        Duration start = distribution.start();
        Sanban after = new Sanban(distribution);
        witness.settle(after);
        witness.verify(after);
        report.line(
                "| %d | %d | %d | %d | %.1f | %d | %d | %d |",
                round,
                witness.acknowledged() - acknowledged,
                unanswered,
                witness.done(),
                start.toMillis() / 1e3,
                witness.cases(),
                witness.entries(),
                witness.faults().size() - faults);
        return witness.faults().size() - faults;
    }

    /** Puts one case after the other through its life until the door is gone. */
    private record Writer(Sanban sanban, Witness witness) implements Runnable {
        @Override
        public void run() {
            try (Http http = new Http(sanban.port())) {
                while (true) {
                    life(http);
                }
            } catch (IOException e) {
                // The kill: what it left open, the witness knows.
            }
        }

        private void life(Http http) throws IOException {
            String number = witness.submit(http, sanban);
            Door.Step[] steps = {Door.Step.NOTE, Door.Step.ACCEPT, Door.Step.DECIDE, Door.Step.DELIVER};
            int last = ThreadLocalRandom.current().nextInt(steps.length + 1);
            for (int i = 0; i < last; i++) {
                witness.act(http, sanban, number, i + 1, steps[i]);
            }
        }
    }
}
