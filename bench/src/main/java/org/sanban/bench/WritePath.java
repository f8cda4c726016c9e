// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/** What ten listeners cost whoever submits: two distributions, one of them with ten, loaded in turn. */
final class WritePath {
    private static final int TEN = 10;
    private static final int TURNS = 4;
    private static final int[] CLIENTS = {1, 8};
    private static final Duration CAUGHT_UP = Duration.ofMinutes(10);
    private static final double MOST = 1.1;

    private final Options options;
    private final Report report;

    WritePath(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    /** A distribution with its listeners, beside those of its own features. */
    private record Side(Sanban sanban, Listeners listeners, Http http, String admin) {
        static Side of(Distribution distribution, int count) throws IOException {
            distribution.start();
            Sanban sanban = new Sanban(distribution);
            Http http = new Http(distribution.port());
            String admin = Sanban.login(http, distribution, "sample-admin");
            Listeners listeners = new Listeners(distribution, count);
            if (count > 0) {
                listeners.install(http, admin);
            }
            return new Side(sanban, listeners, http, admin);
        }

        Load load(int clients) {
            return new Load(
                    sanban.port(),
                    clients,
                    i -> client -> sanban.submit(client, UUID.randomUUID().toString()));
        }

        /** Nothing of this turn is done in the other's. */
        void settle() {
            Waiting.until(CAUGHT_UP, "all are told", () -> listeners.caughtUp(http, admin));
        }
    }

    void measure() throws IOException {
        report.heading("Submitting with no listener more, and with ten");
        report.line(
                "Two distributions side by side, each warmed up for %d s and loaded in turn, %d turns of %d s each; the one"
                        + " that is not loaded has nothing left to deliver. Load generator and distributions share the processors: with all of them"
                        + " busy, whoever is told is told in somebody's time.",
                options.warm(), TURNS, options.seconds());
        report.table("clients", "listeners", "/s", "p50 ms", "p99 ms", "max ms", "errors");
        try (Distribution without = Distribution.unpack(Options.TARGET.resolve("without-instance"));
                Distribution with = Distribution.unpack(Options.TARGET.resolve("with-instance"))) {
            Side none = Side.of(without, 0);
            Side ten = Side.of(with, TEN);
            for (int clients : CLIENTS) {
                compare(none, ten, clients);
            }
            none.http().close();
            ten.http().close();
        }
    }

    private void compare(Side none, Side ten, int clients) {
        for (Side side : new Side[] {none, ten}) {
            side.load(clients).run(Duration.ofSeconds(options.warm()));
            side.settle();
        }
        Load first = none.load(clients);
        Load second = ten.load(clients);
        for (int turn = 0; turn < TURNS; turn++) {
            first.run(Duration.ofSeconds(options.seconds()));
            none.settle();
            second.run(Duration.ofSeconds(options.seconds()));
            ten.settle();
        }
        Times.Summary without = first.summary();
        Times.Summary with = second.summary();
        report.line("| %d | 0 | %s |", clients, without.cells());
        report.line("| %d | %d | %s |", clients, TEN, with.cells());
        double ratio = with.p50() / without.p50();
        report.line(
                "| %d | ratio | %.2f | %.2f | %.2f | | |",
                clients, with.perSecond() / without.perSecond(), ratio, with.p99() / without.p99());
        if (clients == 1) {
            report.goal(
                    "a submit of one client costs no more with ten listeners (p50)",
                    ratio <= MOST,
                    "%.2f times",
                    ratio);
        }
        int errors = without.errors() + with.errors();
        report.goal("no error with %d clients".formatted(clients), errors == 0, "%d", errors);
    }
}
