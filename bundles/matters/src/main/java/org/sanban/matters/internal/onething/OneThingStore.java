// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.onething;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.matters.OneThing;
import org.sanban.api.page.PageRequest;

/** The tables of one-thing packages. */
@Component(service = OneThingStore.class)
public final class OneThingStore {
    private static final int CHUNK = 500;

    private final JpaTemplate jpa;

    @Activate
    public OneThingStore(@Reference(target = "(osgi.unit.name=matters)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** A package in its newest version. */
    Optional<OneThing> newest(String code) {
        return jpa.txExpr(em -> row(em, code).map(row -> row.value(items(em, row))));
    }

    Optional<OneThing> version(String code, int version) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(OneThingEntity.class, new OneThingEntity.Key(code, version)))
                        .map(row -> row.value(items(em, row))));
    }

    /** Packages in force by code, one more than asked for. */
    List<OneThing> inForce(PageRequest page) {
        return jpa.txExpr(em -> {
            List<OneThingEntity> rows = em.createQuery(
                            "select t from OneThingEntity t where t.inForce = :force and t.code > :after"
                                    + " order by t.code",
                            OneThingEntity.class)
                    .setParameter("force", true)
                    .setParameter("after", Objects.requireNonNullElse(page.after(), ""))
                    .setMaxResults(page.fetch())
                    .getResultList();
            return rows.stream().map(row -> row.value(items(em, row))).toList();
        });
    }

    /** Those of the codes that are matters'. */
    Set<String> known(Collection<String> matters) {
        List<String> wanted = List.copyOf(matters);
        Set<String> known = new HashSet<>();
        for (int i = 0; i < wanted.size(); i += CHUNK) {
            List<String> some = wanted.subList(i, Math.min(i + CHUNK, wanted.size()));
            known.addAll(jpa.txExpr(
                    em -> em.createQuery("select m.code from MatterEntity m where m.code in :codes", String.class)
                            .setParameter("codes", some)
                            .getResultList()));
        }
        return known;
    }

    /** Publishes packages as their next versions in one transaction; one that is in force already changes nothing. */
    List<OneThing> publish(List<OneThing> things, Instant now, String account) {
        return jpa.txExpr(em -> {
            List<OneThing> published = new ArrayList<>();
            things.forEach(thing -> published.add(publish(em, thing, now, account)));
            return published;
        });
    }

    /** Withdraws the newest version; empty when it is not in force. */
    Optional<OneThing> withdraw(String code, Instant now, String account) {
        return jpa.txExpr(em -> row(em, code).filter(row -> row.inForce).map(row -> {
            row.end(now, account);
            return row.value(items(em, row));
        }));
    }

    private static OneThing publish(EntityManager em, OneThing thing, Instant now, String account) {
        Optional<OneThingEntity> last = row(em, thing.code());
        OneThing current = last.map(row -> row.value(items(em, row))).orElse(null);
        if (current != null && same(current, thing)) {
            return current;
        }
        last.ifPresent(row -> {
            row.newest = false;
            row.end(now, account);
        });
        OneThingEntity row = OneThingEntity.of(thing, current == null ? 1 : current.version() + 1, now, account);
        em.persist(row);
        for (int i = 0; i < thing.items().size(); i++) {
            em.persist(ItemEntity.of(row, i + 1, thing.items().get(i)));
        }
        em.flush();
        return row.value(thing.items());
    }

    /** Whether a package says what is in force already. */
    static boolean same(OneThing current, OneThing wanted) {
        return current.withdrawn() == null
                && current.name().equals(wanted.name())
                && current.source().equals(wanted.source())
                && current.sample() == wanted.sample()
                && current.items().equals(wanted.items());
    }

    /** The newest of these packages, by code. */
    Map<String, OneThing> newest(Collection<String> codes) {
        return codes.stream()
                .map(this::newest)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(OneThing::code, Function.identity()));
    }

    private static Optional<OneThingEntity> row(EntityManager em, String code) {
        return em
                .createQuery(
                        "select t from OneThingEntity t where t.code = :code and t.newest = :newest",
                        OneThingEntity.class)
                .setParameter("code", code)
                .setParameter("newest", true)
                .getResultList()
                .stream()
                .findFirst();
    }

    private static List<OneThing.Item> items(EntityManager em, OneThingEntity row) {
        return em
                .createQuery(
                        "select i from ItemEntity i where i.code = :code and i.version = :version order by i.place",
                        ItemEntity.class)
                .setParameter("code", row.code)
                .setParameter("version", row.version)
                .getResultList()
                .stream()
                .map(ItemEntity::value)
                .toList();
    }
}
