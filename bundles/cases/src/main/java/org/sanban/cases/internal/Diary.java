// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.sanban.api.cases.Booking;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.data.Transactions;

/**
 * Writes what is booked for a case, in the case's own transaction. Whoever books a person or a vehicle changes its row
 * first, in the order of their names, so that two who want the same come one after the other and never wait in a ring.
 */
final class Diary {
    /** Most bookings of one command; their ids follow from the entry's. */
    static final int MOST = 32;

    private static final Texts TEXTS = Texts.of(Diary.class);
    private static final long DAY = 24 * 3_600_000_000L;

    private final Transactions transactions;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Diary(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Sees that what is to be booked has its row; in a transaction before that of the case. */
    void open(Collection<Booking> bookings) {
        resources(bookings).stream()
                .filter(resource -> !known.contains(resource))
                .forEach(this::create);
    }

    /** One at a time, so that only nodes can meet here, and not the threads of one. */
    private synchronized void create(String resource) {
        if (!known.contains(resource) && transactions.in(em -> em.find(ResourceEntity.class, resource)) == null) {
            insert(resource);
        }
        known.add(resource);
    }

    private void insert(String resource) {
        ResourceEntity row = new ResourceEntity();
        row.resource = resource;
        try {
            transactions.in(em -> {
                em.persist(row);
                return null;
            });
        } catch (PersistenceException e) {
            if (!Transactions.duplicate(e)) {
                throw e;
            }
        }
    }

    /**
     * Writes what a case needs from now on, in place of what was booked for it.
     *
     * @throws Problem conflict, when a time is taken: naming it, and when it is free on that day
     */
    void write(EntityManager em, CaseEntity row, long entry, List<Booking> bookings) {
        resources(bookings).forEach(resource -> em.createQuery(
                        "update ResourceEntity r set r.bookings = r.bookings + 1 where r.resource = :resource")
                .setParameter("resource", resource)
                .executeUpdate());
        free(em, row);
        long id = entry * MOST;
        for (Booking booking : bookings) {
            BookingEntity wanted = BookingEntity.of(id++, row.id, booking);
            List<BookingEntity> taken = taken(em, wanted, wanted.takenFrom, wanted.until);
            if (!taken.isEmpty()) {
                throw clash(em, wanted, taken.get(0));
            }
            em.persist(wanted);
        }
    }

    /** What is ahead is given back; what is going on ends now. */
    private static void free(EntityManager em, CaseEntity row) {
        em.createQuery("delete from BookingEntity b where b.caseId = :id and b.from > :now")
                .setParameter("id", row.id)
                .setParameter("now", row.changedAt)
                .executeUpdate();
        em.createQuery("update BookingEntity b set b.until = :now where b.caseId = :id and b.until > :now")
                .setParameter("id", row.id)
                .setParameter("now", row.changedAt)
                .executeUpdate();
    }

    /** Times of other cases that overlap with a span, earliest first. */
    private static List<BookingEntity> taken(EntityManager em, BookingEntity wanted, long from, long to) {
        return em.createQuery(
                        "select b from BookingEntity b where b.resource = :resource and b.takenFrom < :to"
                                + " and b.takenFrom > :earliest and b.until > :from and b.caseId <> :id"
                                + " order by b.takenFrom",
                        BookingEntity.class)
                .setParameter("resource", wanted.resource)
                .setParameter("to", to)
                .setParameter("earliest", from - DAY)
                .setParameter("from", from)
                .setParameter("id", wanted.caseId)
                .getResultList();
    }

    private static Problem clash(EntityManager em, BookingEntity wanted, BookingEntity taken) {
        long end = CaseList.micros(CaseFile.instant(wanted.from)
                .atZone(CaseManager.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(CaseManager.ZONE)
                .toInstant());
        long next = next(wanted, taken(em, wanted, wanted.takenFrom, end + DAY), end);
        String from = Timeline.time(taken.takenFrom);
        String to = Timeline.time(taken.until);
        return Problem.conflict(
                next < 0
                        ? TEXTS.get("booking.taken.full", wanted.resource, from, to)
                        : TEXTS.get("booking.taken", wanted.resource, from, to, Timeline.time(next)));
    }

    /** The next start on that day of a time as long, the way there counted; -1 when there is none. */
    static long next(BookingEntity wanted, List<BookingEntity> taken, long end) {
        long way = wanted.from - wanted.takenFrom;
        long length = wanted.until - wanted.from;
        long start = wanted.from;
        for (BookingEntity one : taken) {
            if (one.takenFrom < start + length && one.until > start - way) {
                start = one.until + way;
            }
        }
        return start + length > end ? -1 : start;
    }

    private static Set<String> resources(Collection<Booking> bookings) {
        return bookings.stream().map(Booking::resource).collect(Collectors.toCollection(TreeSet::new));
    }
}
