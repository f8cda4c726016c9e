// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From the call of bin/start to the first correct answer. */
final class Starts {
    private static final int AGAIN = 3;
    private static final Duration GOAL = Duration.ofSeconds(10);

    private final Distribution distribution;
    private final Report report;

    Starts(Distribution distribution, Report report) {
        this.distribution = distribution;
        this.report = report;
    }

    /** For the first time: tables are made, the sample county is loaded. */
    void first() throws IOException {
        Duration taken = distribution.start();
        Duration more = distribution.ready();
        report.heading("Start");
        report.line(
                "- first start, with making the tables and loading the sample county, to a guide of its matters: %.1f s;"
                        + " to all doors %.1f s more",
                seconds(taken), seconds(more));
    }

    /** On the full tables: the correct answer is what the applicant of a case saw before the stop. */
    void again(String number) throws IOException {
        List<Duration> all = new ArrayList<>();
        try (Http http = new Http(distribution.port())) {
            String before = Sanban.progress(http, number);
            for (int i = 0; i < AGAIN; i++) {
                distribution.stop();
                all.add(distribution.start(() -> Sanban.progress(http, number).equals(before)));
            }
        }
        all.sort(null);
        Duration median = all.get(AGAIN / 2);
        report.line(
                "- start on the full tables to the applicant's progress page, as it was before the stop: %.1f s"
                        + " (%.1f to %.1f, %d starts)",
                seconds(median), seconds(all.get(0)), seconds(all.get(AGAIN - 1)), AGAIN);
        report.goal(
                "start to the first correct answer in at most 10 s",
                median.compareTo(GOAL) <= 0,
                "%.1f s",
                seconds(median));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
