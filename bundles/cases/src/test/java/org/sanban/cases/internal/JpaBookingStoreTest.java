// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.sanban.api.cases.BookedTime;
import org.sanban.api.cases.Booking;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.data.test.TestDatabase;

class JpaBookingStoreTest {
    private static final String ELSEWHERE = "610926101000";

    /** 08:00 on the day of all bookings, in the county. */
    private static final Instant MORNING = Instant.parse("2026-11-25T00:00:00Z");

    private TestDatabase database;
    private JpaCaseStore store;
    private BookingManager bookings;

    private void open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("cases") : TestDatabase.postgres("cases");
        store = new JpaCaseStore(database.jpa(), Rows.SETTINGS, new JpaJournalStore(database.jpa(), Rows.SETTINGS));
        bookings = new BookingManager(new JpaBookingStore(database.jpa()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void ofTwentyWhoWantTheSamePersonOneWins(String kind) throws Exception {
        open(kind);
        int teams = 20;
        ExecutorService pool = Executors.newFixedThreadPool(teams);
        CyclicBarrier start = new CyclicBarrier(teams);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < teams; i++) {
            CaseEntity row = insert(Fakes.TOWN);
            // Half of them name the vehicle first: the order of the rows they lock must not depend on it.
            List<Booking> wanted = i % 2 == 0
                    ? List.of(at("person:officer", 60, 60, 30), at("vehicle:CG-01", 60, 60, 30))
                    : List.of(at("vehicle:CG-01", 60, 60, 30), at("person:officer", 60, 60, 30));
            Callable<Boolean> team = () -> {
                start.await();
                try {
                    return book(row, wanted);
                } catch (Problem problem) {
                    assertEquals(Problem.Kind.CONFLICT, problem.kind());
                    return false;
                }
            };
            tries.add(pool.submit(team));
        }
        int won = 0;
        for (Future<Boolean> one : tries) {
            won += one.get() ? 1 : 0;
        }
        pool.shutdown();
        assertEquals(1, won);
        assertEquals(1, times("person:officer", Fakes.CLERK).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void theWayThereCountsAndTheRefusalSaysWhenItIsFree(String kind) {
        open(kind);
        book(insert(Fakes.TOWN), List.of(at("person:officer", 60, 60, 0)));
        book(insert(Fakes.TOWN), List.of(at("person:officer", 180, 60, 30)));
        CaseEntity late = insert(Fakes.TOWN);
        Problem taken = assertThrows(Problem.class, () -> book(late, List.of(at("person:officer", 120, 30, 15))));
        String why = taken.detail().zh();
        assertEquals(Problem.Kind.CONFLICT, taken.kind());
        assertTrue(why.contains("person:officer") && why.contains("2026-11-25 09:00 至 2026-11-25 10:00"), why);
        // 10:15 to 10:45 would overlap with the way to the next one; after that, 12:15 is the first.
        assertTrue(why.contains("2026-11-25 12:15"), why);
        assertEquals(1, store.find(late.id).version);
        assertTrue(book(late, List.of(at("person:officer", 120, 30, 0))));
        CaseEntity full = insert(Fakes.TOWN);
        Problem never = assertThrows(Problem.class, () -> book(full, List.of(at("person:officer", 60, 12 * 60, 1))));
        assertTrue(never.detail().zh().contains("改日"), never.detail().zh());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void timesThatTouchDoNotOverlap(String kind) {
        open(kind);
        book(insert(Fakes.TOWN), List.of(at("vehicle:CG-01", 60, 60, 0)));
        assertTrue(book(insert(Fakes.TOWN), List.of(at("vehicle:CG-01", 120, 60, 0))));
        assertTrue(book(insert(Fakes.TOWN), List.of(at("vehicle:CG-01", 30, 30, 10))));
        assertTrue(book(insert(Fakes.TOWN), List.of(at("vehicle:CG-02", 60, 60, 0))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aNewPlanTakesThePlaceOfTheOldAndWhatIsOverStays(String kind) {
        open(kind);
        CaseEntity row = insert(Fakes.TOWN);
        book(row, List.of(at("person:officer", -300, 60, 0), at("person:officer", -60, 120, 0)));
        book(row, List.of(at("person:officer", 60, 60, 0)));
        book(row, List.of(at("person:officer", 90, 60, 0)));
        List<BookedTime> times = times("person:officer", Fakes.CLERK);
        assertEquals(
                List.of(MORNING.minus(Duration.ofMinutes(300)), MORNING.minus(Duration.ofMinutes(60)), start(90)),
                times.stream().map(time -> time.booking().from()).toList());
        assertEquals(MORNING, times.get(1).booking().to());
        book(row, List.of());
        assertEquals(2, times("person:officer", Fakes.CLERK).size());
        assertTrue(book(insert(Fakes.TOWN), List.of(at("person:officer", 90, 60, 0))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aStaleCommandBooksNothing(String kind) {
        open(kind);
        CaseEntity row = insert(Fakes.TOWN);
        CaseEntity stale = store.find(row.id);
        book(row, List.of());
        stale.version++;
        Beside beside = new Beside(Map.of(), Set.of(), Set.of(), List.of(at("person:officer", 60, 60, 0)));
        assertFalse(store.update(stale, 1, Rows.entry(stale, null), beside));
        assertEquals(List.of(), times("person:officer", Fakes.CLERK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void othersCasesAreShownWithoutNumberAndPlace(String kind) {
        open(kind);
        CaseEntity here = insert(Fakes.TOWN);
        CaseEntity there = insert(ELSEWHERE);
        book(here, List.of(at("vehicle:CG-01", 0, 60, 0), at("person:officer", 30, 60, 0)));
        book(there, List.of(at("vehicle:CG-01", 120, 60, 0)));
        List<BookedTime> times = times("vehicle:CG-01", Fakes.CLERK);
        assertEquals(
                Arrays.asList(here.number, null),
                times.stream().map(BookedTime::number).toList());
        assertEquals("示例村", times.get(0).booking().place());
        assertNull(times.get(1).booking().place());
        assertNull(times.get(1).matterName());
        assertEquals(2, times(null, Fakes.CLERK).size());
        Actor county = Fakes.actor("county", Role.SUPERVISOR, "610926000000");
        Page<BookedTime> first = booked(null, null, new PageRequest(null, 2), county);
        assertEquals(2, first.items().size());
        Page<BookedTime> second = booked(null, null, new PageRequest(first.next(), 2), county);
        assertEquals(there.number, second.items().get(0).number());
        assertNull(second.next());
        assertEquals(
                1, booked(null, ELSEWHERE, PageRequest.first(), county).items().size());
        Problem foreign = assertThrows(Problem.class, () -> booked(null, ELSEWHERE, PageRequest.first(), Fakes.CLERK));
        assertEquals(Problem.Kind.FORBIDDEN, foreign.kind());
        assertThrows(
                Problem.class, () -> bookings.booked(null, null, MORNING, MORNING, PageRequest.first(), Fakes.CLERK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aCalendarIsReadByWhoeverReadsCalendars(String kind) {
        open(kind);
        book(insert(Fakes.TOWN), List.of(at("vehicle:CG-01", 0, 60, 20)));
        book(insert(ELSEWHERE), List.of(at("vehicle:CG-01", 120, 60, 0)));
        String text = Agenda.write("vehicle:CG-01", false, times("vehicle:CG-01", Fakes.CLERK), MORNING);
        assertTrue(text.startsWith("BEGIN:VCALENDAR\r\n") && text.endsWith("END:VCALENDAR\r\n"), text);
        assertTrue(text.contains("DTSTART:20261125T000000Z") && text.contains("DTEND:20261125T010000Z"), text);
        assertTrue(text.contains("LOCATION:示例村") && text.contains("20 分钟"), text);
        assertTrue(text.contains("SUMMARY:已占用"), text);
        String team = Agenda.write("team", true, times(null, Fakes.CLERK), MORNING);
        assertTrue(team.contains("SUMMARY:vehicle:CG-01 "), team);
        assertEquals(2, biweekly.Biweekly.parse(text).first().getEvents().size());
    }

    private List<BookedTime> times(String resource, Actor actor) {
        return booked(resource, null, PageRequest.first(), actor).items();
    }

    private Page<BookedTime> booked(String resource, String division, PageRequest page, Actor actor) {
        Instant from = MORNING.minus(Duration.ofDays(1));
        return bookings.booked(resource, division, from, MORNING.plus(Duration.ofDays(1)), page, actor);
    }

    private static Booking at(String resource, int minute, int length, int way) {
        return new Booking(resource, start(minute), start(minute + length), way, "示例村");
    }

    private static Instant start(int minute) {
        return MORNING.plus(Duration.ofMinutes(minute));
    }

    private CaseEntity insert(String division) {
        CaseEntity row = Rows.row(store.nextId(), division, 1, null);
        store.insert(row, Rows.entry(row, null), Beside.files(Map.of()));
        return row;
    }

    private boolean book(CaseEntity row, List<Booking> wanted) {
        CaseEntity next = store.find(row.id);
        next.version++;
        next.changedAt = CaseList.micros(MORNING);
        Beside beside = new Beside(Map.of(), Set.of(), Set.of(), wanted);
        return store.update(next, next.version - 1, Rows.entry(next, null), beside);
    }
}
