// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Measures what the county's dashboard costs over many cases, and how fast everything is counted anew from the journal:
 * {@code target/statistics.md}. Cases come through the door, so that the journal is a real one.
 */
public final class Dashboards {
    private static final Duration COUNTED = Duration.ofHours(2);
    private static final double MOST_MILLIS = 200;
    private static final double LEAST_ENTRIES = 20_000;
    private static final String STATISTICS = Sanban.API + "/statistics/";

    private final Options options;
    private final Report report = new Report();

    private Dashboards(Options options) {
        this.options = options;
    }

    /** See {@code bench/statistics}. */
    public static void main(String... args) throws IOException {
        new Dashboards(Options.of(args)).run();
        System.exit(0);
    }

    private void run() throws IOException {
        report.line("Machine: %s.", Probe.machine());
        try (Distribution distribution = Distribution.unpack(Options.TARGET.resolve("instance"))) {
            distribution.start();
            Sanban sanban = new Sanban(distribution);
            try (Http http = new Http(distribution.port())) {
                String admin = Sanban.login(http, distribution, "sample-admin");
                Fill fill = new Fill(sanban);
                Duration filled = fill.to(options.rows());
                report.line("- %,d cases through the door: %d s", fill.cases(), filled.toSeconds());
                Duration behind = Waiting.until(COUNTED, "all cases are counted", () -> counted(http, admin));
                report.line("- all of them counted %d s after the last one", behind.toSeconds());
                dashboards(distribution.port(), admin);
                recount(http, admin);
            }
        }
        report.goals();
        report.write(Options.TARGET.resolve("statistics.md"));
    }

    private boolean counted(Http http, String admin) throws IOException {
        JsonNode summary = get(http, "summary", admin);
        return summary.path("waiting").asInt(-1) == 0
                && summary.path("counts").path("submitted").asLong() >= options.rows();
    }

    private void dashboards(int port, String admin) {
        report.heading("The county's year over %,d cases".formatted(options.rows()));
        report.table("question", "clients", "/s", "p50 ms", "p99 ms", "max ms", "errors");
        for (String question : new String[] {
            "summary", "breakdown?by=division", "breakdown?by=site", "series?figure=submitted&by=day", "why?figure=open"
        }) {
            for (int clients : options.clients()) {
                load(port, clients, question, admin).run(Duration.ofSeconds(2));
                Times.Summary times = load(port, clients, question, admin)
                        .run(Duration.ofSeconds(options.seconds()))
                        .summary();
                report.line("| `%s` | %d | %s |", question, clients, times.cells());
                if (clients == 1) {
                    report.goal(question + ": p99 under 200 ms", times.p99() < MOST_MILLIS, "%.1f ms", times.p99());
                }
            }
        }
    }

    private static Load load(int port, int clients, String question, String admin) {
        return new Load(
                port,
                clients,
                i -> http -> http.get(STATISTICS + question, admin).expect(200));
    }

    private void recount(Http http, String admin) throws IOException {
        http.post(STATISTICS + "rebuild", admin, null, "{}").expect(202);
        Waiting.until(
                COUNTED,
                "all is counted anew",
                () -> !get(http, "rebuild", admin).path("state").asText().equals("RUNNING"));
        JsonNode done = get(http, "rebuild", admin);
        long entries = done.path("entries").asLong();
        long millis = Duration.between(
                        Instant.parse(done.path("startedAt").asText()),
                        Instant.parse(done.path("endedAt").asText()))
                .toMillis();
        double perSecond = entries * 1e3 / millis;
        report.heading("Counting anew");
        report.line(
                "- %s: %,d cases, %,d entries in %.1f s, %,.0f entries a second; %d cases and %d numbers differed",
                done.path("state").asText(),
                done.path("cases").asLong(),
                entries,
                millis / 1e3,
                perSecond,
                done.path("corrected").asLong(),
                done.path("differing").asLong());
        report.goal("counted anew at more than 20,000 entries a second", perSecond > LEAST_ENTRIES, "%,.0f", perSecond);
        boolean same = done.path("corrected").asLong() + done.path("differing").asLong() == 0;
        report.goal("counted anew it is the same", same, "%s", same ? "the same" : "not the same");
    }

    private static JsonNode get(Http http, String path, String token) throws IOException {
        return Sanban.JSON.readTree(
                http.get(STATISTICS + path, token).expect(200).body());
    }
}
