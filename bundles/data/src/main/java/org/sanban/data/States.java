// SPDX-License-Identifier: Apache-2.0
package org.sanban.data;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** What Derby and PostgreSQL say by their SQL states. */
final class States {
    private static final Texts TEXTS = Texts.of(States.class);

    /** The database broke a deadlock, or a wait for a lock took too long. */
    private static final Set<String> DEADLOCK = Set.of("40001", "40P01", "40XL1");

    private static final String DUPLICATE = "23505";

    /** What the pool says when no connection is free in time, without a state of its own. */
    private static final String NO_CONNECTION = "08000";

    private States() {}

    /** The state of the first cause that has one; a batch's exception carries the reason in the next one. */
    static String of(Throwable thrown) {
        String without = "";
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                SQLException reason = sql.getNextException() == null ? sql : sql.getNextException();
                if (reason.getSQLState() != null) {
                    return reason.getSQLState();
                }
                without = sql instanceof SQLTransientConnectionException ? NO_CONNECTION : without;
            }
        }
        return without;
    }

    static boolean deadlock(String state) {
        return DEADLOCK.contains(state);
    }

    static boolean duplicate(String state) {
        return DUPLICATE.equals(state);
    }

    /** Whether the database cannot take anything now: no connection, no space, shutting down. */
    static boolean refusing(String state) {
        return Stream.of("08", "53", "57P", "XSLA", "XSDF", "XSDG", "XJ0").anyMatch(state::startsWith);
    }

    static Problem refused() {
        return Problem.unavailable(TEXTS.get("refuses"));
    }
}
