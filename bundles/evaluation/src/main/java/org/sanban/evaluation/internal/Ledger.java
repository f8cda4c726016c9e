// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;

/** What one command reads and writes in its transaction. The invitation is locked first, and keeps all others of it out. */
record Ledger(EntityManager em) {
    /** The invitation, locked. */
    InvitationEntity invitation(long id) {
        InvitationEntity row = em.find(InvitationEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw Problem.notFound("invitation", Long.toString(id));
        }
        return row;
    }

    /** The rating of an invitation, the first or the second. */
    Optional<RatingEntity> rating(long invitation, int nth) {
        return em
                .createQuery(
                        "select r from RatingEntity r where r.invitation = :invitation and r.nth = :nth",
                        RatingEntity.class)
                .setParameter("invitation", invitation)
                .setParameter("nth", nth)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** A rating by its id. */
    RatingEntity rating(long id) {
        RatingEntity row = em.find(RatingEntity.class, id);
        if (row == null) {
            throw Problem.notFound("rating", Long.toString(id));
        }
        return row;
    }

    /** What follows a bad rating, {@code null} when there is nothing. */
    RectificationEntity rectification(long rating) {
        return em.find(RectificationEntity.class, rating);
    }

    void add(RatingEntity rating) {
        em.persist(rating);
        em.flush();
    }

    void add(RectificationEntity rectification) {
        em.persist(rectification);
    }

    /** Notes what was done about a bad rating. */
    void step(RectificationEntity rectification, String action, Actor actor, String text, Instant now) {
        StepEntity step = new StepEntity();
        step.rectification = rectification.id;
        step.seq = ++rectification.version;
        step.doneAt = Moments.micros(now);
        step.account = actor.account();
        step.name = actor.name();
        step.action = action;
        step.text = text;
        em.persist(step);
    }

    /** Adds to the sums of everything an invitation counts for. */
    void count(InvitationEntity invitation, LocalDate day, Tally tally) {
        em.flush();
        new Sums(em).add(Scope.of(invitation), day, tally);
    }

    /** What was done about a bad rating, in order. */
    List<StepEntity> steps(long rectification) {
        return em.createQuery("select s from StepEntity s where s.rectification = :id order by s.seq", StepEntity.class)
                .setParameter("id", rectification)
                .getResultList();
    }
}
