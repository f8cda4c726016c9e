// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;

/** The table of trainings. */
@Component(service = TrainingStore.class)
public final class TrainingStore {
    private final JpaTemplate jpa;

    @Activate
    public TrainingStore(@Reference(target = "(osgi.unit.name=ledger)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    Training add(Training training) {
        return jpa.txExpr(em -> {
            TrainingEntity row = TrainingEntity.of(training);
            em.persist(row);
            return row.value();
        });
    }

    /** Trainings held by the divisions whose code starts with {@code prefix}, the last entered first. */
    List<Training> trainings(String prefix, PageRequest page) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select t from TrainingEntity t where t.division >= :prefix and t.division < :end"
                                + " and t.id < :after order by t.id desc",
                        TrainingEntity.class)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("after", page.afterNumber(Long.MAX_VALUE))
                .setMaxResults(page.fetch())
                .getResultList()
                .stream()
                .map(TrainingEntity::value)
                .toList());
    }

    /** Trainings that stand, held by any of these divisions from one day to another, by day. */
    List<Training> held(List<String> divisions, LocalDate from, LocalDate until) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select t from TrainingEntity t where t.division in :divisions and t.heldOn >= :from"
                                + " and t.heldOn <= :until and t.cancelled = :cancelled order by t.heldOn, t.id",
                        TrainingEntity.class)
                .setParameter("divisions", divisions)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("cancelled", false)
                .getResultList()
                .stream()
                .map(TrainingEntity::value)
                .toList());
    }

    /**
     * Withdraws the record of a training.
     *
     * @param before told of the training as it is; a throw leaves it
     */
    Training cancel(long id, Consumer<Training> before) {
        return jpa.txExpr(em -> {
            TrainingEntity row = found(em, id);
            before.accept(row.value());
            row.cancelled = true;
            return row.value();
        });
    }

    /**
     * Corrects the record of a training and keeps what it said before.
     *
     * @param before told of the training as it is; a throw leaves it
     */
    Training correct(Training training, Actor actor, Instant now, Consumer<Training> before) {
        return jpa.txExpr(em -> {
            TrainingEntity row = found(em, training.id());
            Training was = row.value();
            before.accept(was);
            CorrectionEntity.keep(em, CorrectionEntity.TRAINING, row.id, row.version, was, actor, now);
            row.set(training);
            return row.value();
        });
    }

    /** What the record of a training was before each correction. */
    List<TrainingCorrection> corrections(long id, Consumer<Training> before) {
        return jpa.txExpr(em -> {
            before.accept(found(em, id).value());
            return CorrectionEntity.of(em, CorrectionEntity.TRAINING, id, TrainingCorrection::of);
        });
    }

    private static TrainingEntity found(EntityManager em, long id) {
        TrainingEntity row = em.find(TrainingEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw Problem.notFound("training", Long.toString(id));
        }
        return row;
    }
}
