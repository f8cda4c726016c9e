// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sanban.api.cases.CaseQuery;

/** Cases and journal in memory. */
final class FakeCaseStore implements CaseStore {
    final Map<Long, CaseEntity> cases = new TreeMap<>();
    final List<JournalEntity> journal = new ArrayList<>();
    final Map<String, WorkflowEntity> workflows = new HashMap<>();

    /** What another clerk does between this one's reading and writing. */
    Runnable meanwhile = () -> {};

    @Override
    public synchronized long nextId() {
        return cases.size() + 1L;
    }

    @Override
    public void insert(CaseEntity row, JournalEntity entry, Collection<String> attachments) {
        refuseUsed(entry);
        cases.put(row.id, row);
        journal.add(entry);
    }

    @Override
    public boolean update(CaseEntity row, int seen, JournalEntity entry, Collection<String> attachments) {
        meanwhile.run();
        refuseUsed(entry);
        if (cases.get(row.id).version != seen) {
            return false;
        }
        cases.put(row.id, row);
        journal.add(entry);
        return true;
    }

    private void refuseUsed(JournalEntity entry) {
        if (entry.idem != null && byKey(entry.idem) != null) {
            throw new DuplicateException(null);
        }
    }

    @Override
    public CaseEntity find(long id) {
        return cases.get(id);
    }

    @Override
    public int version(long id) {
        return cases.containsKey(id) ? cases.get(id).version : 0;
    }

    @Override
    public JournalEntity byKey(String idem) {
        return journal.stream().filter(e -> idem.equals(e.idem)).findFirst().orElse(null);
    }

    @Override
    public List<CaseEntity> list(
            CaseQuery query, String scope, CaseKey after, int limit, LocalDate today, LocalDate near) {
        return cases.values().stream().limit(limit).toList();
    }

    @Override
    public List<CaseEntity> byId(long after, int limit) {
        return cases.values().stream().filter(c -> c.id > after).limit(limit).toList();
    }

    @Override
    public List<CaseEntity> running(CaseKey after, int limit) {
        return cases.values().stream()
                .filter(c -> c.dueOn != null && c.id > after.id())
                .limit(limit)
                .toList();
    }

    @Override
    public void due(long id, int version, LocalDate dueOn) {
        cases.get(id).dueOn = dueOn;
    }

    @Override
    public List<JournalEntity> entries(long caseId, int after, int limit) {
        return journal.stream()
                .filter(e -> e.caseId == caseId && e.seq > after)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean used(String mode, int workflow) {
        return cases.values().stream().anyMatch(c -> c.mode.equals(mode) && c.workflow == workflow);
    }

    @Override
    public List<WorkflowEntity> workflows() {
        return List.copyOf(workflows.values());
    }

    @Override
    public void save(WorkflowEntity workflow) {
        workflows.put(workflow.mode + workflow.version, workflow);
    }
}
