// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.PageRequest;

/** The tables of published lists. */
@Component(service = ScopeStore.class)
public final class ScopeStore {
    private static final int CHUNK = 500;

    private final JpaTemplate jpa;

    @Activate
    public ScopeStore(@Reference(target = "(osgi.unit.name=matters)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** A division's own list in force. */
    Optional<Scope> scope(String mode, String division) {
        return jpa.txExpr(em -> row(em, mode, division).map(row -> value(em, row)));
    }

    /** Divisions whose code starts with {@code prefix} and that have a list of their own, by code. */
    List<String> divisions(String mode, String prefix, PageRequest page) {
        String after = Objects.requireNonNullElse(page.after(), "");
        return jpa.txExpr(em -> em.createQuery(
                        "select s.division from ScopeEntity s where s.mode = :mode and s.inForce = :force"
                                + " and s.division >= :prefix and s.division < :end and s.division > :after"
                                + " order by s.division",
                        String.class)
                .setParameter("mode", mode)
                .setParameter("force", true)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("after", after)
                .setMaxResults(page.fetch())
                .getResultList());
    }

    /**
     * Publishes a list as the next version in place of the one in force; the same list again changes nothing.
     *
     * @param unknown told of the codes of no matter, in their order, before anything is written
     */
    Scope publish(Scope scope, Instant now, String account, Consumer<List<String>> unknown) {
        return jpa.txExpr(em -> {
            unknown.accept(unknown(em, scope.matters()));
            Optional<ScopeEntity> last = row(em, scope.mode(), scope.division());
            Scope current = last.map(row -> value(em, row)).orElse(null);
            if (current != null && same(current, scope)) {
                return current;
            }
            last.ifPresent(row -> row.inForce = false);
            ScopeEntity row = ScopeEntity.of(scope, current == null ? 1 : current.version() + 1, now, account);
            em.persist(row);
            em.flush();
            scope.matters().forEach(matter -> em.persist(ScopeMatterEntity.of(row, matter)));
            return row.value(scope.matters());
        });
    }

    private static Optional<ScopeEntity> row(EntityManager em, String mode, String division) {
        return em
                .createQuery(
                        "select s from ScopeEntity s"
                                + " where s.mode = :mode and s.division = :division and s.inForce = :force",
                        ScopeEntity.class)
                .setParameter("mode", mode)
                .setParameter("division", division)
                .setParameter("force", true)
                .getResultList()
                .stream()
                .findFirst();
    }

    private static Scope value(EntityManager em, ScopeEntity row) {
        return row.value(new HashSet<>(em.createQuery(
                        "select m.matter from ScopeMatterEntity m"
                                + " where m.mode = :mode and m.division = :division and m.version = :version",
                        String.class)
                .setParameter("mode", row.mode)
                .setParameter("division", row.division)
                .setParameter("version", row.version)
                .getResultList()));
    }

    private static List<String> unknown(EntityManager em, Set<String> codes) {
        List<String> wanted = codes.stream().sorted().toList();
        List<String> unknown = new ArrayList<>(wanted);
        for (int i = 0; i < wanted.size(); i += CHUNK) {
            unknown.removeAll(
                    Set.copyOf(em.createQuery("select m.code from MatterEntity m where m.code in :codes", String.class)
                            .setParameter("codes", wanted.subList(i, Math.min(i + CHUNK, wanted.size())))
                            .getResultList()));
        }
        return unknown;
    }

    private static boolean same(Scope current, Scope wanted) {
        return current.matters().equals(wanted.matters())
                && current.source().equals(wanted.source())
                && Objects.equals(current.rules(), wanted.rules())
                && Objects.equals(current.hotline(), wanted.hotline())
                && current.sample() == wanted.sample();
    }
}
