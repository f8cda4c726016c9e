// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.Stop;
import org.sanban.api.registry.StopQuery;

/** The table of stops. */
@Component(service = StopStore.class)
public final class StopStore {
    private final JpaTemplate jpa;

    @Activate
    public StopStore(@Reference(target = "(osgi.unit.name=registry)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Where a page begins: after the stop that begins then and has this id. */
    record Key(long at, long id) {}

    Optional<Stop> stop(long id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(StopEntity.class, id)).map(StopEntity::value));
    }

    /** At most {@code limit} stops by their beginning. One that lasts at most a day is sought no further back. */
    List<Stop> stops(StopQuery query, Key after, int limit) {
        return jpa.txExpr(em -> {
            Map<String, Object> values = new HashMap<>();
            StringBuilder where = new StringBuilder("s.fromAt >= :earliest");
            values.put("earliest", earliest(query, after));
            if (query.from() != null) {
                and(where, values, "s.toAt > :from", "from", StopEntity.micros(query.from()));
            }
            if (query.to() != null) {
                and(where, values, "s.fromAt < :to", "to", StopEntity.micros(query.to()));
            }
            if (query.site() != null) {
                and(where, values, "s.site = :site", "site", query.site());
            }
            if (query.division() != null) {
                String prefix = Division.prefix(query.division());
                and(where, values, "s.site >= :prefix", "prefix", prefix);
                and(where, values, "s.site < :end", "end", prefix + ":");
            }
            if (query.published()) {
                and(where, values, "s.published = :published", "published", true);
            }
            if (after != null) {
                and(where, values, "(s.fromAt > :at or s.id > :id)", "at", after.at());
                values.put("id", after.id());
            }
            TypedQuery<StopEntity> rows = em.createQuery(
                    "select s from StopEntity s where " + where + " order by s.fromAt, s.id", StopEntity.class);
            values.forEach(rows::setParameter);
            return rows.setMaxResults(limit).getResultList().stream()
                    .map(StopEntity::value)
                    .toList();
        });
    }

    /**
     * Writes a stop, in turn with all others of its point.
     *
     * @param before told of the stop as it is, {@code null} for a new one
     * @param overlapping told of each other stop of the point that stands at the same time
     */
    Stop put(Stop stop, Consumer<Stop> before, Consumer<Stop> overlapping) {
        return jpa.txExpr(em -> {
            em.find(SiteEntity.class, stop.site(), LockModeType.PESSIMISTIC_WRITE);
            StopEntity row = stop.id() == 0 ? new StopEntity() : found(em, stop.id());
            before.accept(stop.id() == 0 ? null : row.value());
            overlaps(em, stop).forEach(overlapping);
            row.set(stop);
            em.persist(row);
            return row.value();
        });
    }

    /**
     * Marks a stop as called off.
     *
     * @param before told of the stop as it is
     */
    Stop cancel(long id, Consumer<Stop> before) {
        return jpa.txExpr(em -> {
            StopEntity row = found(em, id);
            before.accept(row.value());
            row.cancelled = true;
            return row.value();
        });
    }

    /** Adds these stops where their point has none at all. */
    void add(List<Stop> stops) {
        jpa.tx(em -> stops.stream()
                .filter(stop -> none(em, stop.site()))
                .toList()
                .forEach(stop -> {
                    StopEntity row = new StopEntity();
                    row.set(stop);
                    em.persist(row);
                }));
    }

    private static StopEntity found(EntityManager em, long id) {
        StopEntity row = em.find(StopEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw Problem.notFound("stop", Long.toString(id));
        }
        return row;
    }

    private static List<Stop> overlaps(EntityManager em, Stop stop) {
        return em
                .createQuery(
                        "select s from StopEntity s where s.site = :site and s.fromAt > :earliest and s.fromAt < :to"
                                + " and s.toAt > :from and s.cancelled = :cancelled and s.id <> :id order by s.fromAt",
                        StopEntity.class)
                .setParameter("site", stop.site())
                .setParameter("earliest", StopEntity.micros(stop.from().minus(Stops.LONGEST)))
                .setParameter("to", StopEntity.micros(stop.to()))
                .setParameter("from", StopEntity.micros(stop.from()))
                .setParameter("cancelled", false)
                .setParameter("id", stop.id())
                .getResultList()
                .stream()
                .map(StopEntity::value)
                .toList();
    }

    private static boolean none(EntityManager em, String site) {
        return em.createQuery("select s.id from StopEntity s where s.site = :site", Long.class)
                .setParameter("site", site)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private static long earliest(StopQuery query, Key after) {
        long from = query.from() == null ? 0 : StopEntity.micros(query.from()) - Stops.LONGEST.toNanos() / 1_000;
        return after == null ? from : Math.max(after.at(), from);
    }

    private static void and(
            StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
        where.append(" and ").append(condition);
        values.put(name, value);
    }
}
