// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.registry.Division;

/** Cases and journal in memory. */
final class FakeCaseStore implements CaseStore {
    final Map<Long, CaseEntity> cases = new TreeMap<>();
    final List<JournalEntity> journal = new ArrayList<>();
    final Map<String, WorkflowEntity> workflows = new HashMap<>();

    /** How often it was asked for cases by their ids. */
    int questions;

    /** What went with the last command. */
    Beside last;

    /** What another clerk does between this one's reading and writing. */
    Runnable meanwhile = () -> {};

    @Override
    public synchronized long nextId() {
        return cases.size() + 1L;
    }

    @Override
    public void insert(CaseEntity row, JournalEntity entry, Beside beside) {
        refuseUsed(entry);
        cases.put(row.id, row);
        journal.add(entry);
        last = beside;
    }

    @Override
    public boolean update(CaseEntity row, int seen, JournalEntity entry, Beside beside) {
        meanwhile.run();
        refuseUsed(entry);
        if (cases.get(row.id).version != seen) {
            return false;
        }
        cases.put(row.id, row);
        journal.add(entry);
        last = beside;
        return true;
    }

    private void refuseUsed(JournalEntity entry) {
        if (entry.idem != null && byKey(entry.idem) != null) {
            throw new DuplicateException(null);
        }
    }

    @Override
    public CaseEntity find(long id) {
        questions++;
        return cases.get(id);
    }

    @Override
    public Map<Long, CaseEntity> find(Set<Long> ids) {
        questions++;
        return ids.stream().filter(cases::containsKey).collect(Collectors.toMap(id -> id, cases::get));
    }

    @Override
    public int version(long id) {
        questions++;
        return cases.containsKey(id) ? cases.get(id).version : 0;
    }

    @Override
    public JournalEntity byKey(String idem) {
        return journal.stream().filter(e -> idem.equals(e.idem)).findFirst().orElse(null);
    }

    @Override
    public List<CaseEntity> list(CaseQuery query, String scope, CaseKey after, int limit, Today today) {
        return cases.values().stream()
                .filter(c -> scope == null || Division.contains(scope, c.division))
                .filter(c -> query.holder() == null
                        || query.holder().equals(c.holder)
                        || Json.data(c.data).parts().stream()
                                .anyMatch(p -> p.open() && p.account().equals(query.holder())))
                .limit(limit)
                .toList();
    }

    @Override
    public List<CaseEntity> alarmed(long now, CaseKey after, int limit) {
        return cases.values().stream()
                .filter(c -> c.alarmAt != null && c.alarmAt <= now)
                .filter(c -> c.alarmAt > after.order() || c.alarmAt == after.order() && c.id > after.id())
                .sorted(Comparator.comparing(c -> c.alarmAt))
                .limit(limit)
                .toList();
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
    public void due(CaseEntity row) {
        cases.put(row.id, row);
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
