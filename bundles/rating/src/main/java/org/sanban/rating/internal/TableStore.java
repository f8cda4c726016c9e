// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The point tables with all their versions. */
@Component(service = TableStore.class)
public final class TableStore {
    private final JpaTemplate jpa;

    @Activate
    public TableStore(@Reference(target = "(osgi.unit.name=rating)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The newest version of each table, by key. */
    List<PointTable> tables() {
        return jpa.txExpr(em -> newest(em, null));
    }

    /** Of each table the version that counts on a day: the newest that has begun. */
    List<PointTable> begun(LocalDate day) {
        return jpa.txExpr(em -> newest(em, day));
    }

    Optional<PointTable> table(String id, int version) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(TableEntity.class, TableEntity.id(id, version)))
                .map(TableEntity::value));
    }

    Optional<PointTable> newest(String id) {
        return jpa.txExpr(em -> last(em, id));
    }

    /**
     * Keeps a table as its next version, unless it is as the last one says.
     *
     * @param others told of the newest version of each other table; a throw keeps nothing
     */
    PointTable publish(PointTable table, Instant now, String account, Consumer<PointTable> others) {
        return jpa.txExpr(em -> {
            Optional<PointTable> last = last(em, table.id());
            if (last.isPresent() && last.get().same(table)) {
                return last.get();
            }
            newest(em, null).stream()
                    .filter(other -> !other.id().equals(table.id()))
                    .forEach(others);
            PointTable next = table.with(last.map(PointTable::version).orElse(0) + 1, now, account);
            em.persist(TableEntity.of(next));
            return next;
        });
    }

    private static Optional<PointTable> last(EntityManager em, String id) {
        return em
                .createQuery(
                        "select t from TableEntity t where t.code = :code order by t.version desc", TableEntity.class)
                .setParameter("code", id)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(TableEntity::value);
    }

    private static List<PointTable> newest(EntityManager em, LocalDate day) {
        Map<String, TableEntity> rows = new LinkedHashMap<>();
        em.createQuery(
                        "select t from TableEntity t where t.fromOn <= :day order by t.code, t.version desc",
                        TableEntity.class)
                .setParameter("day", day == null ? LocalDate.of(9999, 12, 31) : day)
                .getResultList()
                .forEach(row -> rows.putIfAbsent(row.code, row));
        return rows.values().stream().map(TableEntity::value).toList();
    }
}
