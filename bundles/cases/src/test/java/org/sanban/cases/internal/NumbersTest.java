// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.ReservedNumber;
import org.sanban.api.cases.ReservedNumber.State;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.data.test.TestDatabase;

/** Numbers set apart, and the cases submitted under them. */
class NumbersTest {
    private static final Actor COLLEAGUE = Fakes.actor("other", "clerk", Fakes.TOWN);

    private Instant now = Instant.parse("2026-11-24T01:00:00Z");
    private TestDatabase database;
    private JpaCaseStore store;
    private CaseManager cases;
    private NumberManager numbers;

    private void open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("cases") : TestDatabase.postgres("cases");
        store = new JpaCaseStore(database.jpa(), Rows.SETTINGS, new JpaJournalStore(database.jpa(), Rows.SETTINGS));
        Fakes.Matters matters = new Fakes.Matters();
        Modes modes = new Modes(store);
        modes.add(Fakes.MODE);
        Deadlines deadlines = Deadlines.bundled(1, () -> now);
        CaseReader reader = new CaseReader(store, modes, matters, deadlines);
        cases = new CaseManager(
                store, reader, modes, matters, new Fakes.Registry(), new Fakes.Identity(), deadlines, new Counters());
        numbers = new NumberManager(store, new JpaNumberStore(database.jpa()), Rows.SETTINGS, deadlines);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aCaseIsSubmittedUnderItsNumberOnce(String kind) {
        open(kind);
        String number = reserve(3).get(1);
        now = now.plus(Duration.ofDays(60));
        Receipt first = cases.submit(draft("a").under(number), Fakes.CLERK);
        assertEquals(number, first.number());
        assertFalse(first.repeated());
        Receipt again = cases.submit(draft("a").under(number), Fakes.CLERK);
        assertTrue(again.repeated());
        assertEquals(first.at(), again.at());
        assertEquals(1, store.byId(0, 10).size());
        assertEquals(State.USED, numbers.number(number, Fakes.CLERK).state());
        assertEquals(first.at(), numbers.number(number, Fakes.CLERK).settledAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void anotherContentIsToldWhoUsedTheNumberAndWhen(String kind) {
        open(kind);
        String number = reserve(1).get(0);
        cases.submit(draft("a").under(number), Fakes.CLERK);
        Problem other = refused(Problem.Kind.CONFLICT, draft("b").under(number), Fakes.CLERK);
        assertTrue(other.detail().zh().contains(number) && other.detail().zh().contains("2026-11-24"));
        Draft keyed = new Draft(
                "test", Fakes.MATTER, Fakes.SITE, Fakes.applicant(), null, null, null, "b", "another", number);
        assertTrue(
                refused(Problem.Kind.CONFLICT, keyed, Fakes.CLERK).detail().zh().contains("2026-11-24"));
        assertEquals(1, store.byId(0, 10).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aNumberIsForItsAccountAlone(String kind) {
        open(kind);
        String number = reserve(1).get(0);
        assertEquals(
                "number",
                refused(Problem.Kind.INVALID, draft("a").under(number), COLLEAGUE)
                        .violations()
                        .get(0)
                        .field());
        String next = CaseNumber.of(CaseNumber.id(number).getAsLong() + 1, 2026, Fakes.TOWN);
        refused(Problem.Kind.INVALID, draft("a").under(next), Fakes.CLERK);
        refused(Problem.Kind.INVALID, draft("a").under("61092626000000010"), Fakes.CLERK);
        assertEquals(List.of(), store.byId(0, 10));
        assertThrows(Problem.class, () -> numbers.giveUp(number, "示例", COLLEAGUE));
        assertThrows(Problem.class, () -> numbers.number(number, Fakes.ELSEWHERE));
        assertEquals(State.OPEN, numbers.number(number, COLLEAGUE).state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void whatIsRefusedLeavesTheNumberOpen(String kind) {
        open(kind);
        String number = reserve(1).get(0);
        refused(Problem.Kind.INVALID, draft("x".repeat(501)).under(number), Fakes.CLERK);
        assertEquals(State.OPEN, numbers.number(number, Fakes.CLERK).state());
        assertEquals(number, cases.submit(draft("x").under(number), Fakes.CLERK).number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void ofTheSameAtOnceOneIsWrittenAndAllAreAnsweredAlike(String kind) throws Exception {
        open(kind);
        String number = reserve(1).get(0);
        int many = 6;
        ExecutorService pool = Executors.newFixedThreadPool(many);
        CyclicBarrier start = new CyclicBarrier(many);
        Callable<Receipt> send = () -> {
            start.await();
            return cases.submit(draft("a").under(number), Fakes.CLERK);
        };
        List<Future<Receipt>> sent =
                Stream.generate(() -> pool.submit(send)).limit(many).toList();
        int first = 0;
        for (Future<Receipt> one : sent) {
            assertEquals(number, one.get().number());
            first += one.get().repeated() ? 0 : 1;
        }
        pool.shutdown();
        assertEquals(1, first);
        assertEquals(1, store.byId(0, 10).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aNumberGivenUpStaysSoWithItsReason(String kind) {
        open(kind);
        List<String> given = reserve(3);
        assertThrows(Problem.class, () -> numbers.giveUp(given.get(0), " ", Fakes.CLERK));
        numbers.giveUp(given.get(0), "申请人改到中心办理𠮷", Fakes.CLERK);
        ReservedNumber again = numbers.giveUp(given.get(0), "别的", Fakes.CLERK);
        assertEquals("申请人改到中心办理𠮷", again.reason());
        Problem late = refused(Problem.Kind.CONFLICT, draft("a").under(given.get(0)), Fakes.CLERK);
        assertTrue(late.detail().zh().contains("申请人改到中心办理𠮷"), late.detail().zh());
        cases.submit(draft("a").under(given.get(1)), Fakes.CLERK);
        assertThrows(Problem.class, () -> numbers.giveUp(given.get(1), "晚了", Fakes.CLERK));
        assertEquals(List.of(given.get(0)), listed(State.GIVEN_UP, COLLEAGUE));
        assertEquals(List.of(given.get(1)), listed(State.USED, COLLEAGUE));
        assertEquals(List.of(), listed(State.GIVEN_UP, Fakes.ELSEWHERE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void numbersAreBoundedAndNeverGivenTwice(String kind) {
        open(kind);
        assertThrows(Problem.class, () -> reserve(0));
        assertThrows(Problem.class, () -> reserve(201));
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            all.addAll(reserve(200));
        }
        assertEquals(1000, all.size());
        assertEquals(
                Problem.Kind.CONFLICT,
                assertThrows(Problem.class, () -> reserve(1)).kind());
        String next = cases.submit(draft("a"), Fakes.CLERK).number();
        assertFalse(all.contains(next));
        now = now.plus(Duration.ofDays(2));
        assertEquals(1, reserve(1).size());
        assertThrows(Problem.class, () -> numbers.reserve(1, Fakes.actor("s", "supervisor", Fakes.TOWN)));
    }

    private List<String> reserve(int count) {
        return numbers.reserve(count, Fakes.CLERK).stream()
                .map(ReservedNumber::number)
                .toList();
    }

    private List<String> listed(State state, Actor actor) {
        return numbers.find(state, PageRequest.first(), actor).items().stream()
                .map(ReservedNumber::number)
                .toList();
    }

    private static Draft draft(String note) {
        return new Draft("test", Fakes.MATTER, Fakes.SITE, Fakes.applicant(), null, null, null, note, null);
    }

    private Problem refused(Problem.Kind kind, Draft draft, Actor actor) {
        Problem problem = assertThrows(Problem.class, () -> cases.submit(draft, actor));
        assertEquals(kind, problem.kind(), problem.detail().zh());
        return problem;
    }
}
