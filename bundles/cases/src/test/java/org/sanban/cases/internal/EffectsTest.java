// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Moved;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Returned;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;

/** What a clerk gains of steps besides moving the case: answers, files, originals and booked times are checked and kept. */
class EffectsTest {
    private static final String FILE = "0123456789abcdef0123456789abcdef";

    private final Team team = new Team();

    @Test
    void listsOfChoicesFilesAndMattersAreChecked() {
        String number = team.submit().number();
        Map<String, Object> wrong = Map.of(
                "tags", List.of("a", "a"), "photo", "../etc/passwd", "matters", List.of(Fakes.MATTER, "no-matter"));
        Problem problem = assertThrows(Problem.class, () -> team.plan(number, wrong));
        assertEquals(Set.of("answers.tags", "answers.photo", "answers.matters"), Team.fields(problem));
        assertTrue(
                problem.violations().stream()
                        .anyMatch(v -> v.message().zh().contains("no-matter")
                                && !v.message().zh().contains(Fakes.MATTER)),
                problem.violations().toString());
        team.plan(number, Map.of("tags", List.of("b", "a"), "photo", FILE, "matters", List.of(Fakes.MATTER)));
        assertEquals(Map.of(FILE, "answers.photo"), team.store.last.files());
        assertEquals(List.of("b", "a"), team.get(number).answers().get("tags"));
    }

    @Test
    void whatIsSentAsNullWasNotGiven() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("tags", null);
        Action action = new Action(
                "plan",
                1,
                nothing,
                Collections.singletonList(null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        team.cases.act(team.submit().number(), action, Fakes.CLERK);
    }

    @Test
    void aFileOfTheApplicationIsBoundAsWell() {
        team.cases.submit(Team.draft(Map.of("proof", FILE)), Fakes.CLERK);
        assertEquals(Map.of(FILE, "answers.proof"), team.store.last.files());
    }

    @Test
    void factsAreKeptWithTheAnswersButDoNotOverwriteThem() {
        String number = team.planned();
        team.mode.facts = Map.of("lateMinutes", 7, "outcome", "computed");
        team.cases.act(number, Action.of("sign", 2), Fakes.OFFICER);
        assertEquals(7, team.get(number).answers().get("lateMinutes"));
        team.open(number, 3, Team.opening("officer"));
        team.cases.act(number, Team.end(4, 1, "approved"), Fakes.OFFICER);
        assertEquals("approved", team.get(number).parts().get(0).outcome());
        List<JournalEntry> entries =
                team.journal.entries(number, PageRequest.first(), Fakes.CLERK).items();
        assertTrue(
                entries.get(2).detail().toString().contains("lateMinutes=7"),
                entries.get(2).detail().toString());
        assertTrue(entries.get(4).detail().toString().contains("outcome=approved"));
        assertNull(team.journal
                .verify(PageRequest.first(), Fakes.actor("s", "supervisor", Fakes.TOWN))
                .items()
                .get(0)
                .fault());
    }

    @Test
    void custodyFollowsTheParcel() {
        String number = team.planned();
        team.cases.act(number, Action.of("move", 2).taking(Original.take("户口簿", null)), Fakes.OFFICER);
        Team.assertKind(Problem.Kind.INVALID, () -> team.cases.act(number, moving(3, 2, "post:1"), Fakes.OFFICER));
        team.cases.act(number, moving(3, 1, "post:123"), Fakes.OFFICER);
        Problem out = assertThrows(Problem.class, () -> team.cases.act(number, Action.of("close", 4), Fakes.OFFICER));
        assertTrue(out.detail().zh().contains("1 户口簿（post:123）"), out.detail().zh());
        Action both = moving(4, 1, "post:4").returning(new Returned(1, "张示例"));
        Team.assertKind(Problem.Kind.INVALID, () -> team.cases.act(number, both, Fakes.OFFICER));
        team.cases.act(number, moving(4, 1, null), Fakes.OFFICER);
        assertNull(team.get(number).originals().get(0).where());
        team.cases.act(number, moving(5, 1, "post:5"), Fakes.OFFICER);
        team.cases.act(number, Action.of("close", 6).returning(new Returned(1, "张示例")), Fakes.OFFICER);
        assertNull(team.get(number).originals().get(0).where());
        Team.assertKind(
                Problem.Kind.INVALID,
                () -> team.cases.act(
                        team.submit().number(), Action.of("plan", 1).moving(new Moved(1, "x")), Fakes.CLERK));
    }

    @Test
    void whatCannotBeBookedIsNamed() {
        String number = team.planned();
        Booking good = booking("person:officer", 2, 1);
        Problem problem = assertThrows(
                Problem.class,
                () -> book(
                        number,
                        2,
                        booking("person:gone", 2, 1),
                        booking("vehicle:CG-02", 2, 1),
                        booking("room:1", 2, 1),
                        booking("person:OFFICER", 2, 1),
                        booking("vehicle:CG-01", 2, 13),
                        booking("vehicle:CG-01", -3, 1),
                        new Booking("vehicle:CG-01", good.from(), good.to(), 481, null),
                        new Booking("vehicle:CG-01", null, good.to(), 0, null),
                        good,
                        new Booking(
                                "person:officer",
                                good.to().plusSeconds(60),
                                good.to().plusSeconds(600),
                                2,
                                null)));
        assertEquals(
                Set.of(
                        "bookings[0].resource",
                        "bookings[1].resource",
                        "bookings[2].resource",
                        "bookings[3].resource",
                        "bookings[4].to",
                        "bookings[5].from",
                        "bookings[6].travelMinutes",
                        "bookings[7].from",
                        "bookings[9]"),
                Team.fields(problem));
        book(number, 2, good, booking("vehicle:CG-01", 2, 1));
        assertEquals(2, team.store.last.bookings().size());
        assertEquals(2, team.get(number).bookings().size());
        team.cases.act(number, Action.of("sign", 3), Fakes.OFFICER);
        assertNull(team.store.last.bookings());
        book(number, 4, booking("person:officer", 5, 1));
        assertEquals(1, team.store.last.bookings().size());
        team.cases.act(number, Action.of("close", 5), Fakes.OFFICER);
        assertEquals(List.of(), team.store.last.bookings());
        assertEquals(List.of(), team.get(number).bookings());
    }

    private static Booking booking(String resource, int startHours, int hours) {
        Instant from = Instant.parse("2026-11-24T01:00:00Z").plusSeconds(startHours * 3600L);
        return new Booking(resource, from, from.plusSeconds(hours * 3600L), 15, "示例村");
    }

    private static Action moving(int version, int id, String where) {
        return Action.of("move", version).moving(new Moved(id, where));
    }

    private void book(String number, int version, Booking... bookings) {
        team.cases.act(number, Action.of("book", version).booking(bookings), Fakes.OFFICER);
    }
}
