// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.registry.Division;
import org.sanban.cases.internal.CaseStore.CaseKey;
import org.sanban.data.Transactions;

/** Bookings in the persistence unit {@code cases}. */
@Component(service = BookingStore.class)
public final class JpaBookingStore implements BookingStore {
    private final Transactions transactions;

    @Activate
    public JpaBookingStore(@Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa) {
        this.transactions = new Transactions(jpa, false);
    }

    @Override
    public List<Taken> booked(String resource, String scope, long from, long to, CaseKey after, int limit) {
        StringBuilder where = new StringBuilder("b.from < :to and b.until > :from and b.from >= :earliest");
        where.append(resource == null ? "" : " and b.resource = :resource");
        where.append(scope == null ? "" : " and c.division >= :first and c.division <= :last");
        where.append(after == null ? "" : " and b.from >= :at and (b.from > :at or b.id > :id)");
        return transactions.in(em -> {
            TypedQuery<Object[]> query = em.createQuery(
                            "select b, c from BookingEntity b, CaseEntity c where c.id = b.caseId and " + where
                                    + " order by b.from, b.id",
                            Object[].class)
                    .setParameter("to", to)
                    .setParameter("from", from)
                    .setParameter("earliest", from - Bookings.LONGEST.toSeconds() * 1_000_000);
            if (resource != null) {
                query.setParameter("resource", resource);
            }
            if (scope != null) {
                String prefix = Division.prefix(scope);
                query.setParameter("first", prefix + "0".repeat(12 - prefix.length()));
                query.setParameter("last", prefix + "9".repeat(12 - prefix.length()));
            }
            if (after != null) {
                query.setParameter("at", after.order()).setParameter("id", after.id());
            }
            return query.setMaxResults(limit).getResultList().stream()
                    .map(both -> new Taken((BookingEntity) both[0], (CaseEntity) both[1]))
                    .toList();
        });
    }
}
