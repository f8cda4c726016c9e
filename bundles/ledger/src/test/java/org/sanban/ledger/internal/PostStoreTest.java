// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.ledger.Gap;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Staff;
import org.sanban.api.test.FakeRegistry;
import org.sanban.data.test.TestDatabase;

/** Posts, leaves and the gaps they leave on a real database. */
abstract class PostStoreTest {
    private static final String CENTRE = Samples.CENTRE.code();
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final PageRequest ALL = new PageRequest(null, 200);

    private final FakeRegistry registry = new FakeRegistry(Samples.CENTRE);
    private TestDatabase database;
    private LedgerStore ledgers;
    private Posts posts;
    private Gaps gaps;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        ledgers = new LedgerStore(database.jpa());
        posts = posts(ledgers);
        gaps = new Gaps(registry, ledgers, new PostStore(database.jpa()), new FakeCalendar());
        registry.save(new Staff(1, CENTRE, "王受理", "A岗", "wang", 1), Samples.ADMIN);
        registry.save(new Staff(2, CENTRE, "李受理", "B岗", "li", 1), Samples.ADMIN);
        registry.save(new Staff(3, CENTRE, "王受理", "另一岗", "wang", null), Samples.ADMIN);
        ledgers.put(Samples.ledger(CENTRE, List.of("08:30-12:00", "14:00-17:30"), List.of("09:00-11:00")));
    }

    private Posts posts(LedgerStore ledgers) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), Moments.ZONE);
        return new Posts(registry, ledgers, new PostStore(database.jpa()), new FakeCalendar(), clock);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void nobodySubstitutesForThemselves() {
        for (long other : new long[] {1, 3}) {
            Problem self = assertThrows(Problem.class, () -> save(1L, other));
            assertEquals("substitute", self.violations().get(0).field());
            assertTrue(self.detail().zh().contains("不能替自己"), self.detail().zh());
        }
        assertEquals(
                "holder",
                assertThrows(Problem.class, () -> save(99L, 2L))
                        .violations()
                        .get(0)
                        .field());
        assertEquals(1, save(1L, 2L).version());
    }

    @Test
    void aPostIsChangedInTheVersionThatWasSeen() {
        Post post = save(1L, null);
        Post changed = posts.save(new Post(post.id(), 1, CENTRE, "岗", 1L, 2L, true), Samples.ADMIN);
        assertEquals(2, changed.version());
        assertEquals(
                Problem.Kind.CONFLICT,
                assertThrows(
                                Problem.class,
                                () -> posts.save(new Post(post.id(), 1, CENTRE, "岗", null, null, true), Samples.ADMIN))
                        .kind());
        assertEquals(List.of(changed), posts.of(CENTRE, Samples.ADMIN));
    }

    @Test
    void bothAreNeverAwayAtOnceUnlessItCannotWait() {
        save(1L, 2L);
        leave(1, THURSDAY, "09:00", "10:00", false);
        Problem refused = assertThrows(Problem.class, () -> leave(2, THURSDAY, "09:30", "17:30", false));
        assertEquals(Problem.Kind.CONFLICT, refused.kind());
        assertTrue(
                refused.detail().zh().contains("王受理") && refused.detail().zh().contains("09:30"),
                refused.detail().zh());
        leave(2, THURSDAY, "10:00", "17:30", false);
        assertEquals(List.of(Gap.Kind.ALONE, Gap.Kind.ALONE), kinds(THURSDAY, THURSDAY));
        leave(2, THURSDAY, "09:30", "10:00", true);
        List<Gap> found = gaps(THURSDAY, THURSDAY, Gap.Kind.EMPTY, ALL).items();
        assertEquals(1, found.size());
        Gap gap = found.get(0);
        assertEquals(Moments.at(THURSDAY, LocalTime.of(9, 30)), gap.from());
        assertEquals(Moments.at(THURSDAY, LocalTime.of(10, 0)), gap.until());
        assertTrue(gap.facts().get(0).text().zh().contains("王受理"), gap.toString());
        assertEquals(2, gap.facts().size());
    }

    @Test
    void ofTwoLeavesAskedForAtOnceOneIsRefused() {
        save(1L, 2L);
        for (int week = 0; week < 4; week++) {
            LocalDate day = THURSDAY.plusWeeks(week);
            long refused = LongStream.of(1, 2)
                    .parallel()
                    .filter(staff -> refused(staff, day))
                    .count();
            assertEquals(1, refused, "on " + day);
        }
    }

    private boolean refused(long staff, LocalDate day) {
        try {
            leave(staff, day, "09:00", "10:00", false);
            return false;
        } catch (Problem both) {
            return true;
        }
    }

    @Test
    void whoHasNobodyToStandInDoesNotLeaveThePostEmpty() {
        save(1L, null);
        Problem refused = assertThrows(Problem.class, () -> leave(1, THURSDAY, "09:00", "10:00", false));
        assertTrue(refused.detail().zh().contains("先指定B岗"), refused.detail().zh());
        leave(1, THURSDAY, "12:00", "14:00", false);
        leave(2, THURSDAY, "08:00", "18:00", false);
    }

    @Test
    void whatCannotWaitIsEnteredWithoutALookAtTheLedger() {
        save(1L, null);
        posts = posts(new LedgerStore(null));
        assertThrows(NullPointerException.class, () -> leave(1, THURSDAY, "09:00", "10:00", false));
        assertTrue(leave(1, THURSDAY, "09:00", "10:00", true).urgent());
    }

    @Test
    void weekendsAndHolidaysAreByTheStateCouncilsCalendar() {
        save(1L, null);
        LocalDate saturday = FakeCalendar.SHIFTED_SATURDAY;
        assertEquals(2, kinds(saturday, saturday).size(), "open morning and afternoon");
        assertEquals(
                1,
                kinds(FakeCalendar.HOLIDAY_THURSDAY, FakeCalendar.HOLIDAY_THURSDAY)
                        .size());
        Problem unknown =
                assertThrows(Problem.class, () -> kinds(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)));
        assertEquals(Problem.Kind.UNAVAILABLE, unknown.kind());
    }

    @Test
    void gapsAreListedPageByPage() {
        save(1L, null);
        save(2L, null);
        List<Gap> all = gaps(THURSDAY, THURSDAY.plusDays(3), null, ALL).items();
        assertEquals(2 * (2 + 2 + 1 + 1), all.size());
        List<Gap> paged = new ArrayList<>();
        String after = null;
        do {
            Page<Gap> page = gaps(THURSDAY, THURSDAY.plusDays(3), null, new PageRequest(after, 5));
            paged.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertEquals(all, paged);
        assertThrows(Problem.class, () -> gaps(THURSDAY, THURSDAY.plusDays(62), null, ALL));
        assertThrows(Problem.class, () -> gaps(THURSDAY, THURSDAY, null, new PageRequest("nonsense", 5)));
    }

    @Test
    void whatIsTakenBackOrGivenUpLeavesNoGap() {
        Post post = save(1L, 2L);
        Leave leave = leave(1, THURSDAY, "09:00", "10:00", false);
        leave(2, THURSDAY, "09:00", "10:00", true);
        assertEquals(List.of(Gap.Kind.EMPTY), kinds(THURSDAY, THURSDAY));
        assertTrue(posts.cancel(leave.id(), Samples.ADMIN).cancelled());
        assertEquals(List.of(Gap.Kind.ALONE), kinds(THURSDAY, THURSDAY));
        posts.save(new Post(post.id(), 1, CENTRE, "岗", 1L, 2L, false), Samples.ADMIN);
        assertEquals(List.of(), kinds(THURSDAY, THURSDAY));
        Page<Leave> leaves = posts.leaves(Samples.TOWN, THURSDAY, ALL, Samples.ADMIN);
        assertEquals(2, leaves.items().size());
        assertNull(leaves.next());
    }

    private Post save(Long holder, Long substitute) {
        return posts.save(new Post(0, 0, CENTRE, "岗", holder, substitute, true), Samples.ADMIN);
    }

    private Leave leave(long staff, LocalDate day, String from, String until, boolean urgent) {
        return posts.add(
                new Leave(
                        0,
                        CENTRE,
                        staff,
                        Moments.at(day, LocalTime.parse(from)),
                        Moments.at(day, LocalTime.parse(until)),
                        urgent,
                        null,
                        false),
                Samples.ADMIN);
    }

    private List<Gap.Kind> kinds(LocalDate from, LocalDate until) {
        return gaps(from, until, null, ALL).items().stream().map(Gap::kind).toList();
    }

    private Page<Gap> gaps(LocalDate from, LocalDate until, Gap.Kind kind, PageRequest page) {
        return gaps.find(new Gaps.Query(Samples.COUNTY, kind, from, until), page, Samples.ADMIN);
    }
}
