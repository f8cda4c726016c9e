// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.rating.Measure;
import org.sanban.api.rating.Period;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Window;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakePostings;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.SampleCase;
import org.sanban.data.test.TestDatabase;

/** Ledgers, evidence, sums and criteria on a real database. */
abstract class LedgerStoreTest {
    private static final String CENTRE = Samples.CENTRE.code();
    private static final PageRequest ALL = new PageRequest(null, 200);

    private final FakeRegistry registry = new FakeRegistry(Samples.HALL, Samples.CENTRE, Samples.STATION);
    private final FakeAttachments attachments = new FakeAttachments();
    private TestDatabase database;
    private LedgerStore store;
    private TallyStore tallies;
    private Ledgers ledgers;
    private Checks checks;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        store = new LedgerStore(database.jpa());
        tallies = new TallyStore(database.jpa());
        ledgers = new Ledgers(registry, store, attachments);
        checks = new Checks(new Snapshots(
                registry,
                new FakeMatters(),
                store,
                tallies,
                new PostStore(database.jpa()),
                new FakePostings(),
                Samples.SETTINGS));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aLedgerIsWrittenInTheVersionThatWasSeen() {
        assertEquals(0, ledgers.get(CENTRE, Samples.ADMIN).version());
        Ledger first = ledgers.save(Samples.hall(CENTRE, "86.5").as(0, null, null), Samples.ADMIN);
        assertEquals(1, first.version());
        assertEquals(new BigDecimal("86.5"), ledgers.get(CENTRE, Samples.ADMIN).area());
        assertEquals("admin", first.changedBy());
        Ledger second = ledgers.save(Samples.hall(CENTRE, "90").as(1, null, null), Samples.ADMIN);
        assertEquals(2, second.version());
        Problem stale = assertThrows(
                Problem.class, () -> ledgers.save(Samples.hall(CENTRE, "91").as(1, null, null), Samples.ADMIN));
        assertEquals(Problem.Kind.CONFLICT, stale.kind());
        assertTrue(stale.detail().zh().contains("第 2 版"), stale.detail().zh());
        assertEquals(new BigDecimal("90"), ledgers.get(CENTRE, Samples.ADMIN).area());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Ledger wrong = new Ledger(
                CENTRE,
                0,
                new BigDecimal("-1"),
                -1,
                null,
                null,
                null,
                null,
                List.of(new Ledger.Equipment(" ", 0)),
                List.of("14:00-17:30", "08:30-12:00"),
                List.of("9-11"),
                new Ledger.Responsible("某", ""),
                List.of(new Ledger.Member(77, true, null)),
                LocalDate.of(2999, 1, 1),
                null,
                null,
                null,
                null);
        Problem problem = assertThrows(Problem.class, () -> ledgers.save(wrong, Samples.ADMIN));
        Set<String> fields = Set.copyOf(
                problem.violations().stream().map(Problem.Violation::field).toList());
        assertEquals(
                Set.of(
                        "area",
                        "workplaces",
                        "equipment[0].name",
                        "equipment[0].count",
                        "workdayHours",
                        "restDayHours",
                        "responsible.office",
                        "members[0].staff",
                        "surveyedOn",
                        "surveyor"),
                fields);
    }

