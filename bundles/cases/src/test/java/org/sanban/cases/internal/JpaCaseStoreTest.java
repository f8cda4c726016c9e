// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.problem.Problem;
import org.sanban.cases.internal.CaseStore.CaseKey;
import org.sanban.data.test.TestDatabase;

class JpaCaseStoreTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Today NOW =
            new Today(TODAY.atTime(9, 0).atZone(CaseManager.ZONE).toInstant(), TODAY, TODAY.plusDays(1));
    private static final Beside NOTHING = Beside.files(Map.of());
    private TestDatabase database;
    private JpaCaseStore store;
    private JpaJournalStore journal;

    private void open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("cases") : TestDatabase.postgres("cases");
        store = reopen();
    }

    private JpaCaseStore reopen() {
        CaseSettings settings = Rows.SETTINGS;
        journal = new JpaJournalStore(database.jpa(), settings);
        return new JpaCaseStore(database.jpa(), settings, journal);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aCaseComesBackAsItWasWritten(String kind) {
        open(kind);
        CaseEntity row = insert("610926100000", 1);
        CaseEntity found = store.find(row.id);
        assertEquals("张𠮷示例", found.applicantName);
        assertEquals(row.dueOn, found.dueOn);
        assertEquals(row.submittedAt, found.submittedAt);
        assertEquals(Chain.hex(row.head), Chain.hex(found.head));
        assertNull(store.find(row.id + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aStaleUpdateLeavesNothingBehind(String kind) {
        open(kind);
        CaseEntity row = insert("610926100000", 1);
        assertTrue(change(row.id, 1, null));
        assertFalse(change(row.id, 1, null));
        assertEquals(2, store.find(row.id).version);
        assertEquals(2, store.entries(row.id, 0, 10).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aUsedKeyLeavesNothingBehind(String kind) {
        open(kind);
        CaseEntity row = insert("610926100000", 1);
        assertTrue(change(row.id, 1, "clerk/k"));
        assertThrows(CaseStore.DuplicateException.class, () -> change(row.id, 2, "clerk/k"));
        assertEquals(2, store.find(row.id).version);
        assertEquals(2, store.byKey("clerk/k").seq);
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void ofManyAtOnceExactlyOneWins(String kind) throws Exception {
        open(kind);
        CaseEntity row = insert("610926100000", 1);
        int clerks = 8;
        ExecutorService pool = Executors.newFixedThreadPool(clerks);
        CyclicBarrier start = new CyclicBarrier(clerks);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < clerks; i++) {
            Callable<Boolean> clerk = () -> {
                start.await();
                return change(row.id, 1, null);
            };
            tries.add(pool.submit(clerk));
        }
        int won = 0;
        for (Future<Boolean> one : tries) {
            won += one.get() ? 1 : 0;
        }
        pool.shutdown();
        assertEquals(1, won);
        assertEquals(2, store.entries(row.id, 0, 10).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void serialsAreNeverRepeatedEvenAcrossNodesAndRestarts(String kind) {
        open(kind);
        Set<Long> taken = new HashSet<>();
        JpaCaseStore other = reopen();
        for (int i = 0; i < 25; i++) {
            assertTrue(taken.add(store.nextId()));
            assertTrue(taken.add(other.nextId()));
        }
        assertTrue(taken.add(reopen().nextId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void listsArePagedNewestFirstWithinTheScope(String kind) {
        open(kind);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            numbers.add(0, insert(i % 2 == 0 ? "610926100000" : "610926100001", i / 3).number);
            insert("610926101000", i);
        }
        List<String> seen = new ArrayList<>();
        CaseKey after = null;
        for (List<CaseEntity> page = list("610926100000", CaseQuery.all(), after, 2);
                !page.isEmpty();
                page = list("610926100000", CaseQuery.all(), after, 2)) {
            page.forEach(row -> seen.add(row.number));
            CaseEntity last = page.get(page.size() - 1);
            after = new CaseKey(last.submittedAt, last.id);
        }
        assertEquals(numbers, seen);
        assertEquals(14, list("610926000000", CaseQuery.all(), null, 50).size());
        assertEquals(3, list("610926100001", CaseQuery.all(), null, 50).size());
        assertEquals(0, list("610927000000", CaseQuery.all(), null, 50).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void listsByLightAreMostUrgentFirst(String kind) {
        open(kind);
        insert("610926100000", 1, TODAY.plusDays(9));
        insert("610926100000", 2, TODAY.minusDays(1));
        insert("610926100000", 3, TODAY.minusDays(5));
        insert("610926100000", 4, Deadlines.UNKNOWN);
        insert("610926100000", 5, Deadlines.PAUSED);
        insert("610926100000", 6, null);
        insert("610926100000", 7, TODAY);
        assertEquals(List.of(3L, 2L), ids(Light.OVERDUE));
        assertEquals(List.of(7L), ids(Light.NEAR));
        assertEquals(List.of(1L), ids(Light.ON_TIME));
        assertEquals(List.of(4L), ids(Light.UNKNOWN));
        assertEquals(List.of(5L), ids(Light.PAUSED));
        assertEquals(List.of(6L), ids(Light.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void anEndedCaseKeepsTheLightItEndedWith(String kind) {
        open(kind);
        CaseEntity late = Rows.row(store.nextId(), "610926100000", 1, null);
        late.status = "DONE";
        late.endLight = "OVERDUE";
        late.endDue = TODAY.minusDays(3);
        store.insert(late, Rows.entry(late, null), NOTHING);
        CaseEntity found = store.find(late.id);
        assertEquals(Light.OVERDUE, NOW.light(found));
        assertEquals(TODAY.minusDays(3), Deadlines.shown(found));
        assertEquals(List.of(), ids(Light.OVERDUE));
        assertEquals(List.of(), ids(Light.NONE));
        CaseQuery done = new CaseQuery(null, null, null, null, null, Status.DONE, Light.OVERDUE, null, null, null);
        assertEquals(1, list("610926000000", done, null, 10).size());
        assertEquals(late.submittedAt + "." + late.id, CaseList.key(done, late));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aMomentWithinTheDayTurnsTheLight(String kind) {
        open(kind);
        CaseEntity over = Rows.row(store.nextId(), "610926100000", 1, TODAY);
        over.dueAt = NOW.micros();
        store.insert(over, Rows.entry(over, null), NOTHING);
        CaseEntity ahead = Rows.row(store.nextId(), "610926100000", 2, TODAY);
        ahead.dueAt = NOW.micros() + 1;
        store.insert(ahead, Rows.entry(ahead, null), NOTHING);
        assertEquals(List.of(over.id), ids(Light.OVERDUE));
        assertEquals(List.of(ahead.id), ids(Light.NEAR));
        assertEquals(Light.OVERDUE, NOW.light(store.find(over.id)));
        assertEquals(Light.NEAR, NOW.light(store.find(ahead.id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void alarmsAreFoundInOrderAndPaged(String kind) {
        open(kind);
        for (long alarm : new long[] {30, 10, 20, 99, 10}) {
            CaseEntity row = Rows.row(store.nextId(), "610926100000", alarm, null);
            row.alarmAt = alarm;
            store.insert(row, Rows.entry(row, null), NOTHING);
        }
        insert("610926100000", 1);
        List<Long> seen = new ArrayList<>();
        CaseKey after = new CaseKey(Long.MIN_VALUE, 0);
        for (List<CaseEntity> part = store.alarmed(30, after, 2); !part.isEmpty(); part = store.alarmed(30, after, 2)) {
            for (CaseEntity row : part) {
                seen.add(row.alarmAt);
                after = new CaseKey(row.alarmAt, row.id);
            }
        }
        assertEquals(List.of(10L, 10L, 20L, 30L), seen);
        CaseEntity first = store.alarmed(10, new CaseKey(0, 0), 1).get(0);
        first.alarmAt = null;
        store.due(first);
        assertEquals(1, store.alarmed(10, new CaseKey(0, 0), 9).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aWorklistReachesBeyondTheDivisionAndIsPaged(String kind) {
        open(kind);
        List<Long> mine = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            CaseEntity row = insert(i % 2 == 0 ? "610926100000" : "610926101000", i);
            mine.add(0, row.id);
            change(row, new Beside(Map.of(), Set.of("officer", "other"), Set.of(), null));
        }
        insert("610926100000", 9);
        CaseQuery query = new CaseQuery(null, null, null, null, null, null, null, "officer", null, null);
        assertEquals(mine, pages(query, null));
        assertEquals(3, pages(query, "610926100000").size());
        CaseEntity last = store.find(mine.get(0));
        change(last, new Beside(Map.of(), Set.of("next"), Set.of("officer"), null));
        assertEquals(mine.subList(1, 5), pages(query, null));
        CaseQuery urgent = new CaseQuery(null, null, null, null, null, null, Light.NEAR, "officer", null, null);
        assertEquals(4, list(null, urgent, null, 10).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void twoHundredCharactersBeyondTheBasicPlaneFit(String kind) {
        open(kind);
        CaseEntity row = Rows.row(store.nextId(), "610926100000", 1, null);
        row.applicantName = "𠮷".repeat(200);
        store.insert(row, Rows.entry(row, null), NOTHING);
        assertEquals(row.applicantName, store.find(row.id).applicantName);
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aLargeWorkflowIsKept(String kind) {
        open(kind);
        WorkflowEntity large = new WorkflowEntity();
        large.mode = "large";
        large.version = 1;
        large.content = Packed.pack("{\"mode\":\"" + "示例".repeat(40_000) + "\"}");
        store.save(large);
        assertEquals(80_011, Packed.unpack(store.workflows().get(0).content).length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void ofNodesThatOfferTheSameNewModeAtOnceNoneFails(String kind) throws Exception {
        open(kind);
        int nodes = 4;
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        try {
            for (int version = 1; version <= 10; version++) {
                WorkflowEntity same = new WorkflowEntity();
                same.mode = "same";
                same.version = version;
                same.content = Packed.pack("{}");
                CyclicBarrier start = new CyclicBarrier(nodes);
                Callable<Boolean> node = () -> {
                    start.await();
                    store.save(same);
                    return true;
                };
                for (Future<Boolean> one : pool.invokeAll(Collections.nCopies(nodes, node))) {
                    assertTrue(one.get());
                }
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(10, store.workflows().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void anAttachmentServesOneCaseOnly(String kind) {
        open(kind);
        AttachmentEntity file = new AttachmentEntity();
        file.id = "0123456789abcdef0123456789abcdef";
        file.name = "户口簿.pdf";
        file.type = "application/pdf";
        file.hash = Chain.hash("x");
        file.storedBy = "clerk";
        JpaAttachmentStore files = new JpaAttachmentStore(database.jpa());
        files.add(file);
        assertEquals(List.of(file.id), files.unused(1));
        CaseEntity first = Rows.row(store.nextId(), "610926100000", 1, null);
        store.insert(first, Rows.entry(first, null), Beside.files(Map.of(file.id, "materials[0]")));
        assertEquals(first.id, files.attachment(file.id).caseId);
        CaseEntity second = Rows.row(store.nextId(), "610926100000", 2, null);
        Beside named = Beside.files(Map.of(file.id, "answers.photo"));
        Problem foreign = assertThrows(Problem.class, () -> store.insert(second, Rows.entry(second, null), named));
        assertEquals("answers.photo", foreign.violations().get(0).field());
        assertNull(store.find(second.id));
        assertFalse(files.remove(file.id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void positionsGrowOnAcrossRestarts(String kind) {
        open(kind);
        CaseEntity row = insert("610926100000", 1);
        long first = store.entries(row.id, 0, 1).get(0).id;
        store = reopen();
        CaseEntity next = insert("610926100000", 2);
        assertEquals(first + 1, store.entries(next.id, 0, 1).get(0).id);
        assertEquals(2, journal.journal(1, 0, journal.lane().horizon(), 10).size());
    }

    private List<CaseEntity> list(String scope, CaseQuery query, CaseKey after, int limit) {
        return store.list(query, scope, after, limit, NOW);
    }

    private List<Long> pages(CaseQuery query, String scope) {
        List<Long> seen = new ArrayList<>();
        CaseKey after = null;
        for (List<CaseEntity> page = list(scope, query, after, 2);
                !page.isEmpty();
                page = list(scope, query, after, 2)) {
            page.forEach(row -> seen.add(row.id));
            CaseEntity last = page.get(page.size() - 1);
            after = new CaseKey(last.submittedAt, last.id);
        }
        return seen;
    }

    private void change(CaseEntity row, Beside beside) {
        CaseEntity next = store.find(row.id);
        next.version++;
        assertTrue(store.update(next, next.version - 1, Rows.entry(next, null), beside));
    }

    private List<Long> ids(Light light) {
        CaseQuery query = new CaseQuery(null, null, null, null, null, null, light, null, null, null);
        return list("610926000000", query, null, 10).stream().map(row -> row.id).toList();
    }

    private boolean change(long id, int seen, String key) {
        CaseEntity row = store.find(id);
        row.version = seen + 1;
        row.stage = "accepted";
        return store.update(row, seen, Rows.entry(row, key), NOTHING);
    }

    private CaseEntity insert(String division, long time) {
        return insert(division, time, TODAY);
    }

    private CaseEntity insert(String division, long time, LocalDate due) {
        CaseEntity row = Rows.row(store.nextId(), division, time, due);
        store.insert(row, Rows.entry(row, null), NOTHING);
        return row;
    }
}
