// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.evaluation.ExchangedRating;
import org.sanban.api.evaluation.RatingExchange;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.ledger.Alarm;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Period;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Window;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;
import org.sanban.evaluation.internal.RectificationEntity.Appeal;
import org.sanban.evaluation.internal.RectificationEntity.State;
import org.sanban.evaluation.internal.Rectifications.Rectification;
import org.sanban.evaluation.internal.Rectifications.Step;

/** Ratings and what follows them, on a real database. */
abstract class EvaluationTest {
    private static final String A = "61092626000000017";
    private static final String B = "61092626000000025";
    private static final String SITE = Samples.SITE.code();
    /** A Tuesday morning. */
    private static final Instant START = Instant.parse("2026-11-24T01:00:00Z");

    private static final PageRequest ALL = new PageRequest(null, 200);
    private static final Period NOVEMBER = period("2026-11-01", "2026-11-30");
    private static final Actor CLERK = actor("clerk", Role.CLERK);
    private static final Actor LEADER = actor("leader", Role.ADMIN);
    private static final Actor COLLEAGUE = actor("clerk2", Role.CLERK);
    private static final Actor HOTLINE = actor("hotline-1", Evaluations.HOTLINE);
    private static final Actor ELSEWHERE = new Actor("other", "他镇（示例）", Set.of(Role.ADMIN), "610926101000", "rest");

    private final FakeCases cases = new FakeCases();
    private final FakeRegistry registry = new FakeRegistry(Samples.SITE);
    private final WorkCalendar calendar = new WeekdayCalendar();
    private final Terms terms = new Terms(Configured.terms(Map.of()));
    private TestDatabase database;
    private EvaluationStore store;
    private Inviter inviter;
    private Invitations invitations;
    private Evaluations evaluations;
    private Rectifications rectifications;
    private Reports reports;
    private Instant now = START;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        store = new EvaluationStore(database.jpa());
        inviter = new Inviter(store, terms, cases, registry, calendar);
        invitations = new Invitations(store, terms, calendar, cases, registry, () -> now);
        evaluations = new Evaluations(store, terms, calendar, invitations, cases, () -> now);
        rectifications = new Rectifications(store, terms, calendar, evaluations, new FakeIdentity(), () -> now);
        reports = new Reports(store, registry);
        registry.save(new Window(SITE, 1, "综合窗口"), LEADER);
        registry.save(new Staff(1, SITE, "王受理（示例）", "综合窗口A岗", "clerk", 1), LEADER);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aCaseThatEndsInvitesOnceHoweverOftenItIsTold() {
        JournalEntry delivered = deliver(A);
        inviter.on(delivered, FakeCases.state(A, "window"));
        inviter.on(
                cases.entry(A, now, Kind.ADVANCED, "return-visit", Status.DONE, "clerk2", Map.of()),
                FakeCases.state(A, "window"));
        List<Invitations.Invitation> all =
                invitations.list(A, null, false, ALL, CLERK).items();
        assertEquals(1, all.size());
        assertEquals("end", all.get(0).occasion());
        assertEquals(List.of("window"), all.get(0).services());
        assertEquals(START.plus(Duration.ofDays(30)), all.get(0).expiresAt());
    }

    @Test
    void messagesEncloseTheLinkOnceItIsKnownWhereItLeads() {
        deliver(A);
        assertEquals(Optional.empty(), new InvitationEnclosure(invitations).of(A));
        Terms addressed = new Terms(Configured.terms(Map.of("address", "https://example.org")));
        Invitations known = new Invitations(store, addressed, calendar, cases, registry, () -> now);
        String link = new InvitationEnclosure(known).of(A).orElseThrow();
        assertTrue(link.startsWith("https://example.org/evaluate/#"), link);
        assertEquals(Optional.empty(), new InvitationEnclosure(known).of(B));
    }