    @Test
    void aTownSeesAndWritesItsOwnOnly() {
        Actor other = new Actor("other", "他镇", Set.of(Role.CLERK), "610926101000", Channel.REST);
        Actor supervisor = new Actor("s", "监督", Set.of(Role.SUPERVISOR), Samples.COUNTY, Channel.REST);
        for (Actor actor : List.of(other, supervisor)) {
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    assertThrows(
                                    Problem.class,
                                    () -> ledgers.save(Samples.hall(CENTRE, "1").as(0, null, null), actor))
                            .kind());
        }
        assertThrows(Problem.class, () -> ledgers.get(CENTRE, other));
        assertEquals(0, ledgers.get(CENTRE, supervisor).version());
    }

    @Test
    void evidenceNeedsAPictureAndIsKeptForTheDivision() {
        Evidence seen = Samples.seen(Evidence.Item.RULES, true, Samples.DAY.minusDays(3));
        ledgers.add(seen, Samples.ADMIN);
        assertEquals(List.of(Samples.TOWN + " png-1"), attachments.kept);
        Evidence blind = new Evidence(
                0, CENTRE, Evidence.Item.RULES, true, Samples.DAY, "某", null, List.of("pdf-1"), "t", Instant.EPOCH);
        assertEquals(
                "photos",
                assertThrows(Problem.class, () -> ledgers.add(blind, Samples.ADMIN))
                        .violations()
                        .get(0)
                        .field());
        assertEquals(1, ledgers.evidence(CENTRE, ALL, Samples.ADMIN).items().size());
    }

    @Test
    void whatWasSeenLastCountsWheneverItWasEntered() {
        store.add(Samples.seen(Evidence.Item.RULES, false, Samples.DAY));
        store.add(Samples.seen(Evidence.Item.RULES, true, Samples.DAY.minusDays(9)));
        store.add(Samples.seen(Evidence.Item.SIGNS, false, Samples.DAY));
        store.add(Samples.seen(Evidence.Item.SIGNS, true, Samples.DAY));
        store.add(Samples.seen(Evidence.Item.SIGNS, false, Samples.DAY.plusDays(1)));
        Map<Evidence.Item, Evidence> newest =
                store.newest(List.of(CENTRE), Samples.DAY).get(CENTRE);
        assertFalse(newest.get(Evidence.Item.RULES).there());
        assertTrue(newest.get(Evidence.Item.SIGNS).there());
        assertTrue(store.newest(List.of(CENTRE), Samples.DAY.minusDays(1))
                .get(CENTRE)
                .get(Evidence.Item.RULES)
                .there());
    }

    @Test
    void anEntryThatComesTwiceCountsOnce() {
        Counter counter = new Counter(tallies);
        Case state = state();
        for (int i = 0; i < 3; i++) {
            counter.on(entry("1", JournalEntry.Kind.SUBMITTED, Status.OPEN, "2026-10-31T16:30:00Z"), state);
            counter.on(entry("1", JournalEntry.Kind.DELIVERED, Status.DONE, "2026-11-02T01:00:00Z"), state);
            counter.on(entry("1", JournalEntry.Kind.ADVANCED, Status.DONE, "2026-11-03T01:00:00Z"), state);
        }
        counter.on(entry("2", JournalEntry.Kind.SUBMITTED, Status.OPEN, "2026-10-31T15:30:00Z"), state);
        assertEquals(new Tally(1, 1), sum("2026-11", "2026-11"), "the month is that of the county's clock");
        assertEquals(new Tally(2, 1), sum("2026-10", "2026-11"));
        assertEquals(Tally.NONE, sum("2026-09", "2026-09"));
    }

    @Test
    void manyAtOnceAreAllCounted() {
        List<RuntimeException> lost = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> {
                    RuntimeException failed = null;
                    // The journal gives an entry again that failed, as two that begin a month at once may.
                    for (int attempt = 0; attempt < 20; attempt++) {
                        try {
                            tallies.count(List.of(new TallyStore.Happened(
                                    "n" + i, CENTRE, YearMonth.of(2026, 11), CountedEntity.SUBMITTED)));
                            return null;
                        } catch (RuntimeException e) {
                            failed = e;
                        }
                    }
                    return failed;
                })
                .filter(Objects::nonNull)
                .toList();
        assertEquals(List.of(), lost);
        assertEquals(new Tally(40, 0), sum("2026-11", "2026-11"));
    }

    @Test
    void aCriterionSaysOfAPeriodThatIsOverWhatItSaidBefore() {
        EquippedCriterion criterion = new EquippedCriterion(checks, store);
        registry.save(new Staff(1, CENTRE, "甲", "岗", null, null), Samples.ADMIN);
        LocalDate today = LocalDate.now(Moments.ZONE);
        Period over = new Period(today.minusDays(40), today.minusDays(2));
        Measure before = criterion.measure(Samples.CENTRE, over);
        assertEquals(new BigDecimal("0.0"), before.value());
        registry.save(new Window(CENTRE, 1, "帮办代办窗口"), Samples.ADMIN);
        assertEquals(before, criterion.measure(Samples.CENTRE, over));
        Period running = new Period(today.minusDays(40), today);
        assertEquals(
                new BigDecimal("11.1"),
                criterion.measure(Samples.CENTRE, running).value());
        assertEquals(9, criterion.measure(Samples.CENTRE, running).facts().size());
        assertEquals(null, criterion.measure(Samples.HALL, running).value());
    }

    @Test
    void sitesThatLackSomethingAreListedPageByPage() {
        registry.with(new Division(Samples.VILLAGE, "龙头村", Division.Level.VILLAGE, Samples.TOWN));
        LedgerManager manager = new LedgerManager(registry, checks, null);
        Page<?> first = manager.checks(Samples.COUNTY, true, new PageRequest(null, 2), Samples.ADMIN);
        assertEquals(2, first.items().size());
        Page<?> second = manager.checks(Samples.COUNTY, true, new PageRequest(first.next(), 2), Samples.ADMIN);
        assertEquals(1, second.items().size());
        assertEquals(null, second.next());
    }

    private Tally sum(String from, String until) {
        return tallies.tallies(List.of(CENTRE), YearMonth.parse(from), YearMonth.parse(until))
                .getOrDefault(CENTRE, Tally.NONE);
    }

    private static Case state() {
        Text name = Text.of("受理");
        Stage stage = new Stage("taken", name, Status.OPEN, Clock.RUNNING, Role.CLERK, null);
        return SampleCase.of(
                        new Workflow("m", 1, name, "taken", Set.of(Role.CLERK), List.of(), List.of(stage), List.of()))
                .make();
    }

    private static JournalEntry entry(String number, JournalEntry.Kind kind, Status status, String at) {
        return new JournalEntry(
                1,
                number,
                1,
                Instant.parse(at),
                kind,
                "a",
                Text.of("a"),
                null,
                "b",
                status,
                "t",
                "t",
                "rest",
                Samples.TOWN,
                true,
                Map.of(),
                "");
    }
}
