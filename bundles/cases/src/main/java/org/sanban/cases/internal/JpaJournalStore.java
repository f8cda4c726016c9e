// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import java.util.Map;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.data.Transactions;

/** The journal as delivery reads it, in the persistence unit {@code cases}. */
@Component(service = JournalStore.class)
public final class JpaJournalStore implements JournalStore {
    private final Transactions transactions;
    private final Lane lane;

    @Activate
    public JpaJournalStore(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa, @Reference CaseSettings settings) {
        this.transactions = new Transactions(jpa, false);
        this.lane = new Lane(last(settings.node()));
    }

    @Override
    public Lane lane() {
        return lane;
    }

    @Override
    public List<JournalEntity> journal(int lane, long after, long to, int limit) {
        return transactions.in(em -> em.createQuery(
                        "select j from JournalEntity j where j.id > :after and j.id <= :to order by j.id",
                        JournalEntity.class)
                .setParameter("after", Math.max(after, Lane.floor(lane)))
                .setParameter("to", Math.min(to, Lane.ceiling(lane)))
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public List<PositionEntity> positions() {
        return transactions.in(
                em -> em.createQuery("select p from PositionEntity p order by p.listener, p.lane", PositionEntity.class)
                        .getResultList());
    }

    @Override
    public List<Integer> lanes() {
        return transactions.in(em -> em.createQuery("select n.node from NodeEntity n order by n.node", Integer.class)
                .getResultList());
    }

    @Override
    public PositionEntity position(String listener, int lane) {
        PositionEntity there =
                transactions.in(em -> em.find(PositionEntity.class, new PositionEntity.Key(listener, lane)));
        return there == null ? new PositionEntity(listener, lane) : there;
    }

    @Override
    public boolean advance(PositionEntity from, long to) {
        int moved = transactions.in(em -> em.createQuery("update PositionEntity p set p.position = :to"
                        + " where p.listener = :listener and p.lane = :lane"
                        + " and p.position = :from and p.moves = :moves")
                .setParameter("listener", from.listener)
                .setParameter("lane", from.lane)
                .setParameter("from", from.position)
                .setParameter("moves", from.moves)
                .setParameter("to", to)
                .executeUpdate());
        return moved == 1 || from.position == Lane.floor(from.lane) && begin(from, to);
    }

    /** Writes the first position of a listener in a lane; false when there is one. */
    private boolean begin(PositionEntity from, long to) {
        return transactions.in(em -> {
            BlockEntity.alone(em);
            if (em.find(PositionEntity.class, new PositionEntity.Key(from.listener, from.lane)) != null) {
                return false;
            }
            PositionEntity first = new PositionEntity(from.listener, from.lane);
            first.position = to;
            em.persist(first);
            return true;
        });
    }

    @Override
    public void rewind(String listener, Map<Integer, Long> positions) {
        transactions.in(em -> {
            BlockEntity.alone(em);
            positions.forEach((lane, to) -> {
                if (em.createQuery("update PositionEntity p set p.position = :to, p.moves = p.moves + 1"
                                        + " where p.listener = :listener and p.lane = :lane")
                                .setParameter("to", to)
                                .setParameter("listener", listener)
                                .setParameter("lane", lane)
                                .executeUpdate()
                        == 0) {
                    PositionEntity first = new PositionEntity(listener, lane);
                    first.position = to;
                    first.moves = 1;
                    em.persist(first);
                }
                em.createQuery("delete from ParkedEntity p where p.listener = :listener"
                                + " and p.entry > :after and p.entry <= :ceiling")
                        .setParameter("listener", listener)
                        .setParameter("after", to)
                        .setParameter("ceiling", Lane.ceiling(lane))
                        .executeUpdate();
            });
            return null;
        });
    }

    @Override
    public void forget(String listener) {
        transactions.in(em -> {
            for (String rows : List.of("PositionEntity", "ParkedEntity")) {
                em.createQuery("delete from " + rows + " p where p.listener = :listener")
                        .setParameter("listener", listener)
                        .executeUpdate();
            }
            return null;
        });
    }

    @Override
    public List<ParkedEntity> parked(String listener, int limit) {
        return transactions.in(em -> em.createQuery(
                        "select p from ParkedEntity p where p.listener = :listener order by p.entry",
                        ParkedEntity.class)
                .setParameter("listener", listener)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public int countParked(String listener) {
        return transactions.in(
                em -> em.createQuery("select count(p) from ParkedEntity p where p.listener = :listener", Long.class)
                        .setParameter("listener", listener)
                        .getSingleResult()
                        .intValue());
    }

    @Override
    public boolean isParked(String listener, long caseId) {
        return transactions.in(em -> !em.createQuery(
                        "select p.entry from ParkedEntity p where p.listener = :listener and p.caseId = :id",
                        Long.class)
                .setParameter("listener", listener)
                .setParameter("id", caseId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    @Override
    public void park(ParkedEntity parked) {
        transactions.in(em -> em.merge(parked));
    }

    @Override
    public void unpark(String listener, long entry) {
        transactions.in(
                em -> em.createQuery("delete from ParkedEntity p where p.listener = :listener and p.entry = :entry")
                        .setParameter("listener", listener)
                        .setParameter("entry", entry)
                        .executeUpdate());
    }

    @Override
    public JournalEntity entry(long id) {
        return transactions.in(em -> em.find(JournalEntity.class, id));
    }

    private long last(int node) {
        Long last = transactions.in(em -> em.createQuery(
                        "select max(j.id) from JournalEntity j where j.id > :floor and j.id <= :ceiling", Long.class)
                .setParameter("floor", Lane.floor(node))
                .setParameter("ceiling", Lane.ceiling(node))
                .getSingleResult());
        return last == null ? Lane.floor(node) : last;
    }
}
