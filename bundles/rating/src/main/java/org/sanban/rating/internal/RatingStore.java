// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Score;
import org.sanban.api.rating.Standing;

/** The tables of periods, marks, frozen scores and standings. Lists come with one row more than asked for. */
@Component(service = RatingStore.class)
public final class RatingStore {
    private final JpaTemplate jpa;

    @Activate
    public RatingStore(@Reference(target = "(osgi.unit.name=rating)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Periods, newest first. */
    List<RatingPeriod> periods() {
        return jpa.txExpr(em -> em
                .createQuery("select p from PeriodEntity p order by p.untilOn desc, p.id", PeriodEntity.class)
                .setMaxResults(PageRequest.MAX)
                .getResultList()
                .stream()
                .map(PeriodEntity::value)
                .toList());
    }

    Optional<RatingPeriod> period(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(PeriodEntity.class, id)).map(PeriodEntity::value));
    }

    /** The period that holds a day. */
    Optional<RatingPeriod> period(LocalDate day) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select p from PeriodEntity p where p.fromOn <= :day and p.untilOn >= :day", PeriodEntity.class)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(PeriodEntity::value));
    }

    /**
     * Creates or replaces a period.
     *
     * @param before told of the one to be replaced, if there is one
     * @param overlapping told of each other one that shares a day with it
     */
    RatingPeriod put(RatingPeriod period, Consumer<RatingPeriod> before, Consumer<RatingPeriod> overlapping) {
        return jpa.txExpr(em -> {
            PeriodEntity row = em.find(PeriodEntity.class, period.id(), LockModeType.PESSIMISTIC_WRITE);
            if (row != null) {
                before.accept(row.value());
            }
            em.createQuery(
                            "select p from PeriodEntity p where p.fromOn <= :until and p.untilOn >= :from and p.id <> :id",
                            PeriodEntity.class)
                    .setParameter("until", period.until())
                    .setParameter("from", period.from())
                    .setParameter("id", period.id())
                    .getResultList()
                    .forEach(other -> overlapping.accept(other.value()));
            PeriodEntity kept = row == null ? new PeriodEntity() : row;
            kept.set(period);
            em.persist(kept);
            return kept.value();
        });
    }

    Marks marks(String period, String site) {
        return jpa.txExpr(
                em -> new Marks(side(em, period, site, Marks.Side.SELF), side(em, period, site, Marks.Side.PANEL)));
    }

    /**
     * Takes over what a side gives.
     *
     * @param changes by line; {@code null} takes back
     * @param open told of the period as it is; a throw leaves all as it was
     */
    void mark(
            String period, String site, Marks.Side side, Map<String, Marks.Mark> changes, Consumer<RatingPeriod> open) {
        jpa.tx(em -> {
            open.accept(held(em, period).value());
            String id = MarksEntity.id(period, site, side);
            MarksEntity row = Objects.requireNonNullElseGet(
                    em.find(MarksEntity.class, id), () -> MarksEntity.of(period, site, side));
            row.set(changes);
            em.persist(row);
        });
    }

    /** What was given in a period, by site. */
    Map<String, Marks> marks(String period) {
        return jpa.txExpr(em -> marks(em, period));
    }

    /**
     * Freezes a period: either all its scores are kept or none.
     *
     * @param marks that the scores were made of
     * @param open told of the period as it is; a throw leaves all as it was
     * @return whether the marks are still so; if not, nothing is frozen
     */
    boolean freeze(
            String period,
            Instant now,
            String account,
            Map<String, Marks> marks,
            List<Score> scores,
            Consumer<RatingPeriod> open) {
        return jpa.txExpr(em -> {
            PeriodEntity row = held(em, period);
            open.accept(row.value());
            if (!marks(em, period).equals(marks)) {
                return false;
            }
            scores.forEach(score -> em.persist(ScoreEntity.of(score)));
            row.frozenAt = Micros.of(now);
            row.frozenBy = account;
            return true;
        });
    }

    Optional<Score> frozen(String period, String site) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(ScoreEntity.class, ScoreEntity.id(period, site)))
                .map(ScoreEntity::value));
    }

    /** Frozen scores of a period by site, of divisions whose code starts with {@code prefix}. */
    List<Score> frozen(String period, String prefix, PageRequest page) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s from ScoreEntity s where s.period = :period and s.site >= :prefix and s.site < :end"
                                + " and s.site > :after order by s.site",
                        ScoreEntity.class)
                .setParameter("period", period)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("after", after(page))
                .setMaxResults(page.fetch())
                .getResultList()
                .stream()
                .map(ScoreEntity::value)
                .toList());
    }

    /**
     * What a site came to when it was last frozen.
     *
     * @param period of which period
     * @param level {@code null} when too little was scored to tell
     */
    record Last(String period, Level level) {}

    Optional<Last> last(String site) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s.period, s.level from ScoreEntity s where s.site = :site order by s.untilOn desc",
                        Object[].class)
                .setParameter("site", site)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Last((String) row[0], (Level) row[1])));
    }

    /** Keeps where a site stands. */
    void keep(Standing standing) {
        jpa.tx(em -> em.merge(StandingEntity.of(standing)));
    }

    /** Forgets where a site stands that is not rated any more. */
    void forget(String site) {
        jpa.tx(em -> Optional.ofNullable(em.find(StandingEntity.class, site)).ifPresent(em::remove));
    }

    /**
     * Kept standings by site, of divisions whose code starts with {@code prefix}.
     *
     * @param name gives a site's name
     */
    List<Standing> standings(String prefix, PageRequest page, Function<String, String> name) {
        List<StandingEntity> rows = jpa.txExpr(em -> em.createQuery(
                        "select s from StandingEntity s where s.site >= :prefix and s.site < :end"
                                + " and s.site > :after order by s.site",
                        StandingEntity.class)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("after", after(page))
                .setMaxResults(page.fetch())
                .getResultList());
        return rows.stream().map(row -> row.value(name.apply(row.site))).toList();
    }

    private static PeriodEntity held(EntityManager em, String id) {
        PeriodEntity row = em.find(PeriodEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw Problem.notFound(Periods.TEXTS.get("period.unknown", id));
        }
        return row;
    }

    private static Map<String, Marks.Mark> side(EntityManager em, String period, String site, Marks.Side side) {
        MarksEntity row = em.find(MarksEntity.class, MarksEntity.id(period, site, side));
        return row == null ? Map.of() : row.value();
    }

    private static Map<String, Marks> marks(EntityManager em, String period) {
        Map<String, Map<Marks.Side, Map<String, Marks.Mark>>> sides = new HashMap<>();
        em.createQuery("select m from MarksEntity m where m.period = :period", MarksEntity.class)
                .setParameter("period", period)
                .getResultList()
                .forEach(row -> sides.computeIfAbsent(row.site, site -> new EnumMap<>(Marks.Side.class))
                        .put(row.side, row.value()));
        return sides.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Marks(
                                entry.getValue().getOrDefault(Marks.Side.SELF, Map.of()),
                                entry.getValue().getOrDefault(Marks.Side.PANEL, Map.of()))));
    }

    private static String after(PageRequest page) {
        return Objects.requireNonNullElse(page.after(), "");
    }
}
