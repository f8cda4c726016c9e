// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a journal while five listeners are told of it and the process is killed again and again, and compares what each
 * was told with what the journal has; then shows what ten listeners cost whoever writes. Exits with 1 when anything is
 * lost or out of order.
 */
public final class Deliver {
    private static final int TOLD = 5;
    private static final int CLIENTS = 8;
    private static final Duration CAUGHT_UP = Duration.ofMinutes(30);

    private final Options options;
    private final Report report = new Report();
    private final Witness witness = new Witness();

    private Deliver(Options options) {
        this.options = options;
    }

    /** See {@code bench/delivery}. */
    public static void main(String... args) throws IOException {
        System.exit(new Deliver(Options.of(args)).run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        report.line("Machine: %s.", Probe.machine());
        boolean whole = killed();
        new WritePath(options, report).measure();
        report.goals();
        report.write(Options.TARGET.resolve("delivery.md"));
        return whole;
    }

    private boolean killed() throws IOException {
        report.heading(
                "%,d entries to %d listeners, killed %d times".formatted(options.entries(), TOLD, options.kills()));
        report.line(
                "%d clients write cases through their lives; after each share of the entries comes kill -9, and it starts"
                        + " again.",
                CLIENTS);
        report.table("kill", "acknowledged", "unanswered", "of them done", "start s");
        try (Distribution distribution = Distribution.unpack(Options.TARGET.resolve("delivery-instance"))) {
            distribution.start();
            Sanban sanban = new Sanban(distribution);
            Listeners listeners = new Listeners(distribution, TOLD);
            try (Http http = new Http(distribution.port())) {
                listeners.install(http, Sanban.login(http, distribution, "sample-admin"));
            }
            for (int kill = 1; kill <= options.kills(); kill++) {
                sanban = kill(distribution, sanban, kill);
            }
            write(sanban, options.entries(), () -> {});
            try (Http http = new Http(distribution.port())) {
                String admin = Sanban.login(http, distribution, "sample-admin");
                Duration behind = Waiting.until(CAUGHT_UP, "all are told", () -> listeners.caughtUp(http, admin));
                report.line("");
                report.line("The last listener was done %.1f s after the last command.", behind.toMillis() / 1e3);
                int parked = listeners.parked(http, admin);
                report.goal("no entry was parked", parked == 0, "%d", parked);
            }
            return compare(sanban, listeners);
        }
    }

    /** Writes up to a share of the entries, kills while clients write and listeners are told, and starts again. */
    private Sanban kill(Distribution distribution, Sanban sanban, int kill) throws IOException {
        long share = (long) options.entries() * kill / (options.kills() + 1);
        int more = ThreadLocalRandom.current().nextInt(Math.max(1, options.entries() / (options.kills() + 1) / 4));
        write(sanban, (int) share - more, distribution::kill);
        int unanswered = witness.unanswered();
        Duration start = distribution.start();
        Sanban after = new Sanban(distribution);
        witness.settle(after);
        report.line(
                "| %d | %,d | %d | %d | %.1f |",
                kill, witness.acknowledged(), unanswered, witness.done(), start.toMillis() / 1e3);
        return after;
    }

    /** Lets clients write until so many commands were acknowledged, and then does {@code end} while they go on. */
    private void write(Sanban sanban, int until, Runnable end) {
        List<Thread> writers = new ArrayList<>();
        boolean[] enough = new boolean[1];
        for (int i = 0; i < CLIENTS; i++) {
            Thread writer = new Thread(() -> lives(sanban, enough));
            writer.start();
            writers.add(writer);
        }
        Waiting.until(
                CAUGHT_UP,
                until + " commands",
                () -> witness.acknowledged() >= until || writers.stream().noneMatch(Thread::isAlive));
        if (witness.acknowledged() < until) {
            throw new IllegalStateException("every client has met an error, see data/log/karaf.log");
        }
        end.run();
        synchronized (enough) {
            enough[0] = true;
        }
        writers.forEach(Waiting::join);
    }

    private void lives(Sanban sanban, boolean[] enough) {
        Door.Step[] steps = {Door.Step.NOTE, Door.Step.ACCEPT, Door.Step.DECIDE, Door.Step.DELIVER};
        try (Http http = new Http(sanban.port())) {
            while (goesOn(enough)) {
                String number = witness.submit(http, sanban);
                for (int i = 0; i < steps.length; i++) {
                    witness.act(http, sanban, number, i + 1, steps[i]);
                }
            }
        } catch (IOException e) {
            // The kill: what it left open, the witness knows.
        }
    }

    private static boolean goesOn(boolean[] enough) {
        synchronized (enough) {
            return !enough[0];
        }
    }

    private boolean compare(Sanban sanban, Listeners listeners) throws IOException {
        Map<String, Integer> journal = witness.verify(sanban);
        report.heading("What each was told of %,d entries of %,d cases".formatted(witness.entries(), journal.size()));
        report.table(
                "listener", "told", "entries", "lost", "out of order in a case", "again, same id", "again, other id");
        long lost = 0;
        long disordered = 0;
        long others = 0;
        for (int i = 0; i < TOLD; i++) {
            Notes notes = Notes.of(listeners.told(i), journal);
            report.line(
                    "| %s | %,d | %,d | %d | %d | %d | %d |",
                    Listeners.id(i),
                    notes.told(),
                    notes.entries(),
                    notes.lost(),
                    notes.disordered(),
                    notes.repeated(),
                    notes.others());
            lost += notes.lost();
            disordered += notes.disordered();
            others += notes.others();
        }
        witness.faults().forEach(fault -> report.line("- %s", fault));
        int faults = witness.faults().size();
        report.goal("every acknowledged command is there, no number twice", faults == 0, "%d faults", faults);
        report.goal("no entry is lost to a listener", lost == 0, "%d", lost);
        report.goal("none is out of order within a case", disordered == 0, "%d", disordered);
        report.goal("what is told again has the same id", others == 0, "%d with another", others);
        return faults == 0 && lost == 0 && disordered == 0 && others == 0;
    }
}
