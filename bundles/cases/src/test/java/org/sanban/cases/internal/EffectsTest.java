// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Moved;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Part;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Returned;
import org.sanban.api.cases.Step;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;

/** What steps do besides moving the case. */
class EffectsTest {
    private static final String FILE = "0123456789abcdef0123456789abcdef";
    private static final Actor FAR_OFFICER = Fakes.actor("elsewhere", Role.OFFICER, "610926101000");
    private static final Actor OTHER = Fakes.actor("other", Role.OFFICER, "610926000000");

    /** A Tuesday, 09:00 in the county. */
    private Instant now = Instant.parse("2026-11-24T01:00:00Z");

    private final FakeCaseStore store = new FakeCaseStore();
    private final TeamMode mode = new TeamMode();
    private final Modes modes = new Modes(store);
    private CaseManager cases;
    private JournalManager journal;
    private Alarms alarms;

    @BeforeEach
    void open() {
        modes.add(mode);
        Fakes.Matters matters = new Fakes.Matters();
        Deadlines deadlines = Deadlines.bundled(1, () -> now);
        CaseReader reader = new CaseReader(store, modes, matters, deadlines);
        cases = new CaseManager(
                store, reader, modes, matters, new Fakes.Registry(), new Fakes.Identity(), deadlines, new Counters());
        journal = new JournalManager(store, reader, null);
        alarms = new Alarms(store, cases, reader, deadlines);
    }

    @Test
    void listsOfChoicesFilesAndMattersAreChecked() {
        String number = submit().number();
        Map<String, Object> wrong = Map.of(
                "tags", List.of("a", "a"), "photo", "../etc/passwd", "matters", List.of(Fakes.MATTER, "no-matter"));
        Problem problem = assertThrows(Problem.class, () -> plan(number, wrong));
        assertEquals(Set.of("answers.tags", "answers.photo", "answers.matters"), fields(problem));
        assertTrue(
                problem.violations().stream()
                        .anyMatch(v -> v.message().zh().contains("no-matter")
                                && !v.message().zh().contains(Fakes.MATTER)),
                problem.violations().toString());
        plan(number, Map.of("tags", List.of("b", "a"), "photo", FILE, "matters", List.of(Fakes.MATTER)));
        assertEquals(Map.of(FILE, "answers.photo"), store.last.files());
        assertEquals(List.of("b", "a"), get(number).answers().get("tags"));
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
        cases.act(submit().number(), action, Fakes.CLERK);
    }

    @Test
    void aFileOfTheApplicationIsBoundAsWell() {
        cases.submit(draft(Map.of("proof", FILE)), Fakes.CLERK);
        assertEquals(Map.of(FILE, "answers.proof"), store.last.files());
    }

    @Test
    void factsAreKeptWithTheAnswersButDoNotOverwriteThem() {
        String number = planned();
        mode.facts = Map.of("lateMinutes", 7, "outcome", "computed");
        cases.act(number, Action.of("sign", 2), Fakes.OFFICER);
        assertEquals(7, get(number).answers().get("lateMinutes"));
        open(number, 3, opening("officer"));
        cases.act(number, end(4, 1, "approved"), Fakes.OFFICER);
        assertEquals("approved", get(number).parts().get(0).outcome());
        List<JournalEntry> entries =
                journal.entries(number, PageRequest.first(), Fakes.CLERK).items();
        assertTrue(
                entries.get(2).detail().toString().contains("lateMinutes=7"),
                entries.get(2).detail().toString());
        assertTrue(entries.get(4).detail().toString().contains("outcome=approved"));
        assertNull(journal.verify(PageRequest.first(), Fakes.actor("s", "supervisor", Fakes.TOWN))
                .items()
                .get(0)
                .fault());
    }

    @Test
    void onlyWhoHoldsTheCaseByNameSigns() {
        String number = planned();
        cases.act(number, Action.of("sign", 2), OTHER);
        cases.act(number, Action.of("hand", 3).to("officer"), OTHER);
        Problem problem = assertThrows(Problem.class, () -> cases.act(number, Action.of("sign", 4), OTHER));
        assertEquals(Problem.Kind.FORBIDDEN, problem.kind());
        assertTrue(
                problem.detail().zh().contains("officer（示例）"), problem.detail().zh());
        assertFalse(steps(number, OTHER).contains("sign"));
        assertTrue(steps(number, Fakes.OFFICER).contains("sign"));
        cases.act(number, Action.of("sign", 4), Fakes.OFFICER);
    }

