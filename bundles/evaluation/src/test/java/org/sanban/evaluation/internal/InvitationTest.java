// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Status;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.Samples;

/** What a citizen gains: asked once, by a link that is good for one rating. */
abstract class InvitationTest extends EvaluationFixture {
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
    void theKeyIsMadeOnce() {
        assertEquals(32, store.key().length);
        assertTrue(java.util.Arrays.equals(store.key(), new EvaluationStore(database.jpa()).key()));
    }
}
