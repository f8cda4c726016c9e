// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.data.InList;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.data.Transactions;

/** Cases with the entries they write, in the persistence unit {@code cases}. */
@Component(service = CaseStore.class)
public final class JpaCaseStore implements CaseStore {
    private static final Texts TEXTS = Texts.of(JpaCaseStore.class);
    /** Spares the copy that a change would be found by; nothing read here is changed in place. */
    private static final Map<String, Object> READ_ONLY = Map.of("eclipselink.read-only", "true");

    private final Transactions transactions;
    private final CaseSettings settings;
    private final Lane lane;
    private final Serials serials;
    private final Diary diary;

    @Activate
    public JpaCaseStore(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa,
            @Reference CaseSettings settings,
            @Reference JournalStore journal) {
        this.transactions = new Transactions(jpa, false);
        this.settings = settings;
        this.lane = journal.lane();
        this.serials = new Serials(this::reserve);
        this.diary = new Diary(transactions);
    }

    @Override
    public long nextId() {
        return serials.next();
    }

    @Override
    public void insert(CaseEntity row, JournalEntity entry, Beside beside) {
        append(row, entry, beside, em -> {
            if (beside.reserved()) {
                JpaNumberStore.use(em, row, entry.account);
            }
            em.persist(row);
            return true;
        });
    }

    @Override
    public boolean update(CaseEntity row, int seen, JournalEntity entry, Beside beside) {
        if (beside.bookings() != null) {
            diary.open(beside.bookings());
        }
        return append(
                row,
                entry,
                beside,
                em -> em.createQuery("update CaseEntity c set c.version = :version, c.stage = :stage, c.status ="
                                        + " :status, c.holder = :holder, c.firstAsked = :firstAsked, c.changedAt ="
                                        + " :changedAt, c.dueOn = :dueOn, c.dueAt = :dueAt, c.alarmAt = :alarmAt,"
                                        + " c.endDue = :endDue, c.endLight = :endLight, c.head = :head, c.data ="
                                        + " :data where c.id = :id and c.version = :seen")
                                .setParameter("version", row.version)
                                .setParameter("stage", row.stage)
                                .setParameter("status", row.status)
                                .setParameter("holder", row.holder)
                                .setParameter("firstAsked", row.firstAsked)
                                .setParameter("changedAt", row.changedAt)
                                .setParameter("dueOn", row.dueOn)
                                .setParameter("dueAt", row.dueAt)
                                .setParameter("alarmAt", row.alarmAt)
                                .setParameter("endDue", row.endDue)
                                .setParameter("endLight", row.endLight)
                                .setParameter("head", row.head)
                                .setParameter("data", row.data)
                                .setParameter("id", row.id)
                                .setParameter("seen", seen)
                                .executeUpdate()
                        == 1);
    }

    /** Writes a row and its entry in one transaction, at a position of this node's lane. */
    private boolean append(CaseEntity row, JournalEntity entry, Beside beside, Function<EntityManager, Boolean> write) {
        entry.id = lane.begin();
        try {
            return transactions.in(em -> {
                if (!write.apply(em)) {
                    return false;
                }
                em.persist(entry);
                bind(em, row.id, entry.account, beside.files());
                hold(em, row, beside);
                if (beside.bookings() != null) {
                    diary.write(em, row, entry.id, beside.bookings());
                }
                return true;
            });
        } catch (PersistenceException e) {
            if (entry.idem != null && byKey(entry.idem) != null) {
                throw new DuplicateException(e);
            }
            if (Transactions.duplicate(e)) {
                return false;
            }
            throw e;
        } finally {
            lane.end(entry.id);
        }
    }

    private static void bind(EntityManager em, long id, String account, Map<String, String> files) {
        if (files.isEmpty()) {
            return;
        }
        int bound = em.createQuery(
                        "update AttachmentEntity a set a.caseId = :id where a.id in :ids"
                                + " and (a.caseId = :id or (a.caseId is null and a.division is null and a.storedBy = :account))")
                .setParameter("id", id)
                .setParameter("ids", files.keySet())
                .setParameter("account", account)
                .executeUpdate();
        if (bound != files.size()) {
            throw foreign(em, id, files);
        }
    }

    /** Names every field whose file could not be bound. */
    private static Problem foreign(EntityManager em, long id, Map<String, String> files) {
        Map<String, String> foreign = new HashMap<>(files);
        em.createQuery("select a.id from AttachmentEntity a where a.id in :ids and a.caseId = :id", String.class)
                .setParameter("ids", files.keySet())
                .setParameter("id", id)
                .getResultList()
                .forEach(foreign::remove);
        return Problem.invalid(foreign.values().stream()
                .distinct()
                .sorted()
                .map(field -> new Problem.Violation(field, TEXTS.get("attachment.unknown")))
                .toList());
    }