    @Test
    void aColleagueOfAnotherTownSeesTheCaseWhileHoldingIt() {
        String number = planned();
        assertKind(Problem.Kind.NOT_FOUND, () -> cases.get(number, FAR_OFFICER));
        assertEquals(List.of(), worklist(FAR_OFFICER));
        cases.act(number, Action.of("hand", 2).to("elsewhere"), Fakes.OFFICER);
        assertEquals(Set.of("elsewhere"), store.last.comes());
        assertEquals(number, cases.get(number, FAR_OFFICER).number());
        assertEquals(
                3,
                journal.entries(number, PageRequest.first(), FAR_OFFICER)
                        .items()
                        .size());
        assertEquals(List.of(number), worklist(FAR_OFFICER));
        assertEquals(List.of(), lines(CaseQuery.all(), FAR_OFFICER));
        cases.act(number, Action.of("hand", 3).to("officer"), FAR_OFFICER);
        assertEquals(Set.of("officer"), store.last.comes());
        assertEquals(Set.of("elsewhere"), store.last.goes());
        assertKind(Problem.Kind.NOT_FOUND, () -> cases.get(number, FAR_OFFICER));
    }

    @Test
    void anotherCountyGetsNothing() {
        String number = planned();
        for (String login : List.of("far", "gone", "nobody", "clerk")) {
            Problem problem = assertThrows(
                    Problem.class, () -> cases.act(number, Action.of("hand", 2).to(login), Fakes.OFFICER));
            assertEquals(Set.of("assignee"), fields(problem), login);
        }
    }

    @Test
    void partsAreOpenedForPeopleAndMattersThatAreThere() {
        String number = planned();
        Problem problem = assertThrows(
                Problem.class,
                () -> open(
                        number,
                        2,
                        new Part.Opening(null, "no-matter", "officer"),
                        new Part.Opening(" ", null, "officer"),
                        new Part.Opening("核验", null, "far"),
                        new Part.Opening("核验", null, null)));
        assertEquals(
                Set.of("parts[0].matter", "parts[1].name", "parts[2].account", "parts[3].account"), fields(problem));
        open(number, 2, new Part.Opening(null, Fakes.MATTER, "elsewhere"), opening("officer"));
        List<Part> parts = get(number).parts();
        assertEquals(List.of(1, 2), parts.stream().map(Part::id).toList());
        assertEquals("示例事项", parts.get(0).name());
        assertEquals(Set.of("elsewhere", "officer"), store.last.comes());
        assertEquals("示例事项", cases.follow(number, "1234").parts().get(0).name());
    }

    @Test
    void onlyWhoHasAPartEndsItAndNothingJoinsBefore() {
        String number = planned();
        open(number, 2, opening("officer"), opening("elsewhere"));
        assertEquals(List.of(number), worklist(FAR_OFFICER));
        Problem open = assertThrows(Problem.class, () -> cases.act(number, Action.of("close", 3), Fakes.OFFICER));
        assertEquals(Problem.Kind.CONFLICT, open.kind());
        assertTrue(
                open.detail().zh().contains("officer") && open.detail().zh().contains("elsewhere"),
                open.detail().zh());
        assertFalse(steps(number, Fakes.OFFICER).contains("close"));
        assertKind(Problem.Kind.FORBIDDEN, () -> cases.act(number, end(3, 2, "approved"), Fakes.OFFICER));
        assertKind(Problem.Kind.INVALID, () -> cases.act(number, end(3, 7, "approved"), Fakes.OFFICER));
        assertEquals(List.of("end"), List.copyOf(steps(number, FAR_OFFICER)));
        assertKind(Problem.Kind.FORBIDDEN, () -> cases.act(number, Action.of("sign", 3), FAR_OFFICER));

        cases.act(number, end(3, 2, "denied"), FAR_OFFICER);
        assertEquals(Set.of("elsewhere"), store.last.goes());
        assertKind(Problem.Kind.NOT_FOUND, () -> cases.get(number, FAR_OFFICER));
        assertKind(Problem.Kind.INVALID, () -> cases.act(number, end(4, 2, "approved"), Fakes.OFFICER));
        cases.act(number, end(4, 1, "approved"), Fakes.OFFICER);
        Case c = get(number);
        assertEquals(
                List.of("approved", "denied"),
                c.parts().stream().map(Part::outcome).toList());
        assertFalse(
                c.answers().containsKey("outcome") || c.answers().containsKey("result"),
                c.answers().toString());
        assertEquals(
                "done", cases.act(number, Action.of("close", 5), Fakes.OFFICER).stage());
    }