    @Test
    void withdrawingAndGoingOnInviteNobody() {
        inviter.on(
                cases.entry(A, now, Kind.WITHDRAWN, "withdraw", Status.WITHDRAWN, "clerk", Map.of()),
                FakeCases.state(A, "window"));
        inviter.on(
                cases.entry(B, now, Kind.ACCEPTED, "accept", Status.OPEN, "clerk", Map.of()),
                FakeCases.state(B, "window"));
        assertEquals(List.of(), invitations.list(null, null, false, ALL, CLERK).items());
    }

    @Test
    void visitsExtendedHoursAndAppointmentsAreToldApart() {
        Instant evening = Instant.parse("2026-11-24T11:00:00Z");
        cases.entry(A, evening, Kind.ADVANCED, "agree", Status.OPEN, "clerk2", Map.of("bookings", List.of()));
        inviter.on(
                cases.entry(A, evening, Kind.ACCEPTED, "accept", Status.OPEN, "clerk", Map.of()),
                FakeCases.state(A, "onsite"));
        inviter.on(
                cases.entry(A, evening, Kind.DELIVERED, "deliver", Status.OPEN, "clerk", Map.of()),
                FakeCases.state(A, "onsite"));
        List<Invitations.Invitation> both =
                invitations.list(A, null, false, ALL, CLERK).items();
        assertEquals(
                List.of("visit-2", "end"),
                both.stream().map(Invitations.Invitation::occasion).toList());
        both.forEach(one -> assertEquals(List.of("onsite", "extended", "appointment"), one.services()));
        Problem which = refused(Problem.Kind.INVALID, () -> evaluations.enter(A, "1234", null, good(), HOTLINE));
        assertEquals("occasion", which.violations().get(0).field());
        evaluations.enter(A, "1234", "visit-2", good(), HOTLINE);
        List<String> services = lines(Scope.By.SERVICE, LEADER).stream()
                .map(Reports.Line::scope)
                .toList();
        assertEquals(
                List.of(Samples.TOWN + "/appointment", Samples.TOWN + "/extended", Samples.TOWN + "/onsite"), services);
    }

    @Test
    void aLinkIsSpentByItsRating() {
        String token = token(A);
        assertEquals("示例事项m", invitations.form(token).matterName());
        Evaluations.Thanks thanks = evaluations.rate(token, good());
        assertEquals(Level.SATISFIED, thanks.overall());
        assertFalse(thanks.rectification());
        refused(Problem.Kind.CONFLICT, () -> evaluations.rate(token, good()));
        refused(Problem.Kind.CONFLICT, () -> invitations.form(token));
        refused(Problem.Kind.CONFLICT, () -> evaluations.enter(A, "1234", null, good(), HOTLINE));
        assertEquals(1, store.ratings("610926", null, false, ALL).size());
    }

