// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sums of cases. */
@Component(service = TallyStore.class)
public final class TallyStore {
    private final JpaTemplate jpa;

    @Activate
    public TallyStore(@Reference(target = "(osgi.unit.name=ledger)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Counts that a case was submitted, once. */
    void submitted(String number, String site, YearMonth month) {
        jpa.tx(em -> {
            if (fresh(em, number, CountedEntity.SUBMITTED)) {
                add(em, site, month, 1, 0);
            }
        });
    }

    /** Counts that a case was decided and handed over, once. */
    void done(String number, String site, YearMonth month) {
        jpa.tx(em -> {
            if (fresh(em, number, CountedEntity.DONE)) {
                add(em, site, month, 0, 1);
            }
        });
    }

    /** The sums of these sites over some months, those that have any, by site. */
    Map<String, Tally> tallies(Collection<String> sites, YearMonth from, YearMonth until) {
        if (sites.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery(
                        "select t.site, sum(t.submitted), sum(t.done) from TallyEntity t where t.site in :sites"
                                + " and t.month >= :from and t.month <= :until group by t.site",
                        Object[].class)
                .setParameter("sites", sites)
                .setParameter("from", number(from))
                .setParameter("until", number(until))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> (String) row[0],
                        row -> new Tally(((Number) row[1]).longValue(), ((Number) row[2]).longValue()))));
    }

    private static boolean fresh(EntityManager em, String number, int what) {
        CountedEntity row = em.find(CountedEntity.class, number, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new CountedEntity();
            row.number = number;
            em.persist(row);
        }
        boolean fresh = (row.counted & what) == 0;
        row.counted |= what;
        em.flush();
        return fresh;
    }

    /** Two that begin a month at once: one of them fails, and the journal gives it the entry again. */
    private static void add(EntityManager em, String site, YearMonth month, int submitted, int done) {
        int known = em.createQuery("update TallyEntity t set t.submitted = t.submitted + :submitted,"
                        + " t.done = t.done + :done where t.site = :site and t.month = :month")
                .setParameter("submitted", (long) submitted)
                .setParameter("done", (long) done)
                .setParameter("site", site)
                .setParameter("month", number(month))
                .executeUpdate();
        if (known == 0) {
            TallyEntity row = new TallyEntity();
            row.site = site;
            row.month = number(month);
            row.submitted = submitted;
            row.done = done;
            em.persist(row);
        }
    }

    private static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