    @Test
    void ofTwoWhoEndTheirPartsAtOnceOneIsToldOfTheOther() {
        String number = planned();
        open(number, 2, opening("officer"), opening("elsewhere"));
        store.meanwhile = () -> {
            store.meanwhile = () -> {};
            cases.act(number, end(3, 2, "approved"), FAR_OFFICER);
        };
        Problem lost = assertThrows(Problem.class, () -> cases.act(number, end(3, 1, "approved"), Fakes.OFFICER));
        assertEquals(Problem.Kind.CONFLICT, lost.kind());
        assertTrue(lost.detail().zh().contains("elsewhere（示例）"), lost.detail().zh());
        cases.act(number, end(4, 1, "approved"), Fakes.OFFICER);
    }

    @Test
    void custodyFollowsTheParcel() {
        String number = planned();
        cases.act(number, Action.of("move", 2).taking(Original.take("户口簿", null)), Fakes.OFFICER);
        assertKind(Problem.Kind.INVALID, () -> cases.act(number, moving(3, 2, "post:1"), Fakes.OFFICER));
        cases.act(number, moving(3, 1, "post:123"), Fakes.OFFICER);
        Problem out = assertThrows(Problem.class, () -> cases.act(number, Action.of("close", 4), Fakes.OFFICER));
        assertTrue(out.detail().zh().contains("1 户口簿（post:123）"), out.detail().zh());
        Action both = moving(4, 1, "post:4").returning(new Returned(1, "张示例"));
        assertKind(Problem.Kind.INVALID, () -> cases.act(number, both, Fakes.OFFICER));
        cases.act(number, moving(4, 1, null), Fakes.OFFICER);
        assertNull(get(number).originals().get(0).where());
        cases.act(number, moving(5, 1, "post:5"), Fakes.OFFICER);
        cases.act(number, Action.of("close", 6).returning(new Returned(1, "张示例")), Fakes.OFFICER);
        assertNull(get(number).originals().get(0).where());
        assertKind(
                Problem.Kind.INVALID,
                () -> cases.act(submit().number(), Action.of("plan", 1).moving(new Moved(1, "x")), Fakes.CLERK));
    }

