// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.cases.Status;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Period;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Window;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;
import org.sanban.evaluation.internal.Rectifications.Rectification;
import org.sanban.evaluation.internal.Rectifications.Step;

/** Ratings and what follows them, on a real database, at a time that tests set. */
abstract class EvaluationFixture {
    static final String A = "61092626000000017";
    static final String B = "61092626000000025";
    static final String SITE = Samples.SITE.code();
    /** A Tuesday morning. */
    static final Instant START = Instant.parse("2026-11-24T01:00:00Z");

    static final PageRequest ALL = new PageRequest(null, 200);
    static final Period NOVEMBER = period("2026-11-01", "2026-11-30");
    static final Actor CLERK = actor("clerk", Role.CLERK);
    static final Actor LEADER = actor("leader", Role.ADMIN);
    static final Actor COLLEAGUE = actor("clerk2", Role.CLERK);
    static final Actor HOTLINE = actor("hotline-1", Evaluations.HOTLINE);
    static final Actor ELSEWHERE = new Actor("other", "他镇（示例）", Set.of(Role.ADMIN), "610926101000", "rest");

    final FakeCases cases = new FakeCases();
    final FakeRegistry registry = new FakeRegistry(Samples.SITE);
    final WeekdayCalendar calendar = new WeekdayCalendar();
    final Terms terms = new Terms(Configured.terms(Map.of()));
    TestDatabase database;
    EvaluationStore store;
    Inviter inviter;
    Invitations invitations;
    Evaluations evaluations;
    Rectifications rectifications;
    Reports reports;
    Instant now = START;

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

    JournalEntry deliver(String number) {
        cases.entry(number, now, Kind.SUBMITTED, "submit", Status.OPEN, "clerk", Map.of());
        cases.entry(number, now, Kind.DECIDED, "decide", Status.OPEN, "officer", Map.of());
        JournalEntry delivered = cases.entry(number, now, Kind.DELIVERED, "deliver", Status.DONE, "clerk", Map.of());
        inviter.on(delivered, FakeCases.state(number, "window"));
        return delivered;
    }

    String token(String number) {
        deliver(number);
        return tokenOf(invitations.mine(number, "1234", "http://x").get(0));
    }

    static String tokenOf(Invitations.Link link) {
        return link.link().substring(link.link().indexOf('#') + 1);
    }

    Rectification only(Actor actor) {
        List<Rectification> all =
                rectifications.list(null, null, false, false, ALL, actor).items();
        assertEquals(1, all.size());
        return all.get(0);
    }

    Rectification step(long id, String action, Actor actor, java.util.function.UnaryOperator<Telling> telling) {
        int version = rectifications.get(id, LEADER).version();
        return rectifications.step(id, telling.apply(new Telling()).step(action, version), actor);
    }

    /** Tells a step. */
    static final class Telling {
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

    Reports.Line line(Scope.By by) {
        List<Reports.Line> lines = lines(by, LEADER);
        assertEquals(1, lines.size());
        return lines.get(0);
    }

    List<Reports.Line> lines(Scope.By by, Actor actor) {
        return reports.lines(by, null, NOVEMBER, ALL, actor).items();
    }

    static boolean succeeded(Future<Object> future) throws InterruptedException {
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

    static Judgement good() {
        return new Judgement(Level.SATISFIED, Level.VERY_SATISFIED, Level.VERY_SATISFIED, null, null, false, Via.QR);
    }

    static Judgement bad(String text) {
        return new Judgement(
                Level.DISSATISFIED, Level.FAIR, Level.SATISFIED, List.of("efficiency"), text, false, Via.QR);
    }

    static Problem refused(Problem.Kind kind, Executable command) {
        Problem problem = assertThrows(Problem.class, command);
        assertEquals(kind, problem.kind(), problem.detail().zh());
        return problem;
    }

    static Period period(String from, String until) {
        return new Period(LocalDate.parse(from), LocalDate.parse(until));
    }

    static Actor actor(String login, String role) {
        return new Actor(login, login + "（示例）", Set.of(role), Samples.TOWN, "rest");
    }
}
