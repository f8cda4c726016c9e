// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.PageRequest;

/** What the catalogue and the postings say together. */
@Component(service = CoverageStore.class)
public final class CoverageStore {
    private final JpaTemplate jpa;

    @Activate
    public CoverageStore(@Reference(target = "(osgi.unit.name=matters)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** A matter in force with the version of its guide. */
    record Line(String code, String name, String department, boolean sample, int version) {}

    /** What is published of a matter in a channel. */
    record Posted(int version, boolean outdated) {}

    /** How many postings of a channel are of the guide in force, and how many are not. */
    record Sum(long current, long outdated) {}

    /**
     * Matters in force by code, one more than asked for.
     *
     * @param unpublished only those whose guide in force is not published in this channel, {@code null} for all
     */
    List<Line> lines(String unpublished, PageRequest page) {
        // "Not in", since EclipseLink binds nothing in a query with "exists" on Derby, and writes booleans as numbers.
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> rows = em.createQuery(
                            "select m.code, m.name, m.department, m.sample, m.version from MatterEntity m"
                                    + " where m.inForce = :force and m.code > :after"
                                    + (unpublished == null
                                            ? ""
                                            : " and m.code not in (select p.matter from PostingEntity p"
                                                    + " where p.matter = m.code and p.channel = :channel"
                                                    + " and p.version = m.version)")
                                    + " order by m.code",
                            Object[].class)
                    .setParameter("force", true)
                    .setParameter("after", Objects.requireNonNullElse(page.after(), ""));
            if (unpublished != null) {
                rows.setParameter("channel", unpublished);
            }
            return rows.setMaxResults(page.fetch()).getResultList().stream()
                    .map(row -> new Line(
                            (String) row[0], (String) row[1], (String) row[2], (Boolean) row[3], (Integer) row[4]))
                    .toList();
        });
    }

    /** What is published of these matters in these channels, by matter and channel. */
    Map<String, Map<String, Posted>> posted(List<String> codes, List<String> channels) {
        Map<String, Map<String, Posted>> posted = new HashMap<>();
        if (!codes.isEmpty()) {
            jpa.tx(em -> em.createQuery(
                            "select p from PostingEntity p where p.matter in :codes and p.channel in :channels",
                            PostingEntity.class)
                    .setParameter("codes", codes)
                    .setParameter("channels", channels)
                    .getResultList()
                    .forEach(row -> posted.computeIfAbsent(row.matter, any -> new HashMap<>())
                            .put(row.channel, new Posted(row.version, row.outdated))));
        }
        return posted;
    }

    /** How many matters are in force. */
    long inForce() {
        return jpa.txExpr(
                em -> em.createQuery("select count(m) from MatterEntity m where m.inForce = :force", Long.class)
                        .setParameter("force", true)
                        .getSingleResult());
    }

    Sum sum(String channel) {
        return jpa.txExpr(em -> new Sum(count(em, channel, false), count(em, channel, true)));
    }

    private static long count(EntityManager em, String channel, boolean outdated) {
        return em.createQuery(
                        "select count(p.matter) from PostingEntity p"
                                + " where p.channel = :channel and p.outdated = :outdated",
                        Long.class)
                .setParameter("channel", channel)
                .setParameter("outdated", outdated)
                .getSingleResult();
    }
}
