// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Cases and their journal in the persistence unit {@code cases}. */
@Component(service = {CaseStore.class, JournalStore.class, AttachmentStore.class})
public final class JpaCaseStore implements CaseStore, JournalStore, AttachmentStore {
    private static final Texts TEXTS = Texts.of(JpaCaseStore.class);
    private static final int RETRIES = 4;
    /** Spares the copy that a change would be found by; nothing read here is changed in place. */
    private static final Map<String, Object> READ_ONLY = Map.of("eclipselink.read-only", "true");

    private final JpaTemplate jpa;
    private final CaseSettings settings;
    private final Lane lane;
    private final Serials serials;

    @Activate
    public JpaCaseStore(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa, @Reference CaseSettings settings) {
        this.jpa = jpa;
        this.settings = settings;
        this.lane = new Lane(last(settings.node()));
        this.serials = new Serials(this::reserve);
    }

    @Override
    public Lane lane() {
        return lane;
    }

    @Override
    public long nextId() {
        return serials.next();
    }

    @Override
    public void insert(CaseEntity row, JournalEntity entry, Collection<String> attachments) {
        append(
                row.id,
                entry,
                em -> {
                    em.persist(row);
                    return true;
                },
                attachments);
    }

    @Override
    public boolean update(CaseEntity row, int seen, JournalEntity entry, Collection<String> attachments) {
        return append(
                row.id,
                entry,
                em -> em.createQuery(
                                        "update CaseEntity c set c.version = :version, c.stage = :stage, c.status = :status,"
                                                + " c.holder = :holder, c.firstAsked = :firstAsked, c.changedAt = :changedAt,"
                                                + " c.dueOn = :dueOn, c.head = :head, c.data = :data"
                                                + " where c.id = :id and c.version = :seen")
                                .setParameter("version", row.version)
                                .setParameter("stage", row.stage)
                                .setParameter("status", row.status)
                                .setParameter("holder", row.holder)
                                .setParameter("firstAsked", row.firstAsked)
                                .setParameter("changedAt", row.changedAt)
                                .setParameter("dueOn", row.dueOn)
                                .setParameter("head", row.head)
                                .setParameter("data", row.data)
                                .setParameter("id", row.id)
                                .setParameter("seen", seen)
                                .executeUpdate()
                        == 1,
                attachments);
    }

    /** Writes a row and its entry in one transaction, at a position of this node's lane. */
    private boolean append(
            long id, JournalEntity entry, Function<EntityManager, Boolean> write, Collection<String> attachments) {
        entry.id = lane.begin();
        try {
            return in(em -> {
                if (!write.apply(em)) {
                    return false;
                }
                em.persist(entry);
                bind(em, id, entry.account, attachments);
                return true;
            });
        } catch (PersistenceException e) {
            if (entry.idem != null && byKey(entry.idem) != null) {
                throw new DuplicateException(e);
            }
            if (state(e).equals("23505")) {
                return false;
            }
            throw e;
        } finally {
            lane.end(entry.id);
        }
    }

    private static void bind(EntityManager em, long id, String account, Collection<String> attachments) {
        if (attachments.isEmpty()) {
            return;
        }
        int bound = em.createQuery("update AttachmentEntity a set a.caseId = :id where a.id in :ids"
                        + " and (a.caseId = :id or (a.caseId is null and a.storedBy = :account))")
                .setParameter("id", id)
                .setParameter("ids", attachments)
                .setParameter("account", account)
                .executeUpdate();
        if (bound != attachments.size()) {
            throw Problem.invalid("materials", TEXTS.get("attachment.unknown"));
        }
    }

    @Override
    public CaseEntity find(long id) {
        return in(em -> em.find(CaseEntity.class, id, READ_ONLY));
    }

    @Override
    public int version(long id) {
        Integer version =
                in(em -> first(em.createQuery("select c.version from CaseEntity c where c.id = :id", Integer.class)
                        .setParameter("id", id)
                        .getResultList()));
        return version == null ? 0 : version;
    }

    @Override
    public JournalEntity byKey(String idem) {
        return in(em -> first(em.createQuery("select j from JournalEntity j where j.idem = :idem", JournalEntity.class)
                .setParameter("idem", idem)
                .getResultList()));
    }

    @Override
    public List<CaseEntity> list(
            CaseQuery query, String scope, CaseKey after, int limit, LocalDate today, LocalDate near) {
        return in(em ->
                new CaseList(query, scope, after, today, near).query(em, limit).getResultList());
    }

