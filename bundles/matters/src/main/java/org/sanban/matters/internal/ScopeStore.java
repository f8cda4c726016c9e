// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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

    /** A division's own lists in force: those for one level before the one for all. */
    List<Scope> own(String mode, String division) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s from ScopeEntity s"
                                + " where s.mode = :mode and s.division = :division and s.inForce = :force",
                        ScopeEntity.class)
                .setParameter("mode", mode)
                .setParameter("division", division)
                .setParameter("force", true)
                .getResultList()
                .stream()
                .sorted(Comparator.comparing(row -> row.tier == null))
                .map(row -> value(em, row))
                .toList());
    }

    /** Lists in force of divisions whose code starts with {@code prefix}, by division and version, one more than asked for. */
    List<Scope> scopes(String mode, String prefix, PageRequest page) {
        String after = Objects.requireNonNullElse(page.after(), "");
        boolean within = after.matches("[0-9]{12}/[0-9]{1,9}");
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s from ScopeEntity s where s.mode = :mode and s.inForce = :force"
                                + " and s.division >= :prefix and s.division < :end"
                                + " and (s.division > :after or s.division = :after and s.version > :version)"
                                + " order by s.division, s.version",
                        ScopeEntity.class)
                .setParameter("mode", mode)
                .setParameter("force", true)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("after", within ? after.substring(0, 12) : after)
                .setParameter("version", within ? Integer.parseInt(after.substring(13)) : Integer.MAX_VALUE)
                .setMaxResults(page.fetch())
                .getResultList()
                .stream()
                .map(row -> value(em, row))
                .toList());
    }

    /** The page key of a list. */
    static String key(Scope scope) {
        return scope.division() + "/" + scope.version();
    }

    /**
     * Publishes a list as the next version in place of the one in force; the same list again changes nothing.
     *
     * @param unknown told of the codes of no matter, in their order, before anything is written
     */
    Scope publish(Scope scope, Instant now, String account, Consumer<List<String>> unknown) {
        return jpa.txExpr(em -> {
            unknown.accept(unknown(em, scope.matters()));
            List<ScopeEntity> rows = rows(em, scope.mode(), scope.division());
            List<ScopeEntity> last = rows.stream()
                    .filter(row -> row.inForce && row.tier == scope.tier())
                    .toList();
            Scope current = last.isEmpty() ? null : value(em, last.get(0));
            if (current != null && same(current, scope)) {
                return current;
            }
            last.forEach(row -> row.inForce = false);
            int version = rows.isEmpty() ? 1 : rows.get(0).version + 1;
            ScopeEntity row = ScopeEntity.of(scope, version, now, account);
            em.persist(row);
            em.flush();
            scope.matters().forEach(matter -> em.persist(ScopeMatterEntity.of(row, matter)));
            return row.value(scope.matters());
        });
    }

    /** Every version of a division's lists, the last first: read at once, so that who publishes meanwhile is met. */
    private static List<ScopeEntity> rows(EntityManager em, String mode, String division) {
        return em.createQuery(
                        "select s from ScopeEntity s where s.mode = :mode and s.division = :division"
                                + " order by s.version desc",
                        ScopeEntity.class)
                .setParameter("mode", mode)
                .setParameter("division", division)
                .getResultList();
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
