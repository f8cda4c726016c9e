// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** The tables of ledgers and evidence. */
@Component(service = LedgerStore.class)
public final class LedgerStore {
    private static final Texts TEXTS = Texts.of(LedgerStore.class);

    private final JpaTemplate jpa;

    @Activate
    public LedgerStore(@Reference(target = "(osgi.unit.name=ledger)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** What is written down of a site; version 0 where nothing is. */
    Ledger ledger(String site) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(LedgerEntity.class, site))
                .map(LedgerEntity::value)
                .orElseGet(() -> Ledger.none(site)));
    }

    /** The ledgers of these sites, those that there are, by site. */
    Map<String, Ledger> ledgers(Collection<String> sites) {
        if (sites.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery("select l from LedgerEntity l where l.site in :sites", LedgerEntity.class)
                .setParameter("sites", sites)
                .getResultList()
                .stream()
                .map(LedgerEntity::value)
                .collect(Collectors.toMap(Ledger::site, Function.identity())));
    }

    /**
     * Writes a ledger as the version after the one it names.
     *
     * @throws Problem conflict, when somebody else wrote meanwhile
     */
    Ledger put(Ledger ledger) {
        try {
            return jpa.txExpr(em -> {
                LedgerEntity known = em.find(LedgerEntity.class, ledger.site(), LockModeType.PESSIMISTIC_WRITE);
                int version = known == null ? 0 : known.version;
                if (version != ledger.version()) {
                    throw stale(known == null ? Ledger.none(ledger.site()) : known.value());
                }
                LedgerEntity row = known == null ? new LedgerEntity() : known;
                row.set(ledger.as(version + 1, ledger.changedBy(), ledger.changedAt()));
                em.persist(row);
                em.flush();
                return row.value();
            });
        } catch (PersistenceException lost) {
            Ledger now = ledger(ledger.site());
            if (now.version() > ledger.version()) {
                throw stale(now);
            }
            throw lost;
        }
    }

    Evidence add(Evidence evidence) {
        return jpa.txExpr(em -> {
            EvidenceEntity row = EvidenceEntity.of(evidence);
            em.persist(row);
            return row.value();
        });
    }

    /** Evidence of a site, newest entry first. */
    List<Evidence> evidence(String site, PageRequest page) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select e from EvidenceEntity e where e.site = :site and e.id < :after order by e.id desc",
                        EvidenceEntity.class)
                .setParameter("site", site)
                .setParameter("after", page.afterNumber(Long.MAX_VALUE))
                .setMaxResults(page.fetch())
                .getResultList()
                .stream()
                .map(EvidenceEntity::value)
                .toList());
    }

    /** What was seen last of each item at each of these sites up to a day. */
    Map<String, Map<Evidence.Item, Evidence>> newest(Collection<String> sites, LocalDate day) {
        if (sites.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery(
                        // No "exists": EclipseLink binds nothing in such a query on Derby, which then compiles it anew
                        // for every page and day.
                        "select e from EvidenceEntity e left join EvidenceEntity n on n.site = e.site"
                                + " and n.item = e.item and n.seenOn <= :day"
                                + " and (n.seenOn > e.seenOn or (n.seenOn = e.seenOn and n.id > e.id))"
                                + " where e.site in :sites and e.seenOn <= :day and n.id is null",
                        EvidenceEntity.class)
                .setParameter("sites", sites)
                .setParameter("day", day)
                .getResultList()
                .stream()
                .map(EvidenceEntity::value)
                .collect(Collectors.groupingBy(
                        Evidence::site,
                        Collectors.toMap(
                                Evidence::item,
                                Function.identity(),
                                (a, b) -> a,
                                () -> new EnumMap<>(Evidence.Item.class)))));
    }

    /** What was said of a site for a period that ended on a day. */
    Optional<String> measure(String site, LocalDate until) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(MeasureEntity.class, new MeasureEntity.Key(site, until)))
                .map(row -> row.content));
    }

    /** Keeps what is said, unless something was said before. Returns what stands. */
    String keep(String site, LocalDate until, String content) {
        try {
            jpa.tx(em -> {
                if (em.find(MeasureEntity.class, new MeasureEntity.Key(site, until)) == null) {
                    MeasureEntity row = new MeasureEntity();
                    row.site = site;
                    row.until = until;
                    row.content = content;
                    em.persist(row);
                }
            });
        } catch (PersistenceException lost) {
            return measure(site, until).orElseThrow(() -> lost);
        }
        return measure(site, until).orElse(content);
    }

    private static Problem stale(Ledger now) {
        return Problem.conflict(
                now.version() == 0
                        ? TEXTS.get("ledger.none", now.site())
                        : TEXTS.get("ledger.stale", now.site(), now.version(), now.changedBy()));
    }
}
