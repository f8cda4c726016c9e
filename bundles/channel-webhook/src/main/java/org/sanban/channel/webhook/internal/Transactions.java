// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/**
 * Local transactions of the unit {@code webhook}. One is tried again when the database broke a deadlock by ending it,
 * or when another was first to write the same row: it then finds that row.
 */
record Transactions(JpaTemplate jpa) {
    private static final int TRIES = 4;
    private static final Set<String> AGAIN = Set.of("40001", "40P01", "40XL1", "23505");

    /** Does {@code work} in one transaction. */
    <T> T in(Function<EntityManager, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jpa.txExpr(TransactionType.Required, work::apply);
            } catch (PersistenceException e) {
                if (attempt == TRIES || !AGAIN.contains(state(e))) {
                    throw e;
                }
            }
        }
    }

    private static String state(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
