// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.PageRequest;

/** The tables of the unit {@code supervision}. One command is one transaction. */
@Component(service = Rows.class)
public final class Rows {
    private static final int RETRIES = 4;

    private final JpaTemplate jpa;

    @Activate
    public Rows(@Reference(target = "(osgi.unit.name=supervision)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Does {@code work} in one transaction; again, when the database broke a deadlock by ending it. */
    <T> T in(Function<EntityManager, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jpa.txExpr(TransactionType.Required, work::apply);
            } catch (PersistenceException e) {
                String state = state(e);
                boolean again = state.equals("40001") || state.equals("40P01") || state.equals("40XL1");
                if (attempt == RETRIES || !again) {
                    throw e;
                }
            }
        }
    }

    /** Adds a row, which has its id then. */
    <T extends PlacedEntity> T add(T row) {
        return in(em -> {
            em.persist(row);
            return row;
        });
    }

    <T extends PlacedEntity> Optional<T> find(Class<T> type, long id) {
        return in(em -> Optional.ofNullable(em.find(type, id)));
    }

    /** Changes a row that nobody else changes meanwhile; a throw leaves it as it is. Empty when there is none. */
    <T extends PlacedEntity> Optional<T> change(Class<T> type, long id, Consumer<T> change) {
        return in(em -> {
            Optional<T> row = Optional.ofNullable(em.find(type, id, LockModeType.PESSIMISTIC_WRITE));
            row.ifPresent(change);
            return row;
        });
    }

    /** A page of rows, newest first, with one row more than asked for. */
    <T extends PlacedEntity> List<T> list(Class<T> type, Filter filter, PageRequest page) {
        long before = page.afterNumber(Long.MAX_VALUE);
        filter.and("r.id < :before", "before", before);
        return in(em -> filter.fill(em.createQuery(
                        "select r from " + type.getSimpleName() + " r where " + filter + " order by r.id desc", type))
                .setMaxResults(page.fetch())
                .getResultList());
    }

    /** At most {@code limit} rows, oldest first. */
    <T> List<T> all(Class<T> type, Filter filter, int limit) {
        return in(em -> filter.fill(em.createQuery(
                        "select r from " + type.getSimpleName() + " r where " + filter + " order by r.id", type))
                .setMaxResults(limit)
                .getResultList());
    }

    /** How many rows there are; for what an index keeps few. */
    <T> long count(Class<T> type, Filter filter) {
        return in(em -> filter.fill(em.createQuery(
                        "select count(r) from " + type.getSimpleName() + " r where " + filter, Long.class))
                .getSingleResult());
    }

    /** Whether a row with the same key was there. */
    static boolean duplicate(PersistenceException e) {
        return state(e).equals("23505");
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
