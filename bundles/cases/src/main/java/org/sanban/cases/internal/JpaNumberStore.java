// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.ReservedNumber.State;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.data.Transactions;

/** Numbers that were set apart, in the persistence unit {@code cases}. */
@Component(service = NumberStore.class)
public final class JpaNumberStore implements NumberStore {
    private static final Texts TEXTS = Texts.of(JpaNumberStore.class);

    private final Transactions transactions;

    @Activate
    public JpaNumberStore(@Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa) {
        this.transactions = new Transactions(jpa, false);
    }

    @Override
    public void add(List<NumberEntity> numbers) {
        transactions.in(em -> {
            numbers.forEach(em::persist);
            return null;
        });
    }

    @Override
    public NumberEntity find(long id) {
        return transactions.in(em -> em.find(NumberEntity.class, id));
    }

    @Override
    public long open(String account, long since) {
        return transactions.in(em -> em.createQuery(
                        "select count(n) from NumberEntity n where n.account = :account and n.state = :state"
                                + " and n.reservedAt > :since",
                        Long.class)
                .setParameter("account", account)
                .setParameter("state", State.OPEN.name())
                .setParameter("since", since)
                .getSingleResult());
    }

    @Override
    public List<NumberEntity> list(State state, String division, long before, int limit) {
        String prefix = Division.prefix(division);
        return transactions.in(em -> em.createQuery(
                        "select n from NumberEntity n where n.state = :state and n.id < :before"
                                + " and n.division >= :first and n.division <= :last order by n.id desc",
                        NumberEntity.class)
                .setParameter("state", state.name())
                .setParameter("before", before)
                .setParameter("first", prefix + "0".repeat(12 - prefix.length()))
                .setParameter("last", prefix + "9".repeat(12 - prefix.length()))
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public boolean giveUp(long id, String reason, long at) {
        return transactions.in(em -> settle(em, id, State.GIVEN_UP, reason, at) == 1);
    }

    /**
     * Uses a number for the case of a row, in the transaction that writes it.
     *
     * @throws Problem invalid, when it is not set apart for the account; conflict, when it is settled already
     */
    static void use(EntityManager em, CaseEntity row, String account) {
        NumberEntity found = em.find(NumberEntity.class, row.id);
        if (found == null || !found.number.equals(row.number) || !found.account.equals(account)) {
            throw Problem.invalid("number", TEXTS.get("number.foreign", row.number, account));
        }
        if (settle(em, row.id, State.USED, null, row.submittedAt) != 1) {
            throw settled(em, row.id);
        }
    }

    private static int settle(EntityManager em, long id, State state, String reason, long at) {
        return em.createQuery("update NumberEntity n set n.state = :state, n.reason = :reason, n.settledAt = :at"
                        + " where n.id = :id and n.state = :open")
                .setParameter("state", state.name())
                .setParameter("reason", reason)
                .setParameter("at", at)
                .setParameter("id", id)
                .setParameter("open", State.OPEN.name())
                .executeUpdate();
    }

    private static Problem settled(EntityManager em, long id) {
        NumberEntity now = em.createQuery("select n from NumberEntity n where n.id = :id", NumberEntity.class)
                .setParameter("id", id)
                .setHint("javax.persistence.cache.retrieveMode", "BYPASS")
                .setHint("eclipselink.refresh", "true")
                .getSingleResult();
        return NumberManager.settled(now);
    }
}
