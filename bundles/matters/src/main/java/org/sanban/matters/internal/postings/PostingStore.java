// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.data.InList;
import org.sanban.api.matters.Posting;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.matters.internal.MatterStore;
import org.sanban.matters.internal.MatterStore.Newest;

/** The table of what is published where. */
@Component(service = PostingStore.class)
public final class PostingStore {
    private final JpaTemplate jpa;

    @Activate
    public PostingStore(@Reference(target = "(osgi.unit.name=matters)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Records a posting; one of an older version than is recorded changes nothing. */
    Posting post(Posting posting) {
        return jpa.txExpr(em -> {
            // Holds the matter, so that a guide that is published meanwhile finds this row to mark as outdated.
            Newest newest = MatterStore.hold(em, posting.matter())
                    .orElseThrow(() -> Problem.notFound("matter", posting.matter()));
            if (posting.version() < 1 || posting.version() > newest.version()) {
                throw Problem.notFound("guide", posting.matter() + " / " + posting.version());
            }
            PostingEntity known =
                    em.find(PostingEntity.class, new PostingEntity.Key(posting.matter(), posting.channel()));
            if (known != null && known.version > posting.version()) {
                return known.value();
            }
            PostingEntity row = Objects.requireNonNullElseGet(known, PostingEntity::new);
            row.set(posting);
            row.outdated = !newest.inForce() || newest.version() != posting.version();
            em.persist(row);
            return row.value();
        });
    }

    /** Whether there was one. */
    boolean withdraw(String matter, String channel) {
        return jpa.txExpr(em -> {
            PostingEntity row = em.find(
                    PostingEntity.class, new PostingEntity.Key(matter, channel), LockModeType.PESSIMISTIC_WRITE);
            if (row != null) {
                em.remove(row);
            }
            return row != null;
        });
    }

    /** What is published in a channel by matter, one more than asked for. */
    List<Posting> postings(String channel, boolean outdated, PageRequest page) {
        return jpa.txExpr(em -> {
            TypedQuery<PostingEntity> rows = em.createQuery(
                            "select p from PostingEntity p where p.channel = :channel and p.matter > :after"
                                    + (outdated ? " and p.outdated = :outdated" : "")
                                    + " order by p.matter",
                            PostingEntity.class)
                    .setParameter("channel", channel)
                    .setParameter("after", Objects.requireNonNullElse(page.after(), ""));
            if (outdated) {
                rows.setParameter("outdated", true);
            }
            return rows.setMaxResults(page.fetch()).getResultList().stream()
                    .map(PostingEntity::value)
                    .toList();
        });
    }

    /** What hangs at a site of a matter. */
    record Notice(String site, String matter, int version, boolean outdated) {}

    /** What hangs at these sites, by site, of each by matter. */
    Map<String, List<Notice>> notices(List<String> sites) {
        if (sites.isEmpty()) {
            return Map.of();
        }
        return jpa
                .txExpr(em -> em.createQuery(
                                "select p.channel, p.matter, p.version, p.outdated from PostingEntity p"
                                        + " where p.channel in :sites order by p.matter",
                                Object[].class)
                        .setParameter("sites", InList.of(sites))
                        .getResultList())
                .stream()
                .map(row -> new Notice((String) row[0], (String) row[1], (Integer) row[2], (Boolean) row[3]))
                .collect(Collectors.groupingBy(Notice::site));
    }
}
