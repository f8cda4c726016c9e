// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** The tables of weak villages and what they were given. */
@Component(service = SupportStore.class)
public final class SupportStore {
    private static final Texts TEXTS = Texts.of(SupportStore.class);

    private final JpaTemplate jpa;

    @Activate
    public SupportStore(@Reference(target = "(osgi.unit.name=ledger)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    Optional<Village> village(String division) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(VillageEntity.class, division)).map(VillageEntity::value));
    }

    /** Weak villages of the subtree whose codes start with {@code prefix}, by code. */
    List<Village> weak(String prefix, PageRequest page) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select v from VillageEntity v where v.division >= :prefix and v.division < :end"
                                + " and v.division > :after and v.weak = :weak order by v.division",
                        VillageEntity.class)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("after", Objects.requireNonNullElse(page.after(), ""))
                .setParameter("weak", true)
                .setMaxResults(page.fetch())
                .getResultList()
                .stream()
                .map(VillageEntity::value)
                .toList());
    }

    /**
     * Writes whether a village is weak, as the version after the one it names.
     *
     * @throws Problem conflict, when somebody else wrote meanwhile
     */
    Village put(Village village) {
        return jpa.txExpr(em -> {
            VillageEntity row = em.find(VillageEntity.class, village.division(), LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                row = new VillageEntity();
                row.division = village.division();
            }
            if (row.version != village.version()) {
                throw Problem.conflict(TEXTS.get("village.stale", row.division, row.version));
            }
            row.version++;
            row.weak = village.weak();
            row.since = village.since();
            row.reason = village.reason();
            em.persist(row);
            return row.value();
        });
    }

    Support add(Support support) {
        return jpa.txExpr(em -> {
            SupportEntity row = SupportEntity.of(support);
            em.persist(row);
            return row.value();
        });
    }

    /** What the villages of a subtree were given, the last entered first. */
    List<Support> given(String prefix, PageRequest page) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s from SupportEntity s where s.division >= :prefix and s.division < :end"
                                + " and s.id < :after order by s.id desc",
                        SupportEntity.class)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("after", page.afterNumber(Long.MAX_VALUE))
                .setMaxResults(page.fetch())
                .getResultList()
                .stream()
                .map(SupportEntity::value)
                .toList());
    }

    /** What each of these villages was given, as far as the records stand, by village. */
    Map<String, List<Support>> given(Collection<String> divisions) {
        if (divisions.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s from SupportEntity s where s.division in :divisions and s.cancelled = :cancelled"
                                + " order by s.givenOn, s.id",
                        SupportEntity.class)
                .setParameter("divisions", divisions)
                .setParameter("cancelled", false)
                .getResultList()
                .stream()
                .map(SupportEntity::value)
                .collect(Collectors.groupingBy(Support::division)));
    }

    /**
     * Withdraws a record.
     *
     * @param before told of it as it is; a throw leaves it
     */
    Support cancel(long id, Consumer<Support> before) {
        return jpa.txExpr(em -> {
            SupportEntity row = em.find(SupportEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                throw Problem.notFound("support", Long.toString(id));
            }
            before.accept(row.value());
            row.cancelled = true;
            return row.value();
        });
    }
}
