// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sanban.api.evaluation.ExchangedRating;
import org.sanban.api.evaluation.RatingExchange;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.Samples;

/** What a county gains: every rating is counted once, and shown to whom it concerns. */
abstract class ReportTest extends EvaluationFixture {
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
}
