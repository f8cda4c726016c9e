// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Measure;
import org.sanban.api.rating.Period;
import org.sanban.api.registry.Division;
import org.sanban.api.test.FakeRegistry;
import org.sanban.data.test.TestDatabase;

/** Sessions, trainings and support on a real database. */
abstract class RecordStoreTest {
    private static final PageRequest ALL = new PageRequest(null, 200);
    private static final Period YEAR = new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31));

    private final FakeRegistry registry = new FakeRegistry(Samples.CENTRE)
            .with(new Division(Samples.VILLAGE, "龙头村", Division.Level.VILLAGE, Samples.TOWN));
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), Moments.ZONE);
    private TestDatabase database;
    private SessionStore sessionStore;
    private LeaderSessions sessions;
    private Trainings trainings;
    private Supports supports;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        FakeAttachments attachments = new FakeAttachments();
        sessionStore = new SessionStore(database.jpa());
        sessions = new LeaderSessions(registry, sessionStore, attachments, clock);
        trainings = new Trainings(registry, new TrainingStore(database.jpa()), attachments, clock);
        supports = new Supports(registry, new SupportStore(database.jpa()), attachments);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aSessionsTasksAreFollowedUntilTheyAreDone() {
        LeaderSession session =
                sessions.add(session("2026-11-03", true, task("2026-11-20"), task("2026-11-24")), Samples.ADMIN);
        assertEquals(2, session.tasks().size());
        List<LeaderSession.Task> overdue =
                sessions.tasks(Samples.COUNTY, true, ALL, Samples.ADMIN).items();
        assertEquals(
                List.of(LocalDate.of(2026, 11, 20)),
                overdue.stream().map(LeaderSession.Task::dueOn).toList());
        long id = overdue.get(0).id();
        assertThrows(
                Problem.class, () -> sessions.done(session.id(), id, LocalDate.of(2026, 11, 2), "好", Samples.ADMIN));
        assertThrows(Problem.class, () -> sessions.done(session.id() + 1, id, null, "好", Samples.ADMIN));
        assertEquals(
                LocalDate.of(2026, 11, 24),
                sessions.done(session.id(), id, null, "已加开窗口", Samples.ADMIN).doneOn());
        assertEquals(
                Problem.Kind.CONFLICT,
                assertThrows(Problem.class, () -> sessions.done(session.id(), id, null, "又", Samples.ADMIN))
                        .kind());
        assertEquals(
                0,
                sessions.tasks(Samples.TOWN, true, ALL, Samples.ADMIN).items().size());
        assertEquals(
                1,
                sessions.tasks(Samples.TOWN, false, ALL, Samples.ADMIN).items().size());
        LeaderSession read =
                sessions.sessions(Samples.COUNTY, ALL, Samples.ADMIN).items().get(0);
        assertEquals("已加开窗口", read.tasks().get(0).result());
    }

    @Test
    void theMonthsWithoutASessionAreToldAndMeasured() {
        sessions.add(session("2026-09-30", true), Samples.ADMIN);
        LeaderSession october = sessions.add(session("2026-10-01", true), Samples.ADMIN);
        SessionCriterion criterion = new SessionCriterion(sessionStore, clock);
        assertEquals(
                new BigDecimal("100.0"), criterion.measure(Samples.CENTRE, YEAR).value());
        assertTrue(sessions.cancel(october.id(), Samples.ADMIN).cancelled());
        Measure measure = criterion.measure(Samples.CENTRE, YEAR);
        assertEquals(new BigDecimal("50.0"), measure.value(), "November is not over");
        assertTrue(measure.facts().get(0).text().zh().contains("2026-10"), measure.toString());
        assertNull(criterion.measure(Samples.STATION, YEAR).value());
        assertEquals(
                LeaderSessions.State.MISSED,
                sessions.months(Samples.COUNTY, YearMonth.of(2026, 10), Samples.ADMIN)
                        .get(0)
                        .state());
        sessions.add(session("2026-11-24", true), Samples.ADMIN);
        assertEquals(
                new BigDecimal("66.7"), criterion.measure(Samples.CENTRE, YEAR).value());
    }

    @Test
    void aWrongSessionIsCorrectedAndWhatItSaidIsKept() {
        LeaderSession wrong = sessions.add(session("2026-10-01", false, task("2026-11-20")), Samples.ADMIN);
        LeaderSession right = correction(wrong.id(), 1, "2026-10-02");
        LeaderSession corrected = sessions.correct(right, Samples.ADMIN);
        assertEquals(2, corrected.version());
        assertEquals(LocalDate.of(2026, 10, 2), corrected.heldOn());
        assertTrue(corrected.principal());
        assertEquals("排队较长", corrected.tasks().get(0).problem());
        assertEquals(wrong.recordedBy(), corrected.recordedBy());
        assertEquals(
                LeaderSessions.State.HELD,
                sessions.months(Samples.COUNTY, YearMonth.of(2026, 10), Samples.ADMIN)
                        .get(0)
                        .state(),
                "what is asked of the month sees the correction at once");
        LeaderSessionCorrection kept =
                sessions.corrections(wrong.id(), Samples.ADMIN).get(0);
        assertEquals(wrong, kept.before());
        assertEquals(Samples.ADMIN.account(), kept.changedBy());
        assertEquals(clock.instant(), kept.changedAt());
        conflict(() -> sessions.correct(right, Samples.ADMIN));
        assertThrows(
                Problem.class, () -> sessions.correct(correction(wrong.id(), 2, "2026-11-21"), Samples.ADMIN), "due");
        sessions.cancel(wrong.id(), Samples.ADMIN);
        conflict(() -> sessions.correct(correction(wrong.id(), 2, "2026-10-03"), Samples.ADMIN));
    }

    @Test
    void aWrongProblemIsCorrectedAndWhatTheRecordSaidIsKept() {
        LeaderSession wrong =
                sessions.add(session("2026-11-03", true, task("2026-11-20"), task("2026-11-24")), Samples.ADMIN);
        LeaderSession.Task first = wrong.tasks().get(0);
        LeaderSession corrected = sessions.correct(as(first, "停车难", null), 1, Samples.ADMIN);
        assertEquals(2, corrected.version());
        assertEquals("停车难", corrected.tasks().get(0).problem());
        assertEquals(wrong.tasks().get(1), corrected.tasks().get(1));
        LeaderSessionCorrection kept =
                sessions.corrections(wrong.id(), Samples.ADMIN).get(0);
        assertEquals(wrong, kept.before());
        assertEquals(Samples.ADMIN.account(), kept.changedBy());
        conflict(() -> sessions.correct(as(first, "又", null), 1, Samples.ADMIN));

        sessions.done(wrong.id(), first.id(), null, "已划线", Samples.ADMIN);
        conflict(() -> sessions.correct(as(first, "没看到已办结", null), 2, Samples.ADMIN));
        LocalDate today = LocalDate.of(2026, 11, 24);
        for (LocalDate day : List.of(LocalDate.of(2026, 11, 2), today.plusDays(1))) {
            Problem refused =
                    assertThrows(Problem.class, () -> sessions.correct(as(first, "停车难", day), 3, Samples.ADMIN));
            assertEquals("doneOn", refused.violations().get(0).field());
        }
        assertEquals(
                today,
                sessions.correct(as(first, "停车难", today), 3, Samples.ADMIN)
                        .tasks()
                        .get(0)
                        .doneOn());
        assertNull(sessions.correct(as(first, "停车难", null), 4, Samples.ADMIN)
                .tasks()
                .get(0)
                .doneOn());
        assertThrows(
                Problem.class,
                () -> sessions.correct(
                        as(
                                new LeaderSession.Task(first.id() + 999, wrong.id(), null, "", "", null, null, null),
                                "无",
                                null),
                        5,
                        Samples.ADMIN));
        assertEquals(3, sessions.corrections(wrong.id(), Samples.ADMIN).size());
        sessions.cancel(wrong.id(), Samples.ADMIN);
        conflict(() -> sessions.correct(as(first, "作废之后", null), 5, Samples.ADMIN));
    }

    private static LeaderSession.Task as(LeaderSession.Task task, String problem, LocalDate doneOn) {
        return new LeaderSession.Task(
                task.id(),
                task.session(),
                null,
                problem,
                "镇政府",
                LocalDate.of(2026, 11, 21),
                doneOn,
                doneOn == null ? null : "已划线");
    }

    @Test
    void aWrongTrainingIsCorrectedAndWhatItSaidIsKept() {
        Training wrong = trainings.add(training(Samples.TOWN, Samples.VILLAGE, Training.Topic.OTHER), Samples.ADMIN);
        Training right = training(Samples.TOWN, Samples.VILLAGE, Training.Topic.POLICY);
        Training correction = new Training(
                wrong.id(),
                1,
                right.division(),
                right.organiser(),
                right.heldOn(),
                right.topics(),
                right.attended(),
                21,
                null,
                List.of(),
                false,
                "t",
                Instant.EPOCH);
        assertEquals(21, trainings.correct(correction, Samples.ADMIN).people());
        conflict(() -> trainings.correct(correction, Samples.ADMIN));
        TrainingCorrection kept =
                trainings.corrections(wrong.id(), Samples.ADMIN).get(0);
        assertEquals(wrong, kept.before());
        Trainings.Year year = trainings.years(Samples.TOWN, 2026, Samples.ADMIN).get(0);
        assertFalse(year.lacking().contains(Training.Topic.POLICY));
    }

    private static void conflict(Executable command) {
        assertEquals(Problem.Kind.CONFLICT, assertThrows(Problem.class, command).kind());
    }

    private static LeaderSession correction(long id, int version, String day) {
        LeaderSession as = session(day, true);
        return new LeaderSession(
                id,
                version,
                as.division(),
                as.heldOn(),
                as.leader(),
                as.office(),
                as.principal(),
                as.received(),
                as.notes(),
                List.of(),
                List.of(),
                false,
                "t2",
                Instant.EPOCH);
    }

    @Test
    void aSessionIsATownsAndNotOfTheFuture() {
        Problem wrong = assertThrows(
                Problem.class, () -> sessions.add(session("2026-11-25", true, task("2026-11-01")), Samples.ADMIN));
        assertEquals(
                Set.of("heldOn", "tasks[0].dueOn"),
                Set.copyOf(wrong.violations().stream()
                        .map(Problem.Violation::field)
                        .toList()));
    }

    @Test
    void theYearAsksForOneTrainingOfTheCountyAndTwoOfTheTown() {
        TrainedCriterion criterion = new TrainedCriterion(registry, trainings);
        trainings.add(training(Samples.COUNTY, Samples.TOWN, Training.Topic.POLICY), Samples.ADMIN);
        trainings.add(training(Samples.TOWN, Samples.VILLAGE, Training.Topic.PUBLIC_SERVICE), Samples.ADMIN);
        assertEquals(BigDecimal.ZERO, criterion.measure(Samples.CENTRE, YEAR).value());
        Training second = trainings.add(training(Samples.TOWN, Samples.VILLAGE, Training.Topic.OTHER), Samples.ADMIN);
        Trainings.Year year =
                trainings.years(Samples.COUNTY, 2026, Samples.ADMIN).get(0);
        assertEquals(Trainings.State.DUE, year.state());
        assertEquals(Set.of(Training.Topic.INFORMATION_TECHNOLOGY), year.lacking());
        trainings.cancel(second.id(), Samples.ADMIN);
        trainings.add(training(Samples.TOWN, Samples.VILLAGE, Training.Topic.INFORMATION_TECHNOLOGY), Samples.ADMIN);
        assertEquals(BigDecimal.ONE, criterion.measure(Samples.CENTRE, YEAR).value());
        assertEquals(BigDecimal.ONE, criterion.measure(Samples.STATION, YEAR).value(), "its staff was at all three");
        Trainings.Year before =
                trainings.years(Samples.TOWN, 2025, Samples.ADMIN).get(0);
        assertEquals(Trainings.State.MISSED, before.state());
        assertFalse(before.facts().isEmpty());
    }

    @Test
    void aTownTrainsItsOwnVillagesOnly() {
        Problem wrong = assertThrows(
                Problem.class,
                () -> trainings.add(training(Samples.TOWN, Samples.COUNTY, Training.Topic.POLICY), Samples.ADMIN));
        assertEquals("attended", wrong.violations().get(0).field());
    }

    @Test
    void aWeakVillageShowsWhatItWasNotGivenYet() {
        Village weak =
                supports.save(new Village(Samples.VILLAGE, 0, true, LocalDate.of(2026, 1, 1), "示例原因"), Samples.ADMIN);
        assertEquals(1, weak.version());
        assertThrows(
                Problem.class,
                () -> supports.save(new Village(Samples.VILLAGE, 0, false, weak.since(), "旧"), Samples.ADMIN));
        Support money = supports.add(support(Support.Kind.MONEY, new BigDecimal("20000.50")), Samples.ADMIN);
        Supports.Weak shown =
                supports.weak(Samples.COUNTY, ALL, Samples.ADMIN).items().get(0);
        assertEquals(1, shown.supports());
        assertTrue(shown.advice().zh().contains("信息技术"), shown.advice().zh());
        assertEquals(0, new BigDecimal("20000.50").compareTo(money.amount()));
        assertThrows(Problem.class, () -> supports.add(support(Support.Kind.PEOPLE, BigDecimal.ONE), Samples.ADMIN));
        assertThrows(Problem.class, () -> supports.add(support(Support.Kind.MONEY, null), Samples.ADMIN));
        supports.cancel(money.id(), Samples.ADMIN);
        assertEquals(
                0,
                supports.weak(Samples.COUNTY, ALL, Samples.ADMIN).items().get(0).supports());
        supports.save(new Village(Samples.VILLAGE, 1, false, weak.since(), "已达标"), Samples.ADMIN);
        assertEquals(
                0, supports.weak(Samples.COUNTY, ALL, Samples.ADMIN).items().size());
        assertEquals(
                1, supports.given(Samples.COUNTY, ALL, Samples.ADMIN).items().size());
    }

    private static LeaderSession session(String day, boolean principal, LeaderSession.Task... tasks) {
        return new LeaderSession(
                0,
                1,
                Samples.TOWN,
                LocalDate.parse(day),
                "某镇长",
                "镇长",
                principal,
                5,
                null,
                List.of(tasks),
                List.of(),
                false,
                "t",
                Instant.EPOCH);
    }

    private static LeaderSession.Task task(String due) {
        return new LeaderSession.Task(0, 0, null, "排队较长", "中心", LocalDate.parse(due), null, null);
    }

    private static Training training(String by, String attended, Training.Topic topic) {
        return new Training(
                0,
                1,
                by,
                "某单位",
                LocalDate.of(2026, 5, 6),
                Set.of(topic),
                Set.of(attended),
                20,
                null,
                List.of(),
                false,
                "t",
                Instant.EPOCH);
    }

    private static Support support(Support.Kind kind, BigDecimal amount) {
        return new Support(
                0,
                Samples.VILLAGE,
                kind,
                LocalDate.of(2026, 3, 1),
                "某单位",
                "内容",
                amount,
                List.of(),
                false,
                "t",
                Instant.EPOCH);
    }
}
