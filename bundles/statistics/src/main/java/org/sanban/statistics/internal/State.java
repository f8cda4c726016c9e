// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The one row that says which numbers are shown and who counts anew. Whoever changes numbers takes it first, so that nodes
 * which share a database do so one after the other.
 *
 * @param live the letter of the table that is shown
 * @param builder who counts anew, {@code null} for nobody
 * @param beat when that one was last seen at work, in milliseconds
 */
record State(char live, String builder, long beat) {
    /** How long one who counts anew may be silent before another takes its place. */
    private static final long SILENCE = 60_000;

    /** Reads it. */
    static State read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select live, builder, beat from statistics_state where id = 1")) {
            row.next();
            return new State(row.getString(1).charAt(0), row.getString(2), row.getLong(3));
        }
    }

    /** Takes it until the transaction ends, and reads it. */
    static State take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update statistics_state set changes = changes + 1 where id = 1");
        }
        return read(connection);
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update statistics_state set live = ?, builder = ?, beat = ? where id = 1")) {
            update.setString(1, String.valueOf(live));
            update.setString(2, builder);
            update.setLong(3, beat);
            update.executeUpdate();
        }
    }

    Numbers numbers() {
        return new Numbers(live);
    }

    boolean builtBy(String who) {
        return who.equals(builder);
    }

    /** Whether another one counts anew and is at it. */
    boolean taken(String who, long now) {
        return builder != null && !builtBy(who) && now - beat < SILENCE;
    }

    /** Whether one began to count anew and was not seen again. */
    boolean abandoned(String who, long now) {
        return builder != null && !builtBy(who) && now - beat >= SILENCE;
    }

    State building(String who, long now) {
        return new State(live, who, now);
    }

    /** The numbers counted anew are shown from now on. */
    State built() {
        return new State(numbers().spare().live(), null, 0);
    }

    /** Nobody counts anew any more. */
    State given() {
        return new State(live, null, 0);
    }

    /** Whoever comes first is to begin from the beginning. */
    State left() {
        return new State(live, builder, 0);
    }
}
