// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.sql.SQLException;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Local transactions of the unit {@code cases}; one is tried again when the database broke a deadlock by ending it. */
record Transactions(JpaTemplate jpa) {
    private static final Texts TEXTS = Texts.of(Transactions.class);
    private static final int RETRIES = 4;

    /** Does {@code work} in one transaction. */
    <T> T in(Function<EntityManager, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jpa.txExpr(TransactionType.Required, work::apply);
            } catch (PersistenceException e) {
                String state = state(e);
                if (attempt < RETRIES && (state.equals("40001") || state.equals("40P01") || state.equals("40XL1"))) {
                    continue;
                }
                if (refusing(state)) {
                    throw Problem.unavailable(TEXTS.get("store.refuses"));
                }
                throw e;
            }
        }
    }

    /** Whether a row with the same key was there. */
    static boolean duplicate(PersistenceException e) {
        return state(e).equals("23505");
    }

    /** Whether the database cannot take anything now: no connection, no space, shutting down. */
    private static boolean refusing(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("XSLA")
                || state.startsWith("XSDF")
                || state.startsWith("XSDG")
                || state.startsWith("XJ0");
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