    private static void hold(EntityManager em, CaseEntity row, Beside beside) {
        if (!beside.goes().isEmpty()) {
            em.createQuery("delete from HeldEntity h where h.caseId = :id and h.account in :goes")
                    .setParameter("id", row.id)
                    .setParameter("goes", beside.goes())
                    .executeUpdate();
        }
        for (String account : beside.comes()) {
            HeldEntity held = new HeldEntity();
            held.account = account;
            held.caseId = row.id;
            held.submittedAt = row.submittedAt;
            em.persist(held);
        }
    }

    @Override
    public CaseEntity find(long id) {
        return transactions.in(em -> em.find(CaseEntity.class, id, READ_ONLY));
    }

    @Override
    public Map<Long, CaseEntity> find(Set<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<CaseEntity> rows =
                transactions.in(em -> em.createQuery("select c from CaseEntity c where c.id in :ids", CaseEntity.class)
                        .setParameter("ids", InList.of(ids))
                        .setHint("eclipselink.read-only", "true")
                        .getResultList());
        return rows.stream().collect(Collectors.toMap(row -> row.id, row -> row));
    }

    @Override
    public int version(long id) {
        List<Integer> found = transactions.in(
                em -> em.createQuery("select c.version from CaseEntity c where c.id = :id", Integer.class)
                        .setParameter("id", id)
                        .getResultList());
        return found.isEmpty() ? 0 : found.get(0);
    }

    @Override
    public JournalEntity byKey(String idem) {
        return transactions.in(
                em -> first(em.createQuery("select j from JournalEntity j where j.idem = :idem", JournalEntity.class)
                        .setParameter("idem", idem)
                        .getResultList()));
    }

    @Override
    public List<CaseEntity> list(CaseQuery query, String scope, CaseKey after, int limit, Today today) {
        return transactions.in(
                em -> new CaseList(query, scope, after, today).query(em, limit).getResultList());
    }

    @Override
    public List<CaseEntity> byId(long after, int limit) {
        return transactions.in(
                em -> em.createQuery("select c from CaseEntity c where c.id > :after order by c.id", CaseEntity.class)
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultList());
    }

    @Override
    public List<CaseEntity> running(CaseKey after, int limit) {
        return transactions.in(em -> em.createQuery(
                        "select c from CaseEntity c where c.dueOn >= :day and (c.dueOn > :day or c.id > :id)"
                                + " order by c.dueOn, c.id",
                        CaseEntity.class)
                .setParameter("day", LocalDate.ofEpochDay(after.order()))
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public List<CaseEntity> alarmed(long now, CaseKey after, int limit) {
        return transactions.in(em -> em.createQuery(
                        "select c from CaseEntity c where c.alarmAt <= :now and c.alarmAt >= :at"
                                + " and (c.alarmAt > :at or c.id > :id) order by c.alarmAt, c.id",
                        CaseEntity.class)
                .setParameter("now", now)
                .setParameter("at", after.order())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public void due(CaseEntity row) {
        transactions.in(
                em -> em.createQuery("update CaseEntity c set c.dueOn = :dueOn, c.dueAt = :dueAt, c.alarmAt = :alarmAt,"
                                + " c.endDue = :endDue, c.endLight = :endLight"
                                + " where c.id = :id and c.version = :version")
                        .setParameter("dueOn", row.dueOn)
                        .setParameter("dueAt", row.dueAt)
                        .setParameter("alarmAt", row.alarmAt)
                        .setParameter("endDue", row.endDue)
                        .setParameter("endLight", row.endLight)
                        .setParameter("id", row.id)
                        .setParameter("version", row.version)
                        .executeUpdate());
    }

    @Override
    public List<JournalEntity> entries(long caseId, int after, int limit) {
        return transactions.in(em -> em.createQuery(
                        "select j from JournalEntity j where j.caseId = :id and j.seq > :after order by j.seq",
                        JournalEntity.class)
                .setParameter("id", caseId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public boolean used(String mode, int workflow) {
        return transactions.in(em -> !em.createQuery(
                        "select c.id from CaseEntity c where c.mode = :mode and c.workflow = :workflow", Long.class)
                .setParameter("mode", mode)
                .setParameter("workflow", workflow)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    @Override
    public List<WorkflowEntity> workflows() {
        return transactions.in(em -> em.createQuery("select w from WorkflowEntity w", WorkflowEntity.class)
                .getResultList());
    }

    @Override
    public void save(WorkflowEntity workflow) {
        transactions.in(em -> {
            BlockEntity.alone(em);
            return em.merge(workflow);
        });
    }

    /** Reserves a block of serials and returns it; tried again when another node was faster. */
    private Serials.Block reserve() {
        while (true) {
            long next = transactions.in(em -> em.find(BlockEntity.class, "case").next);
            int size = settings.block();
            int taken = transactions.in(em -> em.createQuery(
                            "update BlockEntity b set b.next = :end where b.name = 'case' and b.next = :next")
                    .setParameter("end", next + size)
                    .setParameter("next", next)
                    .executeUpdate());
            if (taken == 1) {
                return new Serials.Block(next, next + size);
            }
        }
    }

    private static <T> T first(List<T> list) {
        return list.isEmpty() ? null : list.get(0);
    }
}
