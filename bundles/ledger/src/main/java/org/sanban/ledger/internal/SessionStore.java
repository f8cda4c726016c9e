// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;

/** The tables of leaders' sessions and the tasks that came of them. */
@Component(service = SessionStore.class)
public final class SessionStore {
    private final JpaTemplate jpa;

    @Activate
    public SessionStore(@Reference(target = "(osgi.unit.name=ledger)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Enters a session with its tasks. */
    LeaderSession add(LeaderSession session) {
        return jpa.txExpr(em -> {
            SessionEntity row = SessionEntity.of(session);
            em.persist(row);
            em.flush();
            List<TaskEntity> tasks = session.tasks().stream()
                    .map(task -> TaskEntity.of(task, row))
                    .toList();
            tasks.forEach(em::persist);
            return row.value(tasks.stream().map(TaskEntity::value).toList());
        });
    }

    /** Sessions of the divisions whose code starts with {@code prefix}, the last entered first. */
    List<LeaderSession> sessions(String prefix, PageRequest page) {
        return jpa.txExpr(em -> with(
                em,
                em.createQuery(
                                "select s from SessionEntity s where s.division >= :prefix and s.division < :end"
                                        + " and s.id < :after order by s.id desc",
                                SessionEntity.class)
                        .setParameter("prefix", prefix)
                        .setParameter("end", prefix + ":")
                        .setParameter("after", page.afterNumber(Long.MAX_VALUE))
                        .setMaxResults(page.fetch())
                        .getResultList()));
    }

    /** Sessions that stand of the divisions whose code starts with {@code prefix}, held from one day to another, by day. */
    List<LeaderSession> held(String prefix, LocalDate from, LocalDate until) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s from SessionEntity s where s.division >= :prefix and s.division < :end"
                                + " and s.heldOn >= :from and s.heldOn <= :until and s.cancelled = :cancelled"
                                + " order by s.heldOn, s.id",
                        SessionEntity.class)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("cancelled", false)
                .getResultList()
                .stream()
                .map(row -> row.value(List.of()))
                .toList());
    }

    /**
     * Withdraws the record of a session.
     *
     * @param before told of the session as it is; a throw leaves it
     */
    LeaderSession cancel(long id, Consumer<LeaderSession> before) {
        return jpa.txExpr(em -> {
            SessionEntity row = found(em, id);
            before.accept(row.value(List.of()));
            row.cancelled = true;
            em.flush();
            return with(em, List.of(row)).get(0);
        });
    }

    /**
     * Corrects the record of a session and keeps what it said before. Its tasks stay as they are, and follow it to its town.
     *
     * @param before told of the session as it is; a throw leaves it
     */
    LeaderSession correct(LeaderSession session, Actor actor, Instant now, Consumer<LeaderSession> before) {
        return jpa.txExpr(em -> {
            SessionEntity row = found(em, session.id());
            LeaderSession was = with(em, List.of(row)).get(0);
            before.accept(was);
            CorrectionEntity.keep(em, CorrectionEntity.SESSION, row.id, row.version, was, actor, now);
            row.set(session);
            em.createQuery("select t from TaskEntity t where t.session = :session", TaskEntity.class)
                    .setParameter("session", row.id)
                    .getResultList()
                    .forEach(task -> task.division = row.division);
            em.flush();
            return with(em, List.of(row)).get(0);
        });
    }

    /**
     * Corrects a problem of a session and keeps what the session's record said before.
     *
     * @param before told of the session as it is; a throw leaves it
     */
    LeaderSession correct(LeaderSession.Task task, Actor actor, Instant now, Consumer<LeaderSession> before) {
        return jpa.txExpr(em -> {
            SessionEntity row = found(em, task.session());
            TaskEntity problem = task(em, task.session(), task.id());
            LeaderSession was = with(em, List.of(row)).get(0);
            before.accept(was);
            CorrectionEntity.keep(em, CorrectionEntity.SESSION, row.id, row.version, was, actor, now);
            problem.set(task);
            row.version++;
            em.flush();
            return with(em, List.of(row)).get(0);
        });
    }

    /** What the record of a session was before each correction. */
    List<LeaderSessionCorrection> corrections(long id, Consumer<LeaderSession> before) {
        return jpa.txExpr(em -> {
            before.accept(found(em, id).value(List.of()));
            return CorrectionEntity.of(em, CorrectionEntity.SESSION, id, LeaderSessionCorrection::of);
        });
    }

    /** Open tasks of the divisions whose code starts with {@code prefix} that were due before a day, by number. */
    List<LeaderSession.Task> open(String prefix, LocalDate dueBefore, PageRequest page) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select t from TaskEntity t, SessionEntity s where s.id = t.session"
                                + " and s.cancelled = :cancelled and t.division >= :prefix and t.division < :end"
                                + " and t.doneOn is null and t.dueOn < :before and t.id > :after order by t.id",
                        TaskEntity.class)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("before", dueBefore)
                .setParameter("after", page.afterNumber(0))
                .setParameter("cancelled", false)
                .setMaxResults(page.fetch())
                .getResultList()
                .stream()
                .map(TaskEntity::value)
                .toList());
    }

    /**
     * Says that a task is done, as the next version of its session.
     *
     * @param before told of the task as it is and of its session; a throw leaves it
     */
    LeaderSession.Task done(long session, long id, LocalDate day, String result, TaskCheck before) {
        return jpa.txExpr(em -> {
            SessionEntity held = found(em, session);
            TaskEntity row = task(em, session, id);
            before.check(row.value(), held.value(List.of()));
            row.doneOn = day;
            row.result = result;
            held.version++;
            return row.value();
        });
    }

    /** Looks at a task before it is done. */
    interface TaskCheck {
        void check(LeaderSession.Task task, LeaderSession session);
    }

    private static TaskEntity task(EntityManager em, long session, long id) {
        TaskEntity row = em.find(TaskEntity.class, id);
        if (row == null || row.session != session) {
            throw Problem.notFound("task", Long.toString(id));
        }
        return row;
    }

    private static SessionEntity found(EntityManager em, long id) {
        SessionEntity row = em.find(SessionEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw Problem.notFound("leader-session", Long.toString(id));
        }
        return row;
    }

    private static List<LeaderSession> with(EntityManager em, List<SessionEntity> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<LeaderSession.Task>> tasks = em
                .createQuery("select t from TaskEntity t where t.session in :ids order by t.id", TaskEntity.class)
                .setParameter("ids", rows.stream().map(row -> row.id).toList())
                .getResultList()
                .stream()
                .map(TaskEntity::value)
                .collect(Collectors.groupingBy(LeaderSession.Task::session));
        return rows.stream()
                .map(row -> row.value(tasks.getOrDefault(row.id, List.of())))
                .toList();
    }
}