    @Test
    void whatCannotBeBookedIsNamed() {
        String number = planned();
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
                fields(problem));
        book(number, 2, good, booking("vehicle:CG-01", 2, 1));
        assertEquals(2, store.last.bookings().size());
        assertEquals(2, get(number).bookings().size());
        cases.act(number, Action.of("sign", 3), Fakes.OFFICER);
        assertNull(store.last.bookings());
        book(number, 4, booking("person:officer", 5, 1));
        assertEquals(1, store.last.bookings().size());
        cases.act(number, Action.of("close", 5), Fakes.OFFICER);
        assertEquals(List.of(), store.last.bookings());
        assertEquals(List.of(), get(number).bookings());
    }

    @Test
    void aStageThatIsOverIsToldUpwardsOnce() {
        String number = submit().number();
        Case before = get(number);
        assertEquals(Instant.parse("2026-11-24T09:30:00Z"), before.due().dueAt());
        assertEquals(Light.NEAR, before.due().light());
        assertTrue(
                before.due().why().zh().contains("8 小时 30 分钟"),
                before.due().why().zh());
        assertEquals(0, alarms.look());
        now = Instant.parse("2026-11-24T09:30:00Z");
        assertEquals(Light.OVERDUE, get(number).due().light());
        assertEquals(Light.OVERDUE, line(number).light());
        assertEquals(1, alarms.look());
        assertEquals(0, alarms.look());
        JournalEntry entry = journal.entries(number, PageRequest.first(), Fakes.CLERK)
                .items()
                .get(1);
        assertEquals(JournalEntry.Kind.ESCALATED, entry.kind());
        assertEquals("sanban:clock", entry.account());
        now = now.plusSeconds(86_400);
        assertEquals(0, alarms.look());
        cases.act(number, Action.of("plan", 2), Fakes.CLERK);
        assertNull(store.cases.values().iterator().next().alarmAt);
    }

    @Test
    void anotherSystemCannotPretendToBeTheClock() {
        String number = submit().number();
        Actor system = new Actor("provincial-site", "外部系统（示例）", Set.of(Role.SYSTEM), Fakes.CLERK.division(), "soap");
        Problem problem = assertThrows(Problem.class, () -> cases.act(number, Action.of("urge", 1), system));
        assertEquals(Problem.Kind.FORBIDDEN, problem.kind());
        assertTrue(cases.steps(number, system).stream()
                .noneMatch(step -> step.action().equals("urge")));
    }

    @Test
    void anAlarmThatIsRefusedHoldsNoOtherBackAndIsTriedAgain() {
        String number = submit().number();
        now = Instant.parse("2026-11-24T10:00:00Z");
        modes.remove(mode);
        assertEquals(0, alarms.look());
        modes.add(mode);
        assertEquals(0, alarms.look());
        now = now.plusSeconds(601);
        assertEquals(1, alarms.look());
        assertEquals(2, get(number).version());
    }

    @Test
    void whoSubmitsAfterOfficeHoursHasTheRestOfTheDay() {
        now = Instant.parse("2026-11-24T12:00:00Z");
        String number = submit().number();
        assertEquals(Instant.parse("2026-11-24T16:00:00Z"), get(number).due().dueAt());
        assertEquals(LocalDate.of(2026, 11, 24), get(number).due().dueOn());
    }

    @Test
    void whatIsDoneAtOnceWasOnTimeInTheListAndInDetail() {
        String number = submit().number();
        cases.act(number, Action.of("now", 1), Fakes.CLERK);
        now = now.plusSeconds(30 * 86_400L);
        assertEquals(Light.ON_TIME, get(number).due().light());
        assertEquals(Light.ON_TIME, line(number).light());
        assertEquals(get(number).due().dueOn(), line(number).dueOn());
    }

    @Test
    void whatWasDoneLateStaysLateInTheList() {
        String number = planned();
        now = now.plusSeconds(30 * 86_400L);
        cases.act(number, Action.of("close", 2), Fakes.OFFICER);
        assertEquals(Light.OVERDUE, get(number).due().light());
        assertEquals(Light.OVERDUE, line(number).light());
        assertEquals(LocalDate.of(2026, 12, 1), line(number).dueOn());
    }

    private static Booking booking(String resource, int startHours, int hours) {
        Instant from = Instant.parse("2026-11-24T01:00:00Z").plusSeconds(startHours * 3600L);
        return new Booking(resource, from, from.plusSeconds(hours * 3600L), 15, "示例村");
    }

    private static Part.Opening opening(String account) {
        return new Part.Opening("土地核验", null, account);
    }

    private static Action moving(int version, int id, String where) {
        return Action.of("move", version).moving(new Moved(id, where));
    }

    private static Action end(int version, int part, String outcome) {
        return Action.of("end", version, Map.of("outcome", outcome, "result", "已核验"))
                .ending(part);
    }

    private void open(String number, int version, Part.Opening... openings) {
        cases.act(number, Action.of("open", version).opening(openings), Fakes.OFFICER);
    }

    private void book(String number, int version, Booking... bookings) {
        cases.act(number, Action.of("book", version).booking(bookings), Fakes.OFFICER);
    }

    private Receipt plan(String number, Map<String, Object> answers) {
        return cases.act(number, Action.of("plan", 1, answers), Fakes.CLERK);
    }

    private String planned() {
        String number = submit().number();
        plan(number, Map.of());
        return number;
    }

    private Receipt submit() {
        return cases.submit(draft(Map.of()), Fakes.CLERK);
    }

    private static Draft draft(Map<String, Object> answers) {
        return new Draft("team", Fakes.MATTER, Fakes.SITE, Fakes.applicant(), null, null, answers, null, null);
    }

    private Case get(String number) {
        return cases.get(number, Fakes.CLERK);
    }

    private CaseLine line(String number) {
        return cases.find(CaseQuery.all(), PageRequest.first(), Fakes.CLERK).items().stream()
                .filter(line -> line.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private List<String> worklist(Actor actor) {
        return lines(new CaseQuery(null, null, null, null, null, null, null, actor.account(), null, null), actor);
    }

    private List<String> lines(CaseQuery query, Actor actor) {
        return cases.find(query, PageRequest.first(), actor).items().stream()
                .map(CaseLine::number)
                .toList();
    }

    private Set<String> steps(String number, Actor actor) {
        return cases.steps(number, actor).stream().map(Step::action).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fields(Problem problem) {
        return problem.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet());
    }

    private static void assertKind(Problem.Kind kind, Executable work) {
        assertEquals(kind, assertThrows(Problem.class, work).kind());
    }
}
