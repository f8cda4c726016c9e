// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.data.InList;

/** The sums of cases. */
@Component(service = TallyStore.class)
public final class TallyStore {
    private final JpaTemplate jpa;

    @Activate
    public TallyStore(@Reference(target = "(osgi.unit.name=ledger)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * That something happened to a case.
     *
     * @param what of {@link CountedEntity}
     */
    record Happened(String number, String site, YearMonth month, int what) {}

    /** Counts each thing that happened to a case once, however often it is told. */
    void count(List<Happened> all) {
        jpa.tx(em -> {
            Map<String, CountedEntity> known = counted(em, all);
            Map<Place, Tally> sums = new TreeMap<>();
            for (Happened one : all) {
                CountedEntity row = known.get(one.number());
                if ((row.counted & one.what()) == 0) {
                    row.counted |= one.what();
                    boolean submitted = one.what() == CountedEntity.SUBMITTED;
                    sums.merge(
                            new Place(one.site(), number(one.month())),
                            new Tally(submitted ? 1 : 0, submitted ? 0 : 1),
                            Tally::plus);
                }
            }
            em.flush();
            sums.forEach((place, more) -> add(em, place, more));
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

    /** A row of each case, new where there was none. */
    private static Map<String, CountedEntity> counted(EntityManager em, List<Happened> all) {
        Set<String> numbers = all.stream().map(Happened::number).collect(Collectors.toCollection(TreeSet::new));
        Map<String, CountedEntity> rows = em
                .createQuery("select c from CountedEntity c where c.number in :numbers", CountedEntity.class)
                .setParameter("numbers", InList.of(numbers))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.number, Function.identity()));
        for (String number : numbers) {
            if (!rows.containsKey(number)) {
                CountedEntity row = new CountedEntity();
                row.number = number;
                em.persist(row);
                rows.put(number, row);
            }
        }
        return rows;
    }

    /** Two that begin a month at once: one of them fails, and the journal gives it the entries again. */
    private static void add(EntityManager em, Place place, Tally more) {
        int known = em.createQuery("update TallyEntity t set t.submitted = t.submitted + :submitted,"
                        + " t.done = t.done + :done where t.site = :site and t.month = :month")
                .setParameter("submitted", more.submitted())
                .setParameter("done", more.done())
                .setParameter("site", place.site())
                .setParameter("month", place.month())
                .executeUpdate();
        if (known == 0) {
            TallyEntity row = new TallyEntity();
            row.site = place.site();
            row.month = place.month();
            row.submitted = more.submitted();
            row.done = more.done();
            em.persist(row);
        }
    }

    /** A site in a month, in one order for everybody who locks several. */
    private record Place(String site, int month) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int sites = site.compareTo(other.site);
            return sites == 0 ? Integer.compare(month, other.month) : sites;
        }
    }

    private static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
