// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.time.Duration;

/**
 * One kind of command at one number of clients, on the distribution and on the limit in turns, so that what else happens on
 * the machine meets both.
 *
 * @param ours what the distribution did
 * @param limit what the limit did
 */
record Duel(Times.Summary ours, Times.Summary limit) {
    private static final int TURNS = 4;

    static Duel of(Scenario scenario, int clients, Duration time, Fill ours, Fill limit) {
        return of(load(scenario, clients, ours), load(scenario, clients, limit), time);
    }

    /** The limit's read through bare CXF, and without it. */
    static Duel throughCxf(LimitDoor door, int clients, Duration time, Fill limit) {
        Load first = new Load(door.port(), clients, i -> http -> door.readThroughCxf(http, limit.any()));
        return of(first, load(Scenario.READ, clients, limit), time);
    }

    private static Duel of(Load first, Load second, Duration time) {
        for (int i = 0; i < TURNS; i++) {
            first.run(time.dividedBy(TURNS));
            second.run(time.dividedBy(TURNS));
        }
        return new Duel(first.summary(), second.summary());
    }

    private static Load load(Scenario scenario, int clients, Fill fill) {
        return new Load(fill.door().port(), clients, i -> scenario.job(fill.door(), fill));
    }

    double ratio() {
        return ours.perSecond() / limit.perSecond();
    }

    /** The line of a table whose columns {@link Bench} names. */
    void print(Report report, String label, int clients) {
        report.line("| %s | %d | %s | %s | %.2f |", label, clients, ours.cells(), limit.cells(), ratio());
        if (ours.errors() > 0) {
            System.err.println("ours: " + ours.firstError());
        }
        if (limit.errors() > 0) {
            System.err.println("limit: " + limit.firstError());
        }
    }
}
