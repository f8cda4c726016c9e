// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.data.Moments;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.data.Transactions;

/** The bundle's tables. */
@Component(service = WebhookStore.class)
public final class WebhookStore {
    private static final Texts TEXTS = Texts.of(WebhookStore.class);
    /** More than may ever be configured, with what was deleted a moment ago. */
    private static final int ALL = 2000;

    private final Transactions transactions;

    @Activate
    public WebhookStore(@Reference(target = "(osgi.unit.name=webhook)") JpaTemplate jpa) {
        this.transactions = new Transactions(jpa);
    }

    /**
     * Adds a subscription.
     *
     * @throws Problem conflict, when there are as many as may be
     */
    Subscription add(SubscriptionEntity row, int most) {
        return transactions.in(em -> {
            long there = em.createQuery("select count(s) from SubscriptionEntity s where s.state <> :ended", Long.class)
                    .setParameter("ended", Subscription.State.ENDED)
                    .getSingleResult();
            if (there >= most) {
                throw Problem.conflict(TEXTS.get("most", most));
            }
            em.persist(row);
            em.flush();
            return row.subscription();
        });
    }

    /** All, those that were deleted a moment ago among them, by id. */
    List<Subscription> all() {
        return transactions.in(em -> em
                .createQuery("select s from SubscriptionEntity s order by s.id", SubscriptionEntity.class)
                .setMaxResults(ALL)
                .getResultList()
                .stream()
                .map(SubscriptionEntity::subscription)
                .toList());
    }

    /**
     * Those of divisions whose code starts with {@code prefix}, by id.
     *
     * @param account only those it made, {@code null} for all
     */
    List<Subscription> list(String prefix, String account, PageRequest page) {
        return transactions.in(em -> {
            TypedQuery<SubscriptionEntity> query = em.createQuery(
                            "select s from SubscriptionEntity s where s.id > :after and s.state <> :ended"
                                    + " and s.division like :place"
                                    + (account == null ? "" : " and s.account = :account") + " order by s.id",
                            SubscriptionEntity.class)
                    .setParameter("after", page.afterNumber(0))
                    .setParameter("ended", Subscription.State.ENDED)
                    .setParameter("place", prefix + "%")
                    .setMaxResults(page.fetch());
            if (account != null) {
                query.setParameter("account", account);
            }
            return query.getResultList().stream()
                    .map(SubscriptionEntity::subscription)
                    .toList();
        });
    }

    /**
     * One of them.
     *
     * @throws Problem not found
     */
    Subscription find(long id) {
        return transactions.in(em -> row(em, id, LockModeType.NONE)).subscription();
    }

    /**
     * Changes one.
     *
     * @throws Problem not found; whatever {@code change} throws
     */
    Subscription change(long id, Instant now, Consumer<SubscriptionEntity> change) {
        return transactions.in(em -> {
            SubscriptionEntity row = row(em, id, LockModeType.PESSIMISTIC_WRITE);
            change.accept(row);
            row.version++;
            row.changedAt = Moments.micros(now);
            return row.subscription();
        });
    }

    /** Deletes the row of one that has ended, with what was sent to it. */
    void remove(long id) {
        transactions.in(em -> {
            em.createQuery("delete from AttemptEntity a where a.subscription = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            return em.createQuery("delete from SubscriptionEntity s where s.id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        });
    }

    /** Writes attempts, in their order, and deletes the oldest of each subscription. */
    void write(List<Attempt> attempts, int kept) {
        Map<Attempt, AttemptEntity> written = transactions.in(em -> {
            Map<Attempt, AttemptEntity> rows = new HashMap<>();
            Set<Long> touched = new HashSet<>();
            for (Attempt attempt : attempts) {
                AttemptEntity row = attempt.entity();
                if (em.find(SubscriptionEntity.class, row.subscription) != null) {
                    // One whose row was deleted meanwhile is written anew.
                    rows.put(attempt, em.merge(row));
                    touched.add(row.subscription);
                }
            }
            em.flush();
            touched.forEach(subscription -> forget(em, subscription, kept));
            return rows;
        });
        written.forEach((attempt, row) -> attempt.written(row.id));
    }

    private static void forget(EntityManager em, long subscription, int kept) {
        em.createQuery(
                        "select a.triedAt from AttemptEntity a where a.subscription = :subscription"
                                + " order by a.triedAt desc, a.id desc",
                        Long.class)
                .setParameter("subscription", subscription)
                .setFirstResult(kept)
                .setMaxResults(1)
                .getResultList()
                .forEach(oldest -> em.createQuery(
                                "delete from AttemptEntity a where a.subscription = :subscription and a.triedAt <= :oldest")
                        .setParameter("subscription", subscription)
                        .setParameter("oldest", oldest)
                        .executeUpdate());
    }

    /** What was last sent to one, the latest first. */
    List<AttemptEntity> attempts(long subscription, int most) {
        return transactions.in(em -> em.createQuery(
                        "select a from AttemptEntity a where a.subscription = :subscription"
                                + " order by a.triedAt desc, a.id desc",
                        AttemptEntity.class)
                .setParameter("subscription", subscription)
                .setMaxResults(most)
                .getResultList());
    }

    private static SubscriptionEntity row(EntityManager em, long id, LockModeType lock) {
        SubscriptionEntity row = em.find(SubscriptionEntity.class, id, lock);
        if (row == null || row.state == Subscription.State.ENDED) {
            throw Problem.notFound(TEXTS.get("none", id));
        }
        return row;
    }
}