    @Override
    public List<CaseEntity> byId(long after, int limit) {
        return in(em -> em.createQuery("select c from CaseEntity c where c.id > :after order by c.id", CaseEntity.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public List<CaseEntity> running(CaseKey after, int limit) {
        return in(em -> em.createQuery(
                        "select c from CaseEntity c where c.dueOn >= :day and (c.dueOn > :day or c.id > :id)"
                                + " order by c.dueOn, c.id",
                        CaseEntity.class)
                .setParameter("day", LocalDate.ofEpochDay(after.order()))
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public void due(long id, int version, LocalDate dueOn) {
        in(em -> em.createQuery("update CaseEntity c set c.dueOn = :dueOn where c.id = :id and c.version = :version")
                .setParameter("dueOn", dueOn)
                .setParameter("id", id)
                .setParameter("version", version)
                .executeUpdate());
    }

    @Override
    public List<JournalEntity> entries(long caseId, int after, int limit) {
        return in(em -> em.createQuery(
                        "select j from JournalEntity j where j.caseId = :id and j.seq > :after order by j.seq",
                        JournalEntity.class)
                .setParameter("id", caseId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public boolean used(String mode, int workflow) {
        return in(em -> !em.createQuery(
                        "select c.id from CaseEntity c where c.mode = :mode and c.workflow = :workflow", Long.class)
                .setParameter("mode", mode)
                .setParameter("workflow", workflow)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    @Override
    public List<WorkflowEntity> workflows() {
        return in(em -> em.createQuery("select w from WorkflowEntity w", WorkflowEntity.class)
                .getResultList());
    }

    @Override
    public void save(WorkflowEntity workflow) {
        in(em -> em.merge(workflow));
    }

    @Override
    public List<JournalEntity> journal(int lane, long after, long to, int limit) {
        return in(em -> em.createQuery(
                        "select j from JournalEntity j where j.id > :after and j.id <= :to order by j.id",
                        JournalEntity.class)
                .setParameter("after", Math.max(after, Lane.floor(lane)))
                .setParameter("to", Math.min(to, Lane.ceiling(lane)))
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public List<PositionEntity> positions() {
        return in(
                em -> em.createQuery("select p from PositionEntity p order by p.listener, p.lane", PositionEntity.class)
                        .getResultList());
    }

    @Override
    public void save(PositionEntity position) {
        in(em -> em.merge(position));
    }

    @Override
    public List<ParkedEntity> parked(String listener, int limit) {
        return in(em -> em.createQuery(
                        "select p from ParkedEntity p where p.listener = :listener order by p.entry",
                        ParkedEntity.class)
                .setParameter("listener", listener)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public boolean isParked(String listener, long caseId) {
        return in(em -> !em.createQuery(
                        "select p.entry from ParkedEntity p where p.listener = :listener and p.caseId = :id",
                        Long.class)
                .setParameter("listener", listener)
                .setParameter("id", caseId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    @Override
    public void park(ParkedEntity parked) {
        in(em -> em.merge(parked));
    }

    @Override
    public void unpark(String listener, long entry) {
        in(em -> em.createQuery("delete from ParkedEntity p where p.listener = :listener and p.entry = :entry")
                .setParameter("listener", listener)
                .setParameter("entry", entry)
                .executeUpdate());
    }

    @Override
    public JournalEntity entry(long id) {
        return in(em -> em.find(JournalEntity.class, id));
    }

    @Override
    public void add(AttachmentEntity row) {
        in(em -> {
            em.persist(row);
            return null;
        });
    }

    @Override
    public AttachmentEntity attachment(String id) {
        return in(em -> em.find(AttachmentEntity.class, id));
    }

    @Override
    public List<String> unused(long before) {
        return in(em -> em.createQuery(
                        "select a.id from AttachmentEntity a where a.caseId is null and a.storedAt < :before",
                        String.class)
                .setParameter("before", before)
                .setMaxResults(1000)
                .getResultList());
    }

    @Override
    public boolean remove(String id) {
        return in(em -> em.createQuery("delete from AttachmentEntity a where a.id = :id and a.caseId is null")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1);
    }

    private long last(int node) {
        Long last = in(em -> em.createQuery(
                        "select max(j.id) from JournalEntity j where j.id > :floor and j.id <= :ceiling", Long.class)
                .setParameter("floor", Lane.floor(node))
                .setParameter("ceiling", Lane.ceiling(node))
                .getSingleResult());
        return last == null ? Lane.floor(node) : last;
    }

    /** Reserves a block of serials and returns it; tried again when another node was faster. */
    private Serials.Block reserve() {
        while (true) {
            long next = in(em -> em.find(BlockEntity.class, "case").next);
            int size = settings.block();
            int taken = in(em -> em.createQuery(
                            "update BlockEntity b set b.next = :end where b.name = 'case' and b.next = :next")
                    .setParameter("end", next + size)
                    .setParameter("next", next)
                    .executeUpdate());
            if (taken == 1) {
                return new Serials.Block(next, next + size);
            }
        }
    }

    /** One local transaction; tried again when the database broke a deadlock by ending it. */
    private <T> T in(Function<EntityManager, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jpa.txExpr(TransactionType.Required, work::apply);
            } catch (PersistenceException e) {
                String state = state(e);
                if (attempt < RETRIES && (state.equals("40001") || state.equals("40P01") || state.equals("40XL1"))) {
                    continue;
                }
                if (refusing(state)) {
                    throw Problem.unavailable(TEXTS.get("store.refuses"));
                }
                throw e;
            }
        }
    }

    /** Whether the database cannot take anything now: no connection, no space, shutting down. */
    private static boolean refusing(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("XSLA")
                || state.startsWith("XSDF")
                || state.startsWith("XSDG")
                || state.startsWith("XJ0");
    }

    private static String state(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static <T> T first(List<T> list) {
        return list.isEmpty() ? null : list.get(0);
    }
}
