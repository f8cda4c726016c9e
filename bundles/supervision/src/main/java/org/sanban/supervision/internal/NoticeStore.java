// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.supervision.NoticeEntry;

/** Notices, each change in one transaction with the line of history that tells it. */
@Component(service = NoticeStore.class)
public final class NoticeStore {
    private final Rows rows;
    private final InstantSource clock;

    @Activate
    public NoticeStore(@Reference Rows rows) {
        this(rows, InstantSource.system());
    }

    NoticeStore(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** What a line of history says. */
    record Line(NoticeEntry.Kind kind, String text, List<String> evidence, Actor actor) {}

    LocalDate today() {
        return Days.today(clock);
    }

    Optional<NoticeEntity> find(long id) {
        return rows.find(NoticeEntity.class, id);
    }

    List<NoticeEntity> list(Filter filter, PageRequest page) {
        return rows.list(NoticeEntity.class, filter, page);
    }

    long count(Filter filter) {
        return rows.count(NoticeEntity.class, filter);
    }

    /** The history, oldest first. */
    List<NoticeEntry> history(long notice) {
        return rows
                .all(NoticeEntryEntity.class, new Filter().and("r.notice = :notice", "notice", notice), 1000)
                .stream()
                .map(NoticeEntryEntity::value)
                .toList();
    }

    /**
     * Adds a notice with the first line of its history.
     *
     * @param lateCase number of the late case it is issued for, {@code null} for none; the case's lines on the board name
     *     it from then on
     * @param before told of an open notice that has the same origin and cause
     */
    NoticeEntity issue(NoticeEntity row, Line line, String lateCase, Consumer<Long> before) {
        return rows.in(em -> {
            row.version = 0;
            open(em, row).forEach(before);
            em.persist(row);
            append(em, row, line);
            if (lateCase != null) {
                em.createQuery("update LateCaseEntity r set r.notice = :notice where r.caseNumber = :number")
                        .setParameter("notice", row.id)
                        .setParameter("number", lateCase)
                        .executeUpdate();
            }
            return row;
        });
    }

    /** Open notices to the same division, of the same origin and cause: a request that was sent twice. */
    private static List<Long> open(EntityManager em, NoticeEntity row) {
        return em.createQuery(
                        "select r.id from NoticeEntity r where r.division = :division and r.origin = :origin"
                                + " and r.cause = :cause and r.state not in ('CLOSED', 'WITHDRAWN')",
                        Long.class)
                .setParameter("division", row.division)
                .setParameter("origin", row.origin)
                .setParameter("cause", row.cause)
                .getResultList();
    }

    /** Changes a notice and tells it; empty when it has gone on from the version that was seen. */
    Optional<NoticeEntity> change(long id, int seen, Consumer<NoticeEntity> change, Line line) {
        return rows.in(em -> {
            NoticeEntity row = em.find(NoticeEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row.version != seen) {
                return Optional.empty();
            }
            // The clock may not have looked yet: what comes late is late.
            escalate(em, row);
            change.accept(row);
            append(em, row, line);
            return Optional.of(row);
        });
    }

    /** Notices whose limit is over and of which nobody was told yet. */
    List<Long> overdue(int limit) {
        Filter filter = new Filter()
                .and("r.state in ('ISSUED', 'SENT_BACK')")
                .and("r.dueOn < :today", "today", today())
                .and("(r.escalatedDue is null or r.escalatedDue < r.dueOn)");
        return rows.all(NoticeEntity.class, filter, limit).stream()
                .map(row -> row.id)
                .toList();
    }

    /** Tells the county that the limit is over; whether it was for this call to do. */
    boolean escalate(long id) {
        return rows.in(em -> escalate(em, em.find(NoticeEntity.class, id, LockModeType.PESSIMISTIC_WRITE)));
    }

    private boolean escalate(EntityManager em, NoticeEntity row) {
        if (!row.overdue(today())) {
            return false;
        }
        row.escalatedDue = row.dueOn;
        row.lateOn = row.lateOn == null ? row.dueOn.plusDays(1) : row.lateOn;
        append(em, row, new Line(NoticeEntry.Kind.ESCALATED, null, List.of(), Actor.system("clock", row.county)));
        return true;
    }

    private void append(EntityManager em, NoticeEntity row, Line line) {
        NoticeEntryEntity entry = new NoticeEntryEntity();
        row.version++;
        entry.notice = row.id;
        entry.seq = row.version;
        entry.at = Days.micros(clock.instant());
        entry.kind = line.kind().name();
        entry.account = line.actor().account();
        entry.actor = line.actor().name();
        entry.division = line.actor().division();
        entry.text = line.text();
        entry.evidence = Words.joined(line.evidence());
        entry.dueOn = row.dueOn;
        em.persist(entry);
    }
}
