// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import org.sanban.api.problem.Problem;
import org.sanban.cases.internal.CaseStore.CaseKey;
import org.sanban.data.test.TestDatabase;

class JpaCaseStoreTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private TestDatabase database;
    private JpaCaseStore store;

    private void open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("cases") : TestDatabase.postgres("cases");
        store = reopen();
    }

    private JpaCaseStore reopen() {
        return new JpaCaseStore(database.jpa(), new CaseSettings(new Settings()));
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
    void anAttachmentServesOneCaseOnly(String kind) {
        open(kind);
        AttachmentEntity file = new AttachmentEntity();
        file.id = "0123456789abcdef0123456789abcdef";
        file.name = "户口簿.pdf";
        file.type = "application/pdf";
        file.hash = Chain.hash("x");
        file.storedBy = "clerk";
        store.add(file);
        assertEquals(List.of(file.id), store.unused(1));
        CaseEntity first = row("610926100000", 1, null);
        store.insert(first, entry(first, null), List.of(file.id));
        assertEquals(first.id, store.attachment(file.id).caseId);
        CaseEntity second = row("610926100000", 2, null);
        assertThrows(Problem.class, () -> store.insert(second, entry(second, null), List.of(file.id)));
        assertNull(store.find(second.id));
        assertFalse(store.remove(file.id));
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
        assertEquals(2, store.journal(1, 0, store.lane().horizon(), 10).size());
    }

    private List<CaseEntity> list(String scope, CaseQuery query, CaseKey after, int limit) {
        return store.list(query, scope, after, limit, TODAY, TODAY.plusDays(1));
    }

    private List<Long> ids(Light light) {
        CaseQuery query = new CaseQuery(null, null, null, null, null, null, light, null, null);
        return list("610926000000", query, null, 10).stream().map(row -> row.id).toList();
    }

    private boolean change(long id, int seen, String key) {
        CaseEntity row = store.find(id);
        row.version = seen + 1;
        row.stage = "accepted";
        return store.update(row, seen, entry(row, key), List.of());
    }

    private CaseEntity insert(String division, long time) {
        return insert(division, time, TODAY);
    }

    private CaseEntity insert(String division, long time, LocalDate due) {
        CaseEntity row = row(division, time, due);
        store.insert(row, entry(row, null), List.of());
        return row;
    }

    private CaseEntity row(String division, long time, LocalDate due) {
        CaseEntity row = new CaseEntity();
        row.id = store.nextId();
        row.number = CaseNumber.of(row.id, 2026, division);
        row.version = 1;
        row.mode = "window";
        row.workflow = 1;
        row.matter = "m";
        row.matterName = "示例事项";
        row.guide = 1;
        row.limitDays = 5;
        row.site = division + "-01";
        row.division = division;
        row.town = division.substring(0, 9) + "000";
        row.county = division.substring(0, 6) + "000000";
        row.applicantKind = "PERSON";
        row.applicantName = "张𠮷示例";
        row.applicantId = "360426199101010071";
        row.applicantPhone = "09158401234";
        row.stage = "submitted";
        row.status = "OPEN";
        row.submittedAt = CaseList.micros(Instant.ofEpochSecond(1_700_000_000 + time));
        row.changedAt = row.submittedAt;
        row.dueOn = due;
        row.head = Chain.hash("head");
        row.data = "{}";
        return row;
    }

    private static JournalEntity entry(CaseEntity row, String key) {
        JournalEntity entry = new JournalEntity();
        entry.caseId = row.id;
        entry.seq = row.version;
        entry.at = row.changedAt;
        entry.kind = "NOTED";
        entry.action = "note";
        entry.toStage = row.stage;
        entry.account = "clerk";
        entry.actor = "王受理（示例）";
        entry.channel = "rest";
        entry.detail = "{}";
        entry.hash = row.head;
        entry.idem = key;
        entry.request = key == null ? null : Chain.hash(key);
        return entry;
    }

    /** The settings' defaults, with small blocks. */
    private static final class Settings implements CaseSettings.Config {
        @Override
        public int node() {
            return 1;
        }

        @Override
        public int block() {
            return 10;
        }

        @Override
        public int near() {
            return 1;
        }

        @Override
        public String holidays() {
            return "";
        }

        @Override
        public String files() {
            return "";
        }

        @Override
        public long largest() {
            return 1;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return CaseSettings.Config.class;
        }
    }
}
