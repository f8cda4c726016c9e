// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts in the persistence unit {@code identity}; every change is written with its audit line. */
@Component(service = IdentityStore.class)
public final class IdentityStore {
    private final JpaTemplate jpa;

    @Activate
    public IdentityStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The account, or null. */
    AccountEntity find(String login) {
        return in(em -> em.find(AccountEntity.class, login));
    }

    /** Whether there is none at all. */
    boolean empty() {
        return in(em -> em.createQuery("select a.login from AccountEntity a", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    /** Accounts whose division starts with {@code prefix}, by login. */
    List<AccountEntity> list(String prefix, String after, int limit) {
        return in(em -> em.createQuery(
                        "select a from AccountEntity a where a.division like :prefix and a.login > :after order by a.login",
                        AccountEntity.class)
                .setParameter("prefix", prefix + "%")
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList());
    }

    /**
     * Writes a new account; false when the login is taken.
     *
     * @param beforeCommit done when the login is surely this account's, and before anybody sees it
     */
    boolean add(AccountEntity account, String actor, String what, Runnable beforeCommit) {
        try {
            in(em -> {
                em.persist(account);
                em.persist(audit(account.login, actor, what));
                em.flush();
                beforeCommit.run();
                return null;
            });
            return true;
        } catch (PersistenceException e) {
            if (find(account.login) == null) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Changes an account that exists. The row is locked meanwhile: of two changes at once neither undoes the other.
     *
     * @param change makes the change and says what it was
     */
    AccountEntity change(String login, String actor, Function<AccountEntity, String> change) {
        return in(em -> {
            AccountEntity row = em.find(AccountEntity.class, login, LockModeType.PESSIMISTIC_WRITE);
            em.persist(audit(login, actor, change.apply(row)));
            return row;
        });
    }

    /** The key that signs tokens; made once for all nodes. */
    byte[] key() {
        KeyEntity key = in(em -> em.find(KeyEntity.class, "token"));
        if (key != null) {
            return key.secret;
        }
        KeyEntity made = new KeyEntity();
        made.name = "token";
        made.secret = new byte[32];
        new SecureRandom().nextBytes(made.secret);
        try {
            in(em -> {
                em.persist(made);
                return null;
            });
            return made.secret;
        } catch (PersistenceException e) {
            KeyEntity other = in(em -> em.find(KeyEntity.class, "token"));
            if (other == null) {
                throw e;
            }
            return other.secret;
        }
    }

    private static AuditEntity audit(String login, String actor, String what) {
        AuditEntity audit = new AuditEntity();
        audit.id = UUID.randomUUID().toString();
        audit.at = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        audit.actor = actor;
        audit.login = login;
        audit.what = what;
        return audit;
    }

    private <T> T in(Function<EntityManager, T> work) {
        return jpa.txExpr(TransactionType.Required, work::apply);
    }
}
