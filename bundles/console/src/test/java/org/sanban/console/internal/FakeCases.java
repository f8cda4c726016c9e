// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.BookedTime;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.BookingService;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Part;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.SampleCase;

/** One case of one mode, with a journal of one entry; remembers what it was asked. */
final class FakeCases implements CaseService, BookingService, JournalService {
    private static final Booking BOOKING = new Booking(
            "vehicle:CG-01", Instant.parse("2026-11-03T01:00:00Z"), Instant.parse("2026-11-03T02:00:00Z"), 30, "示例村");
    private static final Part PART =
            new Part(1, "土地核验", null, "officer", "示例", Instant.parse("2026-11-02T02:00:00Z"), null, null, null);

    static final Workflow WORKFLOW = new Workflow(
            "demo",
            1,
            new Text("示例方式", "Sample mode"),
            "submitted",
            Set.of("clerk"),
            List.of(),
            List.of(new Stage("submitted", new Text("已提交", "Submitted"), Status.OPEN, Clock.WAITING, "clerk", null)),
            List.of());

    final Case sample = SampleCase.of(WORKFLOW)
            .asks("m1", false)
            .keeps("户口簿", "post:123")
            .books(BOOKING)
            .parts(PART)
            .make();
    Instant from;
    final List<CaseQuery> queries = new ArrayList<>();
    String fault;
    Actor actor;

    @Override
    public Page<BookedTime> booked(
            String resource, String division, Instant from, Instant to, PageRequest page, Actor actor) {
        this.from = from;
        return new Page<>(List.of(new BookedTime("1", sample.number(), sample.matterName(), BOOKING)), null);
    }

    @Override
    public Case get(String number, Actor actor) {
        if (!number.equals(sample.number())) {
            throw Problem.notFound("case", number);
        }
        return sample;
    }

    @Override
    public Due explain(String number, Actor actor) {
        LocalDate day = LocalDate.of(2026, 11, 2);
        return new Due(
                5,
                null,
                day.plusDays(7),
                null,
                5,
                Light.ON_TIME,
                Text.of("还剩 5 个工作日。"),
                List.of(new Due.Line(day, day, 0, Text.of("受理当日"))));
    }

    @Override
    public Page<CaseLine> find(CaseQuery query, PageRequest page, Actor actor) {
        queries.add(query);
        this.actor = actor;
        CaseLine line = new CaseLine(
                sample.number(),
                sample.matter(),
                sample.matterName(),
                "demo",
                sample.site(),
                sample.applicant().maskedName(),
                "submitted",
                sample.stageName(),
                Status.OPEN,
                sample.submittedAt(),
                null,
                Light.NONE);
        return new Page<>(List.of(line), "next-key");
    }

    @Override
    public List<Workflow> modes() {
        return List.of(WORKFLOW);
    }

    @Override
    public Page<JournalEntry> entries(String number, PageRequest page, Actor actor) {
        JournalEntry entry = new JournalEntry(
                1,
                number,
                1,
                Instant.parse("2026-11-02T02:00:00Z"),
                JournalEntry.Kind.SUBMITTED,
                "submit",
                new Text("申请", "Submit"),
                null,
                "submitted",
                Status.OPEN,
                "clerk",
                "示例",
                "rest",
                sample.division(),
                true,
                Map.of(),
                "0123456789abcdef".repeat(4));
        return new Page<>(List.of(entry), null);
    }

    @Override
    public Page<Verdict> verify(PageRequest page, Actor actor) {
        return page.after() == null
                ? new Page<>(List.of(new Verdict("1", 3, null)), "1")
                : new Page<>(List.of(new Verdict("2", 4, fault)), null);
    }

    @Override
    public List<Delivery> deliveries(Actor actor) {
        return List.of(new Delivery("sms", false, true, 2, "down", java.time.Instant.EPOCH));
    }

    @Override
    public void rewind(String listener, java.time.Instant from, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(String listener, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int resend(String listener, Actor actor) {
        return 2;
    }

    @Override
    public Receipt submit(Draft draft, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Receipt act(String number, Action action, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Step> steps(String number, Actor actor) {
        return List.of();
    }

    @Override
    public Progress follow(String number, String phoneEnding) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Workflow workflow(String mode, int version) {
        return WORKFLOW;
    }
}
