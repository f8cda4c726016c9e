// SPDX-License-Identifier: Apache-2.0
package org.sanban.data;

import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.sanban.api.problem.Problem;

/**
 * Local transactions of a persistence unit. One is tried again when the database broke a deadlock by ending it.
 *
 * @param jpa the unit
 * @param finds whether one is tried again, too, when another was first to write the same row: it then finds that row
 */
public record Transactions(JpaTemplate jpa, boolean finds) {
    private static final int TRIES = 4;

    /** Those that look for a row before they write it, and find it when they are tried again. */
    public Transactions(JpaTemplate jpa) {
        this(jpa, true);
    }

    /**
     * Does {@code work} in one transaction; it may be done again from the beginning.
     *
     * @throws Problem unavailable, when the database can take nothing now
     */
    public <T> T in(Function<EntityManager, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jpa.txExpr(TransactionType.Required, work::apply);
            } catch (PersistenceException e) {
                String state = States.of(e);
                boolean again = States.deadlock(state) || finds && States.duplicate(state);
                if (attempt < TRIES && again) {
                    continue;
                }
                throw States.refusing(state) ? States.refused() : e;
            }
        }
    }

    /** Whether a row with the same key was there. */
    public static boolean duplicate(PersistenceException e) {
        return States.duplicate(States.of(e));
    }
}
