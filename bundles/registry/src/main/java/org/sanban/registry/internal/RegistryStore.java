// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Window;

/** The registry's tables. Lists come by key, with one row more than asked for. */
@Component(service = RegistryStore.class)
public final class RegistryStore {
    private final JpaTemplate jpa;

    @Activate
    public RegistryStore(@Reference(target = "(osgi.unit.name=registry)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    Optional<Division> division(String code) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(DivisionEntity.class, code)).map(DivisionEntity::value));
    }

    List<Division> divisions(String parent, PageRequest page) {
        return jpa.txExpr(em -> {
            TypedQuery<DivisionEntity> query = em.createQuery(
                    "select d from DivisionEntity d where "
                            + (parent == null ? "d.parent is null" : "d.parent = :parent")
                            + " and d.code > :after order by d.code",
                    DivisionEntity.class);
            if (parent != null) {
                query.setParameter("parent", parent);
            }
            return query
                    .setParameter("after", Objects.requireNonNullElse(page.after(), ""))
                    .setMaxResults(page.fetch())
                    .getResultList()
                    .stream()
                    .map(DivisionEntity::value)
                    .toList();
        });
    }

    /** Every division by code: hundreds, for a county. */
    List<Division> divisions() {
        return jpa.txExpr(
                em -> em
                        .createQuery("select d from DivisionEntity d order by d.code", DivisionEntity.class)
                        .getResultList()
                        .stream()
                        .map(DivisionEntity::value)
                        .toList());
    }

    /**
     * Adds the divisions that are new and renames those whose name differs.
     *
     * @return how many
     */
    int put(Collection<Division> divisions) {
        return jpa.txExpr(em -> {
            Map<String, DivisionEntity> known =
                    em.createQuery("select d from DivisionEntity d", DivisionEntity.class).getResultList().stream()
                            .collect(Collectors.toMap(row -> row.code, Function.identity()));
            List<Division> changed = divisions.stream()
                    .filter(division -> !known.containsKey(division.code())
                            || !known.get(division.code()).name.equals(division.name()))
                    .toList();
            changed.forEach(division -> em.merge(DivisionEntity.of(division)));
            return changed.size();
        });
    }

    Optional<Site> site(String code) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(SiteEntity.class, code)).map(SiteEntity::value));
    }

    /** Sites whose code starts with {@code prefix}. */
    List<Site> sites(String prefix, Site.Kind kind, PageRequest page) {
        String after = Objects.requireNonNullElse(page.after(), "");
        return jpa.txExpr(em -> {
            TypedQuery<SiteEntity> query = em.createQuery(
                    "select s from SiteEntity s where s.code > :after and s.code < :end"
                            + (kind == null ? "" : " and s.kind = :kind") + " order by s.code",
                    SiteEntity.class);
            if (kind != null) {
                query.setParameter("kind", kind);
            }
            return query
                    .setParameter("after", after.compareTo(prefix) > 0 ? after : prefix)
                    .setParameter("end", prefix + ":")
                    .setMaxResults(page.fetch())
                    .getResultList()
                    .stream()
                    .map(SiteEntity::value)
                    .toList();
        });
    }

    void put(Site site) {
        jpa.tx(em -> em.merge(SiteEntity.of(site)));
    }

    List<Window> windows(String site) {
        return jpa.txExpr(em -> em
                .createQuery("select w from WindowEntity w where w.site = :site order by w.number", WindowEntity.class)
                .setParameter("site", site)
                .getResultList()
                .stream()
                .map(WindowEntity::value)
                .toList());
    }

    /** The windows of these sites by number, by site. */
    Map<String, List<Window>> windows(Collection<String> sites) {
        if (sites.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery(
                        "select w from WindowEntity w where w.site in :sites order by w.site, w.number",
                        WindowEntity.class)
                .setParameter("sites", sites)
                .getResultList()
                .stream()
                .map(WindowEntity::value)
                .collect(Collectors.groupingBy(Window::site)));
    }

    boolean hasWindow(String site, int number) {
        return jpa.txExpr(em -> em.find(WindowEntity.class, new WindowEntity.Key(site, number)) != null);
    }

    void put(Window window) {
        jpa.tx(em -> em.merge(WindowEntity.of(window)));
    }

    List<Staff> staff(String site, PageRequest page) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s from StaffEntity s where s.site = :site and s.id > :after order by s.id",
                        StaffEntity.class)
                .setParameter("site", site)
                .setParameter("after", page.afterNumber(0))
                .setMaxResults(page.fetch())
                .getResultList()
                .stream()
                .map(StaffEntity::value)
                .toList());
    }

    /** The staff of these sites by id, by site. */
    Map<String, List<Staff>> staff(Collection<String> sites) {
        if (sites.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery("select s from StaffEntity s where s.site in :sites order by s.id", StaffEntity.class)
                .setParameter("sites", sites)
                .getResultList()
                .stream()
                .map(StaffEntity::value)
                .collect(Collectors.groupingBy(Staff::site)));
    }

    Optional<Staff> staff(long id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(StaffEntity.class, id)).map(StaffEntity::value));
    }

    Staff put(Staff staff) {
        return jpa.txExpr(em -> put(em, staff));
    }

    /**
     * Adds sites that are not there yet, and with the first site that has none yet these windows and staff: all or
     * nothing.
     *
     * @return how many sites were added
     */
    int add(List<Site> sites, List<Window> windows, List<Staff> staff) {
        return jpa.txExpr(em -> {
            List<String> known = em.createQuery("select s.code from SiteEntity s", String.class)
                    .getResultList();
            List<Site> fresh =
                    sites.stream().filter(site -> !known.contains(site.code())).toList();
            fresh.forEach(site -> em.persist(SiteEntity.of(site)));
            em.flush();
            List<String> codes = fresh.stream().map(Site::code).toList();
            windows.stream().filter(w -> codes.contains(w.site())).forEach(w -> em.persist(WindowEntity.of(w)));
            staff.stream().filter(s -> codes.contains(s.site())).forEach(s -> put(em, s));
            return fresh.size();
        });
    }

    private static Staff put(EntityManager em, Staff staff) {
        StaffEntity row = staff.id() == 0 ? new StaffEntity() : em.find(StaffEntity.class, staff.id());
        row.set(staff);
        em.persist(row);
        return row.value();
    }
}
