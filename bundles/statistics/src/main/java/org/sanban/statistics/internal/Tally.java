// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.registry.Division;
import org.sanban.statistics.internal.CaseFact.Standing;

/** Numbers to be added to those that are kept: what each case counts for in every place, by day and by month. */
final class Tally {
    /** What a row of numbers is of. Matters are kept by month only: by day nearly every case would have a row of its own. */
    enum Kind {
        DAY,
        DAY_MODE,
        MONTH,
        MONTH_MODE,
        MONTH_MATTER,
        /** Open cases, by the last day of their limit. */
        OPEN
    }

    /** The numbers of a row, in the order of its columns. */
    enum Column {
        SUBMITTED("submitted"),
        ACCEPTED("accepted"),
        DONE("done"),
        REFUSED("refused"),
        WITHDRAWN("withdrawn"),
        TERMINATED("terminated"),
        ON_TIME("on_time"),
        LATE("late"),
        UNLIMITED("unlimited"),
        UNJUDGED("unjudged"),
        RUNNING("running");

        final String sql;

        Column(String sql) {
            this.sql = sql;
        }
    }

    /** Key of a row. */
    record Key(String scope, Kind kind, int day, String item) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::scope)
                .thenComparing(key -> key.kind().name())
                .thenComparing(Key::day)
                .thenComparing(Key::item);
    }

    private static final int COLUMNS = Column.values().length;

    private final Map<Key, int[]> rows = new HashMap<>();

    /** Counts what a case stands for, once more or ({@code sign} -1) once less; {@code null} counts for nothing. */
    void add(CaseFact fact, Standing standing, int sign) {
        if (standing == null) {
            return;
        }
        for (String scope : scopes(fact)) {
            count(scope, fact, fact.submitted(), sign, Column.SUBMITTED);
            if (standing.accepted() > 0) {
                count(scope, fact, standing.accepted(), sign, Column.ACCEPTED);
            }
            if (standing.open()) {
                row(scope, Kind.OPEN, standing.stood(), "")[Column.RUNNING.ordinal()] += sign;
            } else {
                count(scope, fact, standing.stood(), sign, outcome(standing.outcome()), light(standing.light()));
            }
        }
    }

    /** Adds all of another one. */
    void add(Tally other) {
        other.rows.forEach((key, numbers) -> {
            int[] mine = row(key);
            for (int i = 0; i < COLUMNS; i++) {
                mine[i] += numbers[i];
            }
        });
    }

    private void count(String scope, CaseFact fact, int day, int sign, Column... columns) {
        int month = Days.month(day);
        for (Column column : columns) {
            row(scope, Kind.DAY, day, "")[column.ordinal()] += sign;
            row(scope, Kind.DAY_MODE, day, fact.mode())[column.ordinal()] += sign;
            row(scope, Kind.MONTH, month, "")[column.ordinal()] += sign;
            row(scope, Kind.MONTH_MODE, month, fact.mode())[column.ordinal()] += sign;
            row(scope, Kind.MONTH_MATTER, month, fact.matter())[column.ordinal()] += sign;
        }
    }

    private int[] row(String scope, Kind kind, int day, String item) {
        return row(new Key(scope, kind, day, item));
    }

    private int[] row(Key key) {
        return rows.computeIfAbsent(key, absent -> new int[COLUMNS]);
    }

    /** Where a case counts: its county, its town, its village, its site. */
    private static List<String> scopes(CaseFact fact) {
        String division = fact.division();
        return Stream.of(Division.county(division), Division.town(division), division, fact.site())
                .distinct()
                .toList();
    }

    private static Column outcome(Status status) {
        return Column.valueOf(status.name());
    }

    private static Column light(Light light) {
        return switch (light) {
            case ON_TIME -> Column.ON_TIME;
            case OVERDUE -> Column.LATE;
            case UNKNOWN -> Column.UNJUDGED;
            default -> Column.UNLIMITED;
        };
    }

    int size() {
        return rows.size();
    }

    void clear() {
        rows.clear();
    }

    /** The rows that are not all zero, in the order of their keys, so that all who write them do so in one order. */
    Map<Key, int[]> rows() {
        Map<Key, int[]> sorted = new TreeMap<>(Key.ORDER);
        rows.forEach((key, numbers) -> {
            if (Arrays.stream(numbers).anyMatch(number -> number != 0)) {
                sorted.put(key, numbers);
            }
        });
        return sorted;
    }
}