    @Test
    void ofManyWhoUseALinkAtOnceOneRates() throws InterruptedException {
        String token = token(A);
        List<Callable<Object>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tries.add(() -> evaluations.rate(token, bad("等了很久")));
        }
        int rated = 0;
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (Future<Object> one : pool.invokeAll(tries)) {
                rated += succeeded(one) ? 1 : 0;
            }
        } finally {
            pool.shutdown();
        }
        assertEquals(1, rated);
        assertEquals(1, line(Scope.By.SITE).ratings());
        assertEquals(1, line(Scope.By.SITE).bad());
    }

    @Test
    void ratingsOfOneSiteAtOnceAreAllCounted() throws InterruptedException {
        List<Callable<Object>> all = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String token = token("610926260000001%02d".formatted(i));
            all.add(() -> evaluations.rate(token, good()));
        }
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            for (Future<Object> one : pool.invokeAll(all)) {
                assertTrue(succeeded(one), "no rating is lost to another");
            }
        } finally {
            pool.shutdown();
        }
        assertEquals(24, line(Scope.By.SITE).ratings());
        assertEquals(24, line(Scope.By.PERSON).ratings());
    }

    @Test
    void forgedAndExpiredLinksAreRefused() {
        String token = token(A);
        char last = token.charAt(10);
        String forged = token.substring(0, 10) + (last == 'A' ? 'B' : 'A') + token.substring(11);
        refused(Problem.Kind.NOT_FOUND, () -> evaluations.rate(forged, good()));
        now = START.plus(Duration.ofDays(30));
        refused(Problem.Kind.CONFLICT, () -> evaluations.rate(token, good()));
        refused(Problem.Kind.CONFLICT, () -> evaluations.enter(A, "1234", null, good(), HOTLINE));
        assertEquals(List.of(), invitations.mine(A, "1234", "http://x"));
    }

    @Test
    void theApplicantFindsTheLinkByNumberAndPhone() {
        deliver(A);
        refused(Problem.Kind.NOT_FOUND, () -> invitations.mine(A, "0000", "http://x"));
        Invitations.Link link = invitations.mine(A, "1234", "http://x").get(0);
        assertTrue(link.link().startsWith("http://x/evaluate/#"), link.link());
        assertTrue(QrImage.svg(link.link()).startsWith("<svg"));
    }

    @Test
    void whoServedTheCaseNeitherEntersNorSeesFromWhomTheRatingComes() {
        deliver(A);
        refused(Problem.Kind.FORBIDDEN, () -> evaluations.enter(A, "1234", null, good(), CLERK));
        refused(
                Problem.Kind.FORBIDDEN,
                () -> evaluations.enter(A, "1234", null, good(), actor("officer", Role.OFFICER)));
        refused(Problem.Kind.NOT_FOUND, () -> evaluations.enter(A, "4321", null, good(), HOTLINE));
        evaluations.enter(A, "1234", null, bad("态度生硬"), HOTLINE);
        Evaluations.Rating own =
                evaluations.list(null, false, ALL, CLERK).items().get(0);
        assertNull(own.number());
        assertNull(own.ratedAt());
        assertEquals("态度生硬", own.text());
        Evaluations.Rating seen =
                evaluations.list(null, true, ALL, LEADER).items().get(0);
        assertEquals(A, seen.number());
        assertEquals("hotline-1", seen.enteredBy());
        assertEquals(List.of(), evaluations.list(null, false, ALL, COLLEAGUE).items());
        assertEquals(List.of(), evaluations.list(null, false, ALL, ELSEWHERE).items());
        refused(Problem.Kind.FORBIDDEN, () -> evaluations.list(Samples.TOWN, false, ALL, ELSEWHERE));
    }

    @Test
    void anAnonymousRatingIsNobodysForEveryone() {
        String token = token(A);
        evaluations.rate(token, new Judgement(Level.FAIR, Level.FAIR, Level.DISSATISFIED, null, "冷淡", true, Via.QR));
        assertNull(evaluations.list(null, false, ALL, LEADER).items().get(0).number());
        long id = only(LEADER).id();
        step(id, "assign", LEADER, s -> s.to("clerk2"));
        step(id, "answer", COLLEAGUE, s -> s.saying("已批评教育"));
        refused(
                Problem.Kind.CONFLICT,
                () -> step(id, "call-back", LEADER, s -> s.reached(true).saying("无")));
        assertEquals(
                State.CLOSED, step(id, "close", LEADER, s -> s.saying("匿名，不回访")).state());
    }

    @Test
    void aBadRatingIsAnsweredCalledBackAndRatedAgain() {
        Evaluations.Thanks thanks = evaluations.rate(token(A), bad("材料退回三次"));
        assertTrue(thanks.rectification());
        assertEquals(LocalDate.of(2026, 12, 1), thanks.answerBy());
        long id = thanks.id();
        Rectification open = rectifications.get(id, LEADER);
        assertEquals(5, open.limitDays());
        assertTrue(open.limitSource().startsWith("示例"));
        refused(Problem.Kind.CONFLICT, () -> step(id, "close", LEADER, s -> s.saying("了结")));
        refused(Problem.Kind.INVALID, () -> step(id, "assign", LEADER, s -> s.to("clerk")));
        refused(Problem.Kind.INVALID, () -> step(id, "assign", LEADER, s -> s.to("nobody")));
        step(id, "assign", LEADER, s -> s.to("clerk2"));
        refused(Problem.Kind.FORBIDDEN, () -> step(id, "answer", LEADER, s -> s.saying("代答")));
        refused(Problem.Kind.INVALID, () -> step(id, "answer", COLLEAGUE, s -> s));
        step(id, "answer", COLLEAGUE, s -> s.saying("一次性告知单已补发"));
        refused(Problem.Kind.CONFLICT, () -> step(id, "close", LEADER, s -> s.saying("了结")));
        assertEquals(
                1,
                step(id, "call-back", HOTLINE, s -> s.reached(false).saying("无人接听"))
                        .callsMissed());
        assertEquals(
                State.CALLED_BACK,
                step(id, "call-back", HOTLINE, s -> s.reached(true).saying("表示认可"))
                        .state());
        Invitations.Link second = invitations.mine(A, "1234", "http://x").get(0);
        assertEquals(2, second.nth());
        evaluations.rate(tokenOf(second), good());
        Rectification closed = rectifications.get(id, LEADER);
        assertEquals(State.CLOSED, closed.state());
        assertEquals(
                List.of("open", "assign", "answer", "call-missed", "call-back", "second-rating"),
                closed.steps().stream().map(Rectifications.Done::action).toList());
        Reports.Line line = line(Scope.By.SITE);
        assertEquals(1, line.ratings());
        assertEquals(1, line.bad());
        assertEquals(1, line.second());
        assertEquals(0, line.secondBad());
        refused(Problem.Kind.CONFLICT, () -> evaluations.rate(tokenOf(second), good()));
    }

    @Test
    void theSecondRatingWaitsForTheAnswerAndTheCallBackIsStillOwed() {
        evaluations.rate(token(A), bad("慢"));
        long id = only(LEADER).id();
        refused(Problem.Kind.CONFLICT, () -> evaluations.enter(A, "1234", null, good(), HOTLINE));
        step(id, "assign", LEADER, s -> s.to("clerk2"));
        step(id, "answer", COLLEAGUE, s -> s.saying("已增开窗口"));
        evaluations.enter(A, "1234", null, bad("还是慢"), HOTLINE);
        assertEquals(State.ANSWERED, rectifications.get(id, LEADER).state());
        assertEquals(
                State.CLOSED,
                step(id, "call-back", HOTLINE, s -> s.reached(true).saying("已说明"))
                        .state());
        assertEquals(1, line(Scope.By.SITE).secondBad());
    }

    @Test
    void theCitizenRatesAgainWhenCalled() {
        evaluations.rate(token(A), bad("慢"));
        long id = only(LEADER).id();
        step(id, "assign", LEADER, s -> s.to("clerk2"));
        step(id, "answer", COLLEAGUE, s -> s.saying("已增开窗口"));
        assertEquals(
                State.CLOSED,
                step(id, "call-back", HOTLINE, s -> s.reached(true).saying("满意").rating(good()))
                        .state());
        assertEquals(1, line(Scope.By.SITE).second());
    }

    @Test
    void whoCannotBeReachedIsCalledThreeTimesBeforeItIsClosed() {
        evaluations.rate(token(A), bad("慢"));
        long id = only(LEADER).id();
        step(id, "assign", LEADER, s -> s.to("clerk2"));
        step(id, "answer", COLLEAGUE, s -> s.saying("已增开窗口"));
        for (int i = 0; i < 3; i++) {
            refused(Problem.Kind.CONFLICT, () -> step(id, "close", LEADER, s -> s.saying("无法联系")));
            step(id, "call-back", HOTLINE, s -> s.reached(false).saying("无人接听"));
        }
        assertEquals(
                State.CLOSED, step(id, "close", LEADER, s -> s.saying("三次无法联系")).state());
    }

    @Test
    void aStaleStepIsAConflict() {
        evaluations.rate(token(A), bad("慢"));
        Rectification seen = only(LEADER);
        step(seen.id(), "assign", LEADER, s -> s.to("clerk2"));
        refused(
                Problem.Kind.CONFLICT,
                () -> rectifications.step(
                        seen.id(), new Step("assign", seen.version(), "clerk2", null, null, null, null), LEADER));
    }

    @Test
    void lateRectificationsAreSeenAndTheAnswerInTimeIsCounted() {
        evaluations.rate(token(A), bad("慢"));
        evaluations.rate(token(B), bad("慢"));
        long first = rectifications
                .list(null, null, false, false, ALL, LEADER)
                .items()
                .get(1)
                .id();
        step(first, "assign", LEADER, s -> s.to("clerk2"));
        step(first, "answer", COLLEAGUE, s -> s.saying("已改"));
        now = Instant.parse("2026-12-01T15:59:00Z");
        assertEquals(
                List.of(),
                rectifications.list(null, null, true, false, ALL, LEADER).items());
        now = Instant.parse("2026-12-01T16:00:00Z");
        List<Rectification> late =
                rectifications.list(null, null, true, false, ALL, LEADER).items();
        assertEquals(1, late.size());
        assertTrue(late.get(0).late());
        assertEquals(1, store.late(LocalDate.of(2026, 12, 2)));
        Period december = period("2026-12-01", "2026-12-31");
        Reports.Line line = reports.lines(Scope.By.SITE, null, december, ALL, LEADER)
                .items()
                .get(0);
        assertEquals(2, line.due());
        assertEquals(1, line.inTime());
        assertEquals("50.0", line.rectified().toString());
        assertEquals(
                "50.0",
                new RectifiedCriterion(reports)
                        .measure(Samples.SITE, december)
                        .value()
                        .toString());
        step(late.get(0).id(), "assign", LEADER, s -> s.to("clerk2"));
        step(late.get(0).id(), "answer", COLLEAGUE, s -> s.saying("迟到的整改"));
        assertEquals(
                List.of(),
                rectifications.list(null, null, true, false, ALL, LEADER).items());
        assertEquals(1, reports.of(SITE, december).get(Tally.What.IN_TIME), "an answer too late changes nothing");
    }

    @Test
    void aLateRectificationIsToldOnceAndStaysAnAlarmUntilItIsAnswered() {
        evaluations.rate(token(A), bad("慢"));
        Rectification seen = only(LEADER);
        step(seen.id(), "assign", LEADER, s -> s.to("clerk2"));
        seen = only(LEADER);
        Watch watch = new Watch(store, rectifications, () -> now);
        assertEquals(0, watch.look());
        assertEquals(List.of(), watch.alarms(Samples.TOWN, 20, LEADER));
        now = Instant.parse("2026-12-01T16:00:00Z");
        assertEquals(1, watch.look());
        assertEquals(0, watch.look(), "once");
        Alarm alarm = watch.alarms(Samples.TOWN, 20, COLLEAGUE).get(0);
        assertEquals(SITE, alarm.site());
        assertEquals(LocalDate.of(2026, 12, 1), alarm.due());
        assertTrue(alarm.text().zh().contains("clerk2"), alarm.text().zh());
        assertEquals("rectifications/" + seen.id(), alarm.link());
        assertEquals(List.of(), watch.alarms(null, 20, ELSEWHERE));
        Rectification answered = rectifications.step(
                seen.id(), new Step("answer", seen.version(), null, "迟到的整改", null, null, null), COLLEAGUE);
        assertEquals(
                List.of("open", "assign", "escalate", "answer"),
                answered.steps().stream().map(Rectifications.Done::action).toList(),
                "what the clock told is nothing a step has to have seen");
        assertEquals(List.of(), watch.alarms(Samples.TOWN, 20, LEADER));
    }

    @Test
    void theRatedPersonAppealsAndSomebodyElseDecides() {
        evaluations.rate(token(A), bad("胡说"));
        evaluations.rate(token(B), good());
        long id = only(LEADER).id();
        refused(Problem.Kind.NOT_FOUND, () -> step(id, "appeal", COLLEAGUE, s -> s.saying("不服")));
        Rectification veiled = step(id, "appeal", CLERK, s -> s.saying("从未接待过此人"));
        assertNull(veiled.rating().number());
        assertEquals(Appeal.MADE, veiled.appeal());
        refused(Problem.Kind.CONFLICT, () -> step(id, "appeal", CLERK, s -> s.saying("再申诉")));
        Actor clerkAsAdmin = actor("clerk", Role.ADMIN);
        refused(
                Problem.Kind.FORBIDDEN,
                () -> step(id, "decide", clerkAsAdmin, s -> s.upheld(true).saying("成立")));
        assertEquals("50.0", line(Scope.By.PERSON).satisfaction().toString());
        assertEquals(
                State.VOID,
                step(id, "decide", LEADER, s -> s.upheld(true).saying("监控核实")).state());
        Reports.Line line = line(Scope.By.PERSON);
        assertEquals("100.0", line.satisfaction().toString());
        assertEquals(1, line.ratings());
        assertEquals(1, line.malicious());
        assertEquals(0, reports.of(SITE, period("2026-12-01", "2026-12-31")).get(Tally.What.DUE));
        assertEquals(
                2,
                new SatisfactionCriterion(reports)
                        .measure(Samples.SITE, NOVEMBER)
                        .facts()
                        .size());
    }

    @Test
    void anAppealThatIsRejectedLeavesTheRating() {
        evaluations.rate(token(A), bad("慢"));
        long id = only(LEADER).id();
        refused(
                Problem.Kind.CONFLICT,
                () -> step(id, "decide", LEADER, s -> s.upheld(true).saying("成立")));
        step(id, "appeal", CLERK, s -> s.saying("不服"));
        Rectification rejected = step(id, "decide", LEADER, s -> s.upheld(false).saying("属实"));
        assertEquals(Appeal.REJECTED, rejected.appeal());
        assertEquals(State.OPEN, rejected.state());
        assertEquals(1, line(Scope.By.PERSON).bad());
    }

    @Test
    void anAppealComesInTime() {
        evaluations.rate(token(A), bad("慢"));
        now = Instant.parse("2026-12-02T01:00:00Z");
        refused(Problem.Kind.CONFLICT, () -> step(only(LEADER).id(), "appeal", CLERK, s -> s.saying("不服")));
    }

    @Test
    void aLimitWhoseCalendarIsNotLoadedIsNotGuessed() {
        now = Instant.parse("2026-12-30T01:00:00Z");
        deliver(A);
        Evaluations.Thanks thanks = evaluations.rate(token(A), bad("慢"));
        assertTrue(thanks.rectification());
        assertNull(thanks.answerBy());
        Rectification open = only(LEADER);
        assertNull(open.dueOn());
        assertFalse(open.late());
    }

    @Test
    void reportsAreByPersonWindowSiteAndDivision() {
        evaluations.rate(token(A), bad("慢"));
        evaluations.rate(token(B), good());
        assertEquals(SITE + "/clerk", line(Scope.By.PERSON).scope());
        assertEquals("clerk（示例）", line(Scope.By.PERSON).name());
        assertEquals(SITE + "/1", line(Scope.By.WINDOW).scope());
        assertEquals(Samples.SITE.name(), line(Scope.By.SITE).name());
        assertEquals("示例镇", line(Scope.By.DIVISION).name());
        Reports.Line site = line(Scope.By.SITE);
        assertEquals(2, site.ratings());
        assertEquals("50.0", site.satisfaction().toString());
        assertEquals(1, site.levels().get(Level.DISSATISFIED));
        assertEquals(1, site.businessBad());
        assertEquals(0, site.attitudeBad());
        assertEquals(1, lines(Scope.By.PERSON, CLERK).size());
        assertEquals(List.of(), lines(Scope.By.PERSON, COLLEAGUE));
        assertEquals(List.of(), lines(Scope.By.SITE, ELSEWHERE));
        assertEquals(
                List.of(Samples.COUNTY, Samples.TOWN),
                reports.lines(Scope.By.DIVISION, null, NOVEMBER, ALL, Samples.admin()).items().stream()
                        .map(Reports.Line::scope)
                        .toList());
        assertEquals(
                List.of(),
                reports.lines(Scope.By.SITE, null, period("2026-10-01", "2026-10-31"), ALL, LEADER)
                        .items());
    }

    @Test
    void criteriaSayWhatTheyCameFrom() {
        SatisfactionCriterion satisfaction = new SatisfactionCriterion(reports);
        assertNull(satisfaction.measure(Samples.SITE, NOVEMBER).value());
        assertEquals(1, satisfaction.measure(Samples.SITE, NOVEMBER).facts().size());
        evaluations.rate(token(A), good());
        assertEquals(
                "100.0", satisfaction.measure(Samples.SITE, NOVEMBER).value().toString());
        assertEquals(
                "100.0",
                satisfaction
                        .measure(Samples.SITE, period("2026-11-24", "2026-11-24"))
                        .value()
                        .toString());
        assertNull(satisfaction
                .measure(Samples.SITE, period("2026-11-25", "2026-11-30"))
                .value());
        assertNull(
                new RectifiedCriterion(reports).measure(Samples.SITE, NOVEMBER).value());
    }

    @Test
    void exchangeGivesTheNationalFormInTheOrderOfRating() {
        Exchange exchange = new Exchange(store, terms, cases, new FakeMatters(Samples.matter("m", 5)), () -> now);
        evaluations.rate(token(A), bad("慢"));
        now = now.plusSeconds(5);
        evaluations.rate(token(B), new Judgement(Level.FAIR, Level.FAIR, Level.FAIR, null, null, true, Via.TABLET));
        Actor system = actor("sys", Role.SYSTEM);
        now = now.plusSeconds(8);
        assertEquals(1, exchange.records(Coding.INTERFACE, ALL, system).items().size(), "the last one has not settled");
        now = now.plusSeconds(60);
        Page<ExchangedRating> page = exchange.records(Coding.INTERFACE, new PageRequest(null, 1), system);
        ExchangedRating first = page.items().get(0);
        assertEquals("2", first.satisfaction());
        assertEquals("1", first.promiseTime());
        assertEquals("张示例", first.userName());
        assertEquals("2026-11-24 09:00:00", first.assessTime());
        assertEquals(1, first.assessNumber());
        assertEquals("3", first.pf());
        ExchangedRating second = exchange.records(Coding.GBT39046, new PageRequest(page.next(), 1), system)
                .items()
                .get(0);
        assertEquals("3", second.satisfaction());
        assertEquals("2", second.promiseTime());
        assertEquals("政务大厅平板电脑", second.pf());
        assertNull(second.userName());
        assertNull(second.certKey());
        refused(Problem.Kind.FORBIDDEN, () -> exchange.records(Coding.INTERFACE, ALL, CLERK));
        RatingExchange.Given told = exchange.given(ALL, system).items().get(1);
        assertEquals(List.of(B, 1, Samples.TOWN), List.of(told.number(), told.nth(), told.division()));
        assertEquals(page.next(), exchange.given(ALL, system).items().get(0).key());
        assertEquals(second, exchange.rating(B, 1, RatingExchange.Form.GBT39046, system));
        assertEquals(
                "3",
                exchange.rating(B, 1, RatingExchange.Form.INTERFACE, system).satisfaction());
        refused(Problem.Kind.NOT_FOUND, () -> exchange.rating(B, 2, RatingExchange.Form.INTERFACE, system));
        refused(Problem.Kind.FORBIDDEN, () -> exchange.rating(B, 1, RatingExchange.Form.INTERFACE, CLERK));
        refused(Problem.Kind.FORBIDDEN, () -> exchange.given(ALL, CLERK));
        refused(Problem.Kind.INVALID, () -> exchange.records(Coding.INTERFACE, new PageRequest("x", 1), system));
    }

    @Test
    void theKeyIsMadeOnce() {
        assertEquals(32, store.key().length);
        assertTrue(java.util.Arrays.equals(store.key(), new EvaluationStore(database.jpa()).key()));
    }

    private JournalEntry deliver(String number) {
        cases.entry(number, now, Kind.SUBMITTED, "submit", Status.OPEN, "clerk", Map.of());
        cases.entry(number, now, Kind.DECIDED, "decide", Status.OPEN, "officer", Map.of());
        JournalEntry delivered = cases.entry(number, now, Kind.DELIVERED, "deliver", Status.DONE, "clerk", Map.of());
        inviter.on(delivered, FakeCases.state(number, "window"));
        return delivered;
    }

    private String token(String number) {
        deliver(number);
        return tokenOf(invitations.mine(number, "1234", "http://x").get(0));
    }

    private static String tokenOf(Invitations.Link link) {
        return link.link().substring(link.link().indexOf('#') + 1);
    }

    private Rectification only(Actor actor) {
        List<Rectification> all =
                rectifications.list(null, null, false, false, ALL, actor).items();
        assertEquals(1, all.size());
        return all.get(0);
    }

    private Rectification step(long id, String action, Actor actor, java.util.function.UnaryOperator<Telling> telling) {
        int version = rectifications.get(id, LEADER).version();
        return rectifications.step(id, telling.apply(new Telling()).step(action, version), actor);
    }

    /** Tells a step. */
    private static final class Telling {
        private String assignee;
        private String text;
        private Boolean reached;
        private Boolean upheld;
        private Judgement second;

        Telling to(String login) {
            assignee = login;
            return this;
        }

        Telling saying(String words) {
            text = words;
            return this;
        }

        Telling reached(boolean was) {
            reached = was;
            return this;
        }

        Telling upheld(boolean was) {
            upheld = was;
            return this;
        }

        Telling rating(Judgement judgement) {
            second = judgement;
            return this;
        }

        Step step(String action, int version) {
            return new Step(action, version, assignee, text, reached, second, upheld);
        }
    }

    private Reports.Line line(Scope.By by) {
        List<Reports.Line> lines = lines(by, LEADER);
        assertEquals(1, lines.size());
        return lines.get(0);
    }

    private List<Reports.Line> lines(Scope.By by, Actor actor) {
        return reports.lines(by, null, NOVEMBER, ALL, actor).items();
    }

    private static boolean succeeded(Future<Object> future) throws InterruptedException {
        try {
            assertNotNull(future.get());
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem && problem.kind() == Problem.Kind.CONFLICT) {
                return false;
            }
            throw new AssertionError(e.getCause());
        }
    }

    private static Judgement good() {
        return new Judgement(Level.SATISFIED, Level.VERY_SATISFIED, Level.VERY_SATISFIED, null, null, false, Via.QR);
    }

    private static Judgement bad(String text) {
        return new Judgement(
                Level.DISSATISFIED, Level.FAIR, Level.SATISFIED, List.of("efficiency"), text, false, Via.QR);
    }

    private static Problem refused(Problem.Kind kind, Executable command) {
        Problem problem = assertThrows(Problem.class, command);
        assertEquals(kind, problem.kind(), problem.detail().zh());
        return problem;
    }

    private static Period period(String from, String until) {
        return new Period(LocalDate.parse(from), LocalDate.parse(until));
    }

    private static Actor actor(String login, String role) {
        return new Actor(login, login + "（示例）", Set.of(role), Samples.TOWN, "rest");
    }
}
