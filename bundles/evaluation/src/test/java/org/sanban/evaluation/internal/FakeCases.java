// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.Samples;

/** Cases with journals of a few entries, all of one applicant whose phone ends in 1234. */
final class FakeCases implements CaseService, JournalService {
    private final List<JournalEntry> journal = new ArrayList<>();

    /** Adds an entry; returns it as a listener is given it. */
    JournalEntry entry(
            String number,
            Instant at,
            Kind kind,
            String action,
            Status status,
            String account,
            Map<String, Object> detail) {
        int seq = (int) journal.stream().filter(e -> e.number().equals(number)).count() + 1;
        JournalEntry entry = new JournalEntry(
                journal.size() + 1,
                number,
                seq,
                at,
                kind,
                action,
                Text.of(action),
                "from",
                "to",
                status,
                account,
                account + "（示例）",
                "rest",
                Samples.TOWN,
                true,
                detail,
                "0".repeat(64));
        journal.add(entry);
        return entry;
    }

    static Case state(String number, String mode) {
        return new Case(
                number,
                3,
                mode,
                1,
                "m",
                "示例事项m",
                1,
                false,
                Samples.SITE.code(),
                Samples.TOWN,
                Samples.person(),
                "delivered",
                Text.of("已送达"),
                Status.DONE,
                new Holder(null, null, null),
                "clerk",
                Instant.parse("2026-11-02T02:00:00Z"),
                Instant.parse("2026-11-02T02:00:00Z"),
                new Due(
                        5,
                        Instant.parse("2026-11-02T03:00:00Z"),
                        null,
                        null,
                        null,
                        Light.ON_TIME,
                        Text.of("示例"),
                        List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                null);
    }

    @Override
    public Page<JournalEntry> entries(String number, PageRequest page, Actor actor) {
        return new Page<>(
                journal.stream().filter(e -> e.number().equals(number)).toList(), null);
    }

    @Override
    public Case get(String number, Actor actor) {
        return state(number, "window");
    }

    @Override
    public Progress follow(String number, String phoneEnding) {
        if (!"1234".equals(phoneEnding)) {
            throw Problem.notFound("case", number);
        }
        return null;
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
    public Due explain(String number, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Step> steps(String number, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<CaseLine> find(CaseQuery query, PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Workflow> modes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Workflow workflow(String mode, int version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Verdict> verify(PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Delivery> deliveries(Actor actor) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }
}
