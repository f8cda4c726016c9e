// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.Instant;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.channel.hotline.internal.OutEntity.Told;

/** The tables in the transaction of one command. */
record Ledger(EntityManager em) {
    private static final Texts TEXTS = Texts.of(Ledger.class);

    /** The order, locked, when the actor sees its division or brought it. */
    OrderEntity order(long id, Actor actor) {
        return seen(em.find(OrderEntity.class, id, LockModeType.PESSIMISTIC_WRITE), id, actor);
    }

    /** The order, locked, for the platform itself. */
    OrderEntity order(long id) {
        return em.find(OrderEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The order to be read. */
    OrderEntity read(long id, Actor actor) {
        return seen(em.find(OrderEntity.class, id), id, actor);
    }

    private static OrderEntity seen(OrderEntity row, long id, Actor actor) {
        boolean own = row != null && row.createdBy.equals(actor.account());
        if (row == null || !own && (!actor.sees(row.division) || !actor.is(Orders.STAFF))) {
            throw Problem.notFound(TEXTS.get("order.none", id));
        }
        return row;
    }

    /** The order with a number, {@code null} when there is none. */
    OrderEntity numbered(String number) {
        return em
                .createQuery("select o from OrderEntity o where o.number = :number", OrderEntity.class)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    void add(OrderEntity order) {
        em.persist(order);
    }

    /** Notes what was done; the order's version grows by one. Never at the moment of the step before, so that all are in order. */
    StepEntity step(OrderEntity order, String action, Actor actor, String text, Instant now) {
        order.changedAt = Math.max(Moments.micros(now), order.changedAt + 1);
        StepEntity step = new StepEntity();
        step.orderId = order.id;
        step.seq = ++order.version;
        step.doneAt = order.changedAt;
        step.account = actor.account();
        step.name = actor.name();
        step.action = action;
        step.text = text;
        em.persist(step);
        return step;
    }

    /** The centre is to be told of a step. */
    void tell(StepEntity step) {
        OutEntity out = new OutEntity();
        out.orderId = step.orderId;
        out.seq = step.seq;
        out.doneAt = step.doneAt;
        out.state = Told.WAITING;
        em.persist(out);
    }

    /** Orders of a subtree of which the centre refused something, newest first, with one more than asked for. */
    List<OrderEntity> refused(String prefix, PageRequest page) {
        return em.createQuery(
                        "select o from OrderEntity o where o.id < :after and o.division like :place and o.id in"
                                + " (select t.orderId from OutEntity t where t.state = :refused) order by o.id desc",
                        OrderEntity.class)
                .setParameter("after", page.afterNumber(Long.MAX_VALUE))
                .setParameter("place", prefix + "%")
                .setParameter("refused", Told.REFUSED)
                .setMaxResults(page.fetch())
                .getResultList();
    }

    /** What was done, in order. */
    List<StepEntity> steps(long order) {
        return em.createQuery("select s from StepEntity s where s.orderId = :id order by s.seq", StepEntity.class)
                .setParameter("id", order)
                .getResultList();
    }

    /** What the centre was told of an order, or is to be, in order. */
    List<OutEntity> told(long order) {
        return em.createQuery("select t from OutEntity t where t.orderId = :id order by t.seq", OutEntity.class)
                .setParameter("id", order)
                .getResultList();
    }
}
