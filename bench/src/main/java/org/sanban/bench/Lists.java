// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** First pages of lists, in a small table and in a large one. */
final class Lists {
    private static final int WARM_CLIENTS = 8;

    private final Sanban sanban;
    private final Options options;
    private final Report report;
    private final List<List<Times.Summary>> results = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    Lists(Sanban sanban, Options options, Report report) {
        this.sanban = sanban;
        this.options = options;
        this.report = report;
    }

    /** Measures all lists now that the table has {@code rows} cases; warms up first. */
    void measure(int rows) {
        Duration time = Duration.ofSeconds(options.seconds()).dividedBy(2);
        for (Sanban.Listing listing : Sanban.Listing.values()) {
            load(listing, WARM_CLIENTS).run(time);
        }
        List<Times.Summary> now = new ArrayList<>();
        for (Sanban.Listing listing : Sanban.Listing.values()) {
            for (int clients : options.clients()) {
                now.add(load(listing, clients).run(time).summary());
            }
        }
        results.add(now);
        sizes.add(rows);
    }

    /** Prints the two measurements made, side by side. */
    void print() {
        report.heading("First page (20) of a list");
        String small = "at %,d: ".formatted(sizes.get(0));
        String large = "at %,d: ".formatted(sizes.get(1));
        report.table(
                "list",
                "clients",
                small + "/s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "errors",
                large + "/s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "errors",
                "cost");
        double worst = 0;
        int line = 0;
        for (Sanban.Listing listing : Sanban.Listing.values()) {
            for (int clients : options.clients()) {
                Times.Summary before = results.get(0).get(line);
                Times.Summary after = results.get(1).get(line);
                double cost = before.perSecond() / after.perSecond();
                worst = Math.max(worst, cost);
                report.line(
                        "| %s | %d | %s | %s | %.2f |", listing.label, clients, before.cells(), after.cells(), cost);
                line++;
            }
        }
        report.goal(
                "first page of a list at %,d costs at most twice what it costs at %,d"
                        .formatted(sizes.get(1), sizes.get(0)),
                worst <= 2,
                "at worst %.2f times",
                worst);
    }

    private Load load(Sanban.Listing listing, int clients) {
        return new Load(sanban.port(), clients, i -> http -> sanban.list(http, listing));
    }
}
