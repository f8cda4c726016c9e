// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sanban.statistics.internal.Tally.Column;
import org.sanban.statistics.internal.Tally.Key;
import org.sanban.statistics.internal.Tally.Kind;

/**
 * One of the two tables of numbers. Inside the caller's transaction, which holds the row of the state where it writes, so
 * that nobody else adds a row meanwhile.
 *
 * @param live the letter of the table
 */
record Numbers(char live) {
    private static final String NAMES =
            Arrays.stream(Column.values()).map(column -> column.sql).collect(Collectors.joining(", "));
    private static final int COLUMNS = Column.values().length;
    private static final int PART = 2_000;

    /** The numbers of a row that is read. */
    record Row(Key key, int[] numbers) {}

    /** The other table. */
    Numbers spare() {
        return new Numbers(live == 'a' ? 'b' : 'a');
    }

    private String table() {
        return "statistics_count_" + live;
    }

    /** Adds numbers to the rows there are, and the rows that are not there. */
    void add(Connection connection, Tally tally) throws SQLException {
        Map<Key, int[]> part = new LinkedHashMap<>();
        for (Map.Entry<Key, int[]> row : tally.rows().entrySet()) {
            part.put(row.getKey(), row.getValue());
            if (part.size() == PART) {
                addPart(connection, part);
                part.clear();
            }
        }
        addPart(connection, part);
    }

    private void addPart(Connection connection, Map<Key, int[]> part) throws SQLException {
        if (part.isEmpty()) {
            return;
        }
        insert(connection, update(connection, part));
        sweep(connection, part);
    }

    /** Returns the rows that were not there. */
    private Map<Key, int[]> update(Connection connection, Map<Key, int[]> rows) throws SQLException {
        String sets = Arrays.stream(Column.values())
                .map(column -> column.sql + " = " + column.sql + " + ?")
                .collect(Collectors.joining(", "));
        Map<Key, int[]> absent = new LinkedHashMap<>();
        try (PreparedStatement update = connection.prepareStatement(
                "update " + table() + " set " + sets + " where scope = ? and kind = ? and on_day = ? and item = ?")) {
            for (Map.Entry<Key, int[]> row : rows.entrySet()) {
                numbers(update, 1, row.getValue());
                key(update, COLUMNS + 1, row.getKey());
                update.addBatch();
            }
            int[] written = update.executeBatch();
            int place = 0;
            for (Map.Entry<Key, int[]> row : rows.entrySet()) {
                if (written[place++] == 0) {
                    absent.put(row.getKey(), row.getValue());
                }
            }
        }
        return absent;
    }

    private void insert(Connection connection, Map<Key, int[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table()
                + " (scope, kind, on_day, item, " + NAMES + ") values (" + CaseFacts.marks(COLUMNS + 4) + ")")) {
            for (Map.Entry<Key, int[]> row : rows.entrySet()) {
                key(insert, 1, row.getKey());
                numbers(insert, 5, row.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A last day on which nothing is open any more needs no row. */
    private void sweep(Connection connection, Map<Key, int[]> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + table()
                + " where scope = ? and kind = ? and on_day = ? and item = ? and running = 0")) {
            boolean any = false;
            for (Map.Entry<Key, int[]> row : rows.entrySet()) {
                if (row.getKey().kind() == Kind.OPEN && row.getValue()[Column.RUNNING.ordinal()] < 0) {
                    key(delete, 1, row.getKey());
                    delete.addBatch();
                    any = true;
                }
            }
            if (any) {
                delete.executeBatch();
            }
        }
    }

    private static void key(PreparedStatement statement, int first, Key key) throws SQLException {
        statement.setString(first, key.scope());
        statement.setString(first + 1, key.kind().name());
        statement.setInt(first + 2, key.day());
        statement.setString(first + 3, key.item());
    }

    private static void numbers(PreparedStatement statement, int first, int[] numbers) throws SQLException {
        for (int i = 0; i < numbers.length; i++) {
            statement.setInt(first + i, numbers[i]);
        }
    }

    /** The rows of one kind of some places, from one day to another. */
    List<Row> read(Connection connection, List<String> scopes, Kind kind, int from, int until) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select scope, kind, on_day, item, " + NAMES + " from " + table() + " where scope in ("
                        + CaseFacts.marks(scopes.size()) + ") and kind = ? and on_day >= ? and on_day <= ?")) {
            int place = 1;
            for (String scope : scopes) {
                select.setString(place++, scope);
            }
            select.setString(place++, kind.name());
            select.setInt(place++, from);
            select.setInt(place, until);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            return rows;
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        int[] numbers = new int[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            numbers[i] = row.getInt(5 + i);
        }
        return new Row(
                new Key(row.getString(1), Kind.valueOf(row.getString(2)), row.getInt(3), row.getString(4)), numbers);
    }

    void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate table " + table());
        }
    }

    /** How many rows of this table and another one say something else; what is zero and what is not there say the same. */
    long differing(Connection connection, Numbers other) throws SQLException {
        try (PreparedStatement mine = all(connection);
                PreparedStatement others = other.all(connection);
                ResultSet left = mine.executeQuery();
                ResultSet right = others.executeQuery()) {
            long differing = 0;
            Row a = next(left);
            Row b = next(right);
            while (a != null || b != null) {
                int order = a == null ? 1 : b == null ? -1 : Key.ORDER.compare(a.key(), b.key());
                differing += order != 0 || !Arrays.equals(a.numbers(), b.numbers()) ? 1 : 0;
                a = order <= 0 ? next(left) : a;
                b = order >= 0 ? next(right) : b;
            }
            return differing;
        }
    }

    private PreparedStatement all(Connection connection) throws SQLException {
        PreparedStatement select = connection.prepareStatement("select scope, kind, on_day, item, " + NAMES + " from "
                + table() + " order by scope, kind, on_day, item");
        select.setFetchSize(PART);
        return select;
    }

    /** The next row that is not all zero, or null. */
    private static Row next(ResultSet rows) throws SQLException {
        while (rows.next()) {
            Row row = row(rows);
            if (Arrays.stream(row.numbers()).anyMatch(number -> number != 0)) {
                return row;
            }
        }
        return null;
    }
}
