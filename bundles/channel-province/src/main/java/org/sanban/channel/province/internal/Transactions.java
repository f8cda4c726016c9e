// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * Local transactions of this bundle's tables, by plain JDBC as docs/decisions/0106-counters-by-jdbc.md has it. One is tried
 * again when the database broke a deadlock by ending it, or when another node wrote the same row first.
 */
record Transactions(DataSource dataSource) {
    private static final Texts TEXTS = Texts.of(Transactions.class);
    private static final int TRIES = 5;

    /**
     * The table of records, read by an index in its order. Derby, whose statistics do not know how many records wait, would
     * read and sort them all; PostgreSQL takes the hint for a comment and knows by itself.
     */
    static String records(String index) {
        return "province_record --DERBY-PROPERTIES index=province_record_" + index + "\n";
    }

    /** What is done in one transaction; may be done again from the beginning. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** A row as a value. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> T in(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (attempt == TRIES || !passing(state(e))) {
                    throw refusing(state(e))
                            ? Problem.unavailable(TEXTS.get("store.refuses"))
                            : new IllegalStateException("province tables: " + e.getMessage(), e);
                }
            }
        }
    }

    /** Rows of a query. */
    <T> List<T> rows(String sql, Reader<T> reader, Object... values) {
        return in(connection -> rows(connection, sql, reader, values));
    }

    /** Runs one statement; returns how many rows it changed. */
    int update(String sql, Object... values) {
        return in(connection -> update(connection, sql, values));
    }

    static <T> List<T> rows(Connection connection, String sql, Reader<T> reader, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, values);
            try (ResultSet row = select.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        }
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, values);
            return update.executeUpdate();
        }
    }

    /** Runs one statement once for each set of values. */
    static void batch(Connection connection, String sql, List<Object[]> all) throws SQLException {
        if (all.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (Object[] values : all) {
                set(update, values);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (values[i] instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else {
                statement.setString(i + 1, (String) values[i]);
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(before);
            }
        }
    }

    private static boolean passing(String state) {
        return state.equals("40001") || state.equals("40P01") || state.equals("40XL1") || state.equals("23505");
    }

    /** Whether the database cannot take anything now: no connection, no space, shutting down. */
    private static boolean refusing(String state) {
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.startsWith("XJ0");
    }

    /** A batch's exception carries the reason in the next one. */
    private static String state(SQLException thrown) {
        SQLException last = thrown.getNextException() == null ? thrown : thrown.getNextException();
        return String.valueOf(last.getSQLState());
    }
}
