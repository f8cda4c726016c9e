// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The journal as delivery reads it, in the persistence unit {@code cases}. */
@Component(service = JournalStore.class)
public final class JpaJournalStore implements JournalStore {
    private final Transactions transactions;
    private final Lane lane;

    @Activate
    public JpaJournalStore(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa, @Reference CaseSettings settings) {
        this.transactions = new Transactions(jpa);
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
    public void save(PositionEntity position) {
        transactions.in(em -> em.merge(position));
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
