// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * Local transactions of this bundle's tables, by plain JDBC (docs/decisions/0106-counters-by-jdbc.md). One is tried again
 * when the database broke a deadlock by ending it, or when another node wrote the same row first.
 */
record Transactions(DataSource dataSource) {
    private static final Texts TEXTS = Texts.of(Transactions.class);
    private static final int RETRIES = 8;

    /** What is done in one transaction; may be done again from the beginning. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Another transaction changed a row that this one had read. */
    static final class Overtaken extends SQLException {
        private static final long serialVersionUID = 1L;

        Overtaken(long id) {
            super("case " + id + " was changed meanwhile", "40001");
        }
    }

    <T> T in(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (attempt == RETRIES || !passing(e)) {
                    throw refusing(e)
                            ? Problem.unavailable(TEXTS.get("store.refuses"))
                            : new IllegalStateException("statistics tables: " + e.getMessage(), e);
                }
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

    private static boolean passing(SQLException thrown) {
        String state = state(thrown);
        return state.equals("40001") || state.equals("40P01") || state.equals("40XL1") || state.equals("23505");
    }

    /** Whether the database cannot take anything now: no connection, no space, shutting down. */
    private static boolean refusing(SQLException thrown) {
        String state = state(thrown);
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.startsWith("XJ0");
    }

    /** A batch's exception carries the reason in the next one. */
    private static String state(SQLException thrown) {
        SQLException last = thrown.getNextException() == null ? thrown : thrown.getNextException();
        return String.valueOf(last.getSQLState());
    }
}
