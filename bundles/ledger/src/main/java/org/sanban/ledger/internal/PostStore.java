// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** The tables of posts and leaves. */
@Component(service = PostStore.class)
public final class PostStore {
    private static final Texts TEXTS = Texts.of(PostStore.class);

    private final JpaTemplate jpa;

    @Activate
    public PostStore(@Reference(target = "(osgi.unit.name=ledger)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Where a page of posts begins: after this one. */
    record Key(String site, long id) {}

    /** Active posts of the sites whose code starts with {@code prefix}, by site and number. */
    List<Post> posts(String prefix, Key after, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select p from PostEntity p where p.site >= :prefix and p.site < :end and p.active = :active"
                                + " and (p.site > :site or (p.site = :site and p.id > :id)) order by p.site, p.id",
                        PostEntity.class)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("active", true)
                .setParameter("site", after.site())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(PostEntity::value)
                .toList());
    }

    /** The posts of each of these sites, those that are not manned any more too. */
    Map<String, List<Post>> posts(Collection<String> sites) {
        if (sites.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery("select p from PostEntity p where p.site in :sites order by p.id", PostEntity.class)
                .setParameter("sites", sites)
                .getResultList()
                .stream()
                .map(PostEntity::value)
                .collect(Collectors.groupingBy(Post::site)));
    }

    /**
     * Creates a post ({@code id} 0) or replaces it in the version it names.
     *
     * @throws Problem not found; conflict, when somebody else wrote meanwhile
     */
    Post put(Post post) {
        return jpa.txExpr(em -> {
            PostEntity row = post.id() == 0
                    ? new PostEntity()
                    : em.find(PostEntity.class, post.id(), LockModeType.PESSIMISTIC_WRITE);
            if (row == null || post.id() != 0 && !row.site.equals(post.site())) {
                throw Problem.notFound("post", Long.toString(post.id()));
            }
            if (row.version != post.version()) {
                throw Problem.conflict(TEXTS.get("post.stale", row.name, row.version));
            }
            row.set(post);
            row.version++;
            em.persist(row);
            return row.value();
        });
    }

    /** Leaves of these sites that touch a time and stand. */
    List<Leave> leaves(Collection<String> sites, Instant from, Instant until) {
        return sites.isEmpty() ? List.of() : jpa.txExpr(em -> leaves(em, sites, from, until));
    }

    /** Leaves of the sites whose code starts with {@code prefix} that end after a moment, by number. */
    List<Leave> leaves(String prefix, Instant from, PageRequest page) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select l from LeaveEntity l where l.site >= :prefix and l.site < :end and l.untilAt > :from"
                                + " and l.id > :after order by l.id",
                        LeaveEntity.class)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("from", Moments.micros(from))
                .setParameter("after", page.afterNumber(0))
                .setMaxResults(page.fetch())
                .getResultList()
                .stream()
                .map(LeaveEntity::value)
                .toList());
    }

    /**
     * Enters a leave, in turn with all others that bear on a post of the person.
     *
     * @param check told of the person's posts and of the leaves of their site that touch its time
     */
    Leave add(Leave leave, String by, Instant at, BiConsumer<List<Post>, List<Leave>> check) {
        return jpa.txExpr(em -> {
            List<Post> posts = held(em, leave);
            check.accept(posts, leaves(em, List.of(leave.site()), leave.from(), leave.until()));
            LeaveEntity row = LeaveEntity.of(leave);
            row.recordedBy = by;
            row.recordedAt = Moments.micros(at);
            em.persist(row);
            return row.value();
        });
    }

    /**
     * Takes a leave back.
     *
     * @param before told of the leave as it is; a throw leaves it
     */
    Leave cancel(long id, Consumer<Leave> before) {
        return jpa.txExpr(em -> {
            LeaveEntity row = em.find(LeaveEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                throw Problem.notFound("leave", Long.toString(id));
            }
            before.accept(row.value());
            row.cancelled = true;
            return row.value();
        });
    }

    /** The active posts that the person holds or stands in for, locked in the order of their numbers. */
    private static List<Post> held(EntityManager em, Leave leave) {
        List<Long> ids = em.createQuery(
                        "select p.id from PostEntity p where p.site = :site and p.active = :active"
                                + " and (p.holder = :staff or p.substitute = :staff) order by p.id",
                        Long.class)
                .setParameter("site", leave.site())
                .setParameter("active", true)
                .setParameter("staff", leave.staff())
                .getResultList();
        return ids.stream()
                .map(id -> em.find(PostEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Objects::nonNull)
                .map(PostEntity::value)
                .toList();
    }

    private static List<Leave> leaves(EntityManager em, Collection<String> sites, Instant from, Instant until) {
        return em
                .createQuery(
                        "select l from LeaveEntity l where l.site in :sites and l.cancelled = :cancelled"
                                + " and l.untilAt > :from and l.fromAt < :until order by l.fromAt, l.id",
                        LeaveEntity.class)
                .setParameter("sites", sites)
                .setParameter("cancelled", false)
                .setParameter("from", Moments.micros(from))
                .setParameter("until", Moments.micros(until))
                .getResultList()
                .stream()
                .map(LeaveEntity::value)
                .toList();
    }
}
