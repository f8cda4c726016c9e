// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Returned;
import org.sanban.api.identity.Applicant;
import org.sanban.api.matters.Guide;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;

class CaseManagerTest {
    /** Its calendar comes with the bundle. */
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final FakeCaseStore store = new FakeCaseStore();
    private final Fakes.Matters matters = new Fakes.Matters();
    private final Modes modes = new Modes(store);
    private CaseManager cases;
    private JournalManager journal;

    @BeforeEach
    void open() {
        modes.add(Fakes.MODE);
        Deadlines deadlines = Deadlines.bundled(1, InstantSource.fixed(NOW));
        CaseReader reader = new CaseReader(store, modes, matters, deadlines);
        cases = new CaseManager(
                store, reader, modes, matters, new Fakes.Registry(), new Fakes.Identity(), deadlines, new Counters());
        journal = new JournalManager(store, reader, null);
    }

    @Test
    void aCaseGoesFromSubmittingToDone() {
        String number = submit().number();
        act(number, "accept", 1);
        Receipt last = cases.act(number, action("finish", 2), Fakes.OFFICER);
        assertEquals(3, last.version());
        assertEquals("done", last.stage());
        assertEquals(
                List.of("submit", "accept", "finish"),
                journal.entries(number, PageRequest.first(), Fakes.CLERK).items().stream()
                        .map(e -> e.action())
                        .toList());
        assertNull(journal.verify(PageRequest.first(), Fakes.actor("s", "supervisor", Fakes.TOWN))
                .items()
                .get(0)
                .fault());
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Applicant wrong = new Applicant(Applicant.Kind.PERSON, "", "360426199102300071", "12", null);
        Draft draft = new Draft(
                "test",
                Fakes.MATTER,
                Fakes.SITE,
                wrong,
                List.of(new Handed("nothing", 1, 0, null)),
                List.of(Original.take(" ", "xyz")),
                Map.of("colour", "red"),
                "x".repeat(501),
                null);
        Problem problem = assertThrows(Problem.class, () -> cases.submit(draft, Fakes.CLERK));
        Set<String> fields =
                problem.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "applicant.name",
                        "applicant.idNumber",
                        "applicant.phone",
                        "materials[0].code",
                        "taken[0].name",
                        "taken[0].photo",
                        "answers.colour",
                        "note"),
                fields);
        assertTrue(store.cases.isEmpty());
        assertTrue(store.journal.isEmpty());
    }

    @Test
    void aWithdrawnMatterTakesNoNewCaseButOldOnesGoOn() {
        String number = submit().number();
        Guide g = matters.guide;
        matters.guide = new Guide(
                1,
                g.published(),
                NOW,
                g.conditions(),
                g.process(),
                g.materials(),
                20,
                5,
                g.basis(),
                null,
                null,
                null,
                g.levels(),
                g.modes());
        assertKind(Problem.Kind.CONFLICT, this::submit);
        assertEquals("accepted", act(number, "accept", 1).stage());
    }

    @Test
    void aRepeatedRequestAnswersTheFirstResultEvenAfterTheCaseMovedOn() {
        Draft draft = draft("key-1");
        Receipt first = cases.submit(draft, Fakes.CLERK);
        act(first.number(), "accept", 1);
        Receipt again = cases.submit(draft, Fakes.CLERK);
        assertTrue(again.repeated());
        assertEquals(first.number(), again.number());
        assertEquals(1, again.version());
        assertEquals("submitted", again.stage());
        assertEquals(1, store.cases.size());
        Draft other =
                new Draft("test", Fakes.MATTER, Fakes.SITE, Fakes.applicant(), null, null, null, "another", "key-1");
        assertKind(Problem.Kind.CONFLICT, () -> cases.submit(other, Fakes.CLERK));
    }

    @Test
    void aRepeatedActionIsNotAStaleOne() {
        String number = submit().number();
        Action accept = Action.of("accept", 1).keyed("k");
        assertFalse(cases.act(number, accept, Fakes.CLERK).repeated());
        assertTrue(cases.act(number, accept, Fakes.CLERK).repeated());
        assertEquals(2, cases.get(number, Fakes.CLERK).version());
    }

    @Test
    void ofTwoClerksOneWinsAndTheOtherLearnsWhatHappened() {
        String number = submit().number();
        store.meanwhile = () -> {
            store.meanwhile = () -> {};
            act(number, "accept", 1);
        };
        Problem lost = assertThrows(Problem.class, () -> act(number, "accept", 1));
        assertEquals(Problem.Kind.CONFLICT, lost.kind());
        assertTrue(lost.detail().zh().contains("操作accept"), lost.detail().zh());
        assertTrue(lost.detail().zh().contains("clerk（示例）"), lost.detail().zh());
        assertEquals(2, cases.get(number, Fakes.CLERK).version());
    }

    @Test
    void theStageSaysWhatItAllows() {
        String number = submit().number();
        Problem problem = assertThrows(Problem.class, () -> cases.act(number, action("finish", 1), Fakes.OFFICER));
        assertEquals(Problem.Kind.CONFLICT, problem.kind());
        assertTrue(
                problem.detail().en().contains("accept, notice, papers"),
                problem.detail().en());
    }

    @Test
    void whoDoesNotSeeTheDivisionDoesNotLearnThatTheCaseExists() {
        String number = submit().number();
        assertKind(Problem.Kind.NOT_FOUND, () -> cases.get(number, Fakes.ELSEWHERE));
        assertKind(Problem.Kind.NOT_FOUND, () -> cases.act(number, action("accept", 1), Fakes.ELSEWHERE));
        assertKind(Problem.Kind.FORBIDDEN, () -> cases.submit(draft(null), Fakes.ELSEWHERE));
        assertKind(Problem.Kind.FORBIDDEN, () -> cases.act(number, action("accept", 1), Fakes.OFFICER));
    }

    @Test
    void manyAreReadByOneQuestionAndSeenAsEachOfThemIs() {
        List<String> numbers = List.of(submit().number(), submit().number(), submit().number());
        act(numbers.get(1), "accept", 1);
        List<String> asked = List.of(numbers.get(2), numbers.get(1), numbers.get(2));
        store.questions = 0;
        Map<String, Case> read = cases.get(asked, Fakes.CLERK);
        assertEquals(1, store.questions);
        assertEquals(List.of(numbers.get(2), numbers.get(1)), List.copyOf(read.keySet()));
        read.forEach((number, one) -> assertEquals(cases.get(number, Fakes.CLERK), one));
        assertEquals(Map.of(), cases.get(List.of(), Fakes.CLERK));
        assertKind(Problem.Kind.NOT_FOUND, () -> cases.get(asked, Fakes.ELSEWHERE));
        assertKind(Problem.Kind.NOT_FOUND, () -> cases.get(List.of(numbers.get(0), "1"), Fakes.CLERK));
    }

    @Test
    void aNoticeIsGivenOnce() {
        String number = submit().number();
        act(number, "notice", 1);
        assertKind(Problem.Kind.CONFLICT, () -> act(number, "notice", 2));
        assertTrue(cases.steps(number, Fakes.CLERK).stream()
                .noneMatch(step -> step.action().equals("notice")));
    }

    @Test
    void nothingIsFiledWhileAnOriginalIsOut() {
        String number = submit().number();
        Action take = Action.of("papers", 1)
                .handing(new Handed("id-card", 1, 1, null))
                .taking(Original.take("户口簿", null));
        cases.act(number, take, Fakes.CLERK);
        assertEquals(List.of(), cases.get(number, Fakes.CLERK).missing());
        act(number, "accept", 2);
        assertKind(Problem.Kind.CONFLICT, () -> cases.act(number, action("finish", 3), Fakes.OFFICER));
        Action back = Action.of("accept", 1).returning(new Returned(7, "张示例"));
        String other = submit().number();
        assertKind(Problem.Kind.INVALID, () -> cases.act(other, back, Fakes.CLERK));
    }

    @Test
    void anOriginalIsTakenOnItsWayOnlyByAStepThatMoves() {
        String number = submit().number();
        Action take = Action.of("papers", 1).taking(Original.take("户口簿", null).at("post:EA123456789CN"));
        assertKind(Problem.Kind.INVALID, () -> cases.act(number, take, Fakes.CLERK));
        assertEquals(List.of(), cases.get(number, Fakes.CLERK).originals());
    }

    @Test
    void aCaseIsHandedOnlyToWhoCanTakeIt() {
        String number = submit().number();
        act(number, "accept", 1);
        for (String wrong : new String[] {"gone", "far", " "}) {
            assertKind(Problem.Kind.INVALID, () -> cases.act(number, transfer(wrong), Fakes.OFFICER));
        }
        cases.act(number, transfer("officer"), Fakes.OFFICER);
        assertEquals("officer（示例）", cases.get(number, Fakes.CLERK).holder().name());
        assertEquals("clerk", cases.get(number, Fakes.CLERK).firstAsked());
    }

    @Test
    void aPauseStopsTheClockAndSaysWhy() {
        String number = submit().number();
        assertEquals(Light.NONE, cases.get(number, Fakes.CLERK).due().light());
        act(number, "accept", 1);
        assertEquals(5, cases.get(number, Fakes.CLERK).due().limitDays());
        assertKind(Problem.Kind.INVALID, () -> cases.act(number, action("pause", 2), Fakes.OFFICER));
        cases.act(number, Action.of("pause", 2, Map.of("reason", "等待检验")), Fakes.OFFICER);
        assertEquals(Light.PAUSED, cases.get(number, Fakes.CLERK).due().light());
        assertEquals(Deadlines.PAUSED, store.find(1).dueOn);
        assertTrue(cases.explain(number, Fakes.CLERK).lines().stream()
                .anyMatch(line -> line.reason().zh().contains("等待检验")));
    }

    @Test
    void aCaseOfARemovedModeIsReadableButCannotGoOn() {
        String number = submit().number();
        assertNull(cases.get(number, Fakes.CLERK).modeAbsent());
        assertNull(cases.follow(number, "1234").modeAbsent());
        modes.remove(Fakes.MODE);
        Case kept = cases.get(number, Fakes.CLERK);
        assertEquals("环节submitted", kept.stageName().zh());
        assertTrue(kept.modeAbsent().zh().contains("sanban-mode-test"));
        assertTrue(cases.follow(number, "1234").modeAbsent().zh().contains("暂停办理"));
        assertEquals(List.of(), cases.steps(number, Fakes.CLERK));
        assertKind(Problem.Kind.UNAVAILABLE, () -> act(number, "accept", 1));
        Problem absent = assertThrows(Problem.class, this::submit);
        assertEquals(Problem.Kind.UNAVAILABLE, absent.kind());
        assertTrue(
                absent.detail().zh().contains("sanban-mode-test"),
                absent.detail().zh());
        modes.add(Fakes.MODE);
        assertEquals("accepted", act(number, "accept", 1).stage());
    }

    @Test
    void theApplicantFollowsWithFourDigitsAndIsMasked() {
        String number = submit().number();
        assertEquals("张**", cases.follow(number, "1234").applicant());
        assertEquals(List.of("居民身份证"), cases.follow(number, "1234").missing());
        for (int i = 0; i < 5; i++) {
            assertKind(Problem.Kind.NOT_FOUND, () -> cases.follow(number, "0000"));
        }
        assertKind(Problem.Kind.TOO_MANY, () -> cases.follow(number, "1234"));
    }

    @Test
    void endingsGuessedAtOnceAreCountedLikeEndingsGuessedInARow() throws Exception {
        String number = submit().number();
        List<Callable<Problem.Kind>> guesses =
                Collections.nCopies(60, () -> assertThrows(Problem.class, () -> cases.follow(number, "0000"))
                        .kind());
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            int looked = 0;
            for (Future<Problem.Kind> one : threads.invokeAll(guesses)) {
                looked += one.get() == Problem.Kind.NOT_FOUND ? 1 : 0;
            }
            assertEquals(5, looked, "what was looked at of 60 guesses");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aForgedEntryIsFound() {
        String number = submit().number();
        act(number, "accept", 1);
        store.journal.get(0).detail = "{\"note\":\"forged\"}";
        assertEquals(
                "entry 1 does not follow entry 0",
                journal.verify(PageRequest.first(), Fakes.actor("s", "supervisor", Fakes.TOWN))
                        .items()
                        .get(0)
                        .fault());
    }

    private static Action transfer(String to) {
        return Action.of("transfer", 2).to(to);
    }

    private Receipt submit() {
        return cases.submit(draft(null), Fakes.CLERK);
    }

    private Receipt act(String number, String name, int version) {
        return cases.act(number, action(name, version), Fakes.CLERK);
    }

    private static Action action(String name, int version) {
        return Action.of(name, version, Map.of());
    }

    private static Draft draft(String key) {
        return new Draft("test", Fakes.MATTER, Fakes.SITE, Fakes.applicant(), null, null, null, null, key);
    }

    private static void assertKind(Problem.Kind kind, Executable work) {
        assertEquals(kind, assertThrows(Problem.class, work).kind());
    }
}
