// SPDX-License-Identifier: Apache-2.0
package org.sanban.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.sanban.api.problem.Problem;

/**
 * Local transactions by plain JDBC (docs/decisions/0106-counters-by-jdbc.md). One is tried again when the database broke a
 * deadlock by ending it, or when another node wrote the same row first.
 *
 * @param dataSource of the bundle's unit
 * @param tables whose tables, for who reads the log
 */
public record JdbcTransactions(DataSource dataSource, String tables) {
    private static final int TRIES = 8;

    /** What is done in one transaction; may be done again from the beginning. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** A row as a value. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Does {@code work} in one transaction.
     *
     * @throws Problem unavailable, when the database can take nothing now
     */
    public <T> T in(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException e) {
                String state = States.of(e);
                if (attempt == TRIES || !(States.deadlock(state) || States.duplicate(state))) {
                    throw States.refusing(state)
                            ? States.refused()
                            : new IllegalStateException(tables + " tables: " + e.getMessage(), e);
                }
            }
        }
    }

    /** Rows of a query. */
    public <T> List<T> rows(String sql, Reader<T> reader, Object... values) {
        return in(connection -> rows(connection, sql, reader, values));
    }

    /** Runs one statement; returns how many rows it changed. */
    public int update(String sql, Object... values) {
        return in(connection -> update(connection, sql, values));
    }

    /** Rows of a query, within a transaction. */
    public static <T> List<T> rows(Connection connection, String sql, Reader<T> reader, Object... values)
            throws SQLException {
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

    /** Runs one statement within a transaction; returns how many rows it changed. */
    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, values);
            return update.executeUpdate();
        }
    }

    /** Runs one statement once for each set of values, within a transaction. */
    public static void batch(Connection connection, String sql, List<Object[]> all) throws SQLException {
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
}
