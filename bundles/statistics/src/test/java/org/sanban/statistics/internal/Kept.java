// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sanban.statistics.internal.Tally.Key;
import org.sanban.statistics.internal.Tally.Kind;

/** All numbers that are kept, to be compared. */
final class Kept {
    private static final List<String> PLACES =
            List.of("610926000000", "610926100000", "610926101000", "610926100001", "610926100002", "610926101001");

    private Kept() {}

    static Map<Key, List<Integer>> of(Tally tally) {
        Map<Key, List<Integer>> all = new TreeMap<>(Key.ORDER);
        tally.rows().forEach((key, numbers) -> all.put(key, list(numbers)));
        return all;
    }

    /** What is shown now. */
    static Map<Key, List<Integer>> shown(Ledger ledger) {
        return ledger.transactions()
                .in(connection -> read(connection, State.read(connection).numbers()));
    }

    private static Map<Key, List<Integer>> read(Connection connection, Numbers numbers) throws SQLException {
        List<String> scopes = PLACES.stream()
                .flatMap(place -> List.of(place, place + "-01", place + "-02").stream())
                .collect(Collectors.toList());
        Map<Key, List<Integer>> all = new TreeMap<>(Key.ORDER);
        for (Kind kind : Kind.values()) {
            numbers.read(connection, scopes, kind, 0, Days.UNKNOWN).stream()
                    .filter(row -> Arrays.stream(row.numbers()).anyMatch(number -> number != 0))
                    .forEach(row -> all.put(row.key(), list(row.numbers())));
        }
        return all;
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
