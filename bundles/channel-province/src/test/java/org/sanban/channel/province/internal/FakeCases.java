// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Applicant;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.Samples;

/** Cases with journals, submitted once for each key. */
final class FakeCases implements CaseService, JournalService {
    /** An implementation code of 31 characters. */
    static final String MATTER = "11440100007482575H3440118009000";

    final List<Draft> drafts = new ArrayList<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, Object> answers = new HashMap<>();
    private String matterName = "示例事项";
    private Applicant applicant = Samples.person();
    private Actor submitter;
    private Instant waiting;
    private int parked;

    /** How the delivery of the journal to the province stands: since when it is behind, and how many entries are parked. */
    void delivery(Instant since, int count) {
        waiting = since;
        parked = count;
    }

    void matterName(String name) {
        matterName = name;
    }

    void applicant(Applicant other) {
        applicant = other;
    }

    void answer(String field, Object value) {
        answers.put(field, value);
    }

    Actor submitter() {
        return submitter;
    }

    /** Adds an entry; returns it as a listener is given it. */
    JournalEntry entry(String number, Instant at, Kind kind, Status status, Map<String, Object> answers) {
        int seq = (int) journal.stream().filter(e -> e.number().equals(number)).count() + 1;
        JournalEntry entry = new JournalEntry(
                journal.size() + 1,
                number,
                seq,
                at,
                kind,
                kind.name(),
                Text.of("步骤" + kind.name()),
                "from",
                "to",
                status,
                "clerk",
                "王受理（示例）",
                "rest",
                Samples.TOWN,
                kind != Kind.NOTED,
                Map.of("answers", answers, "note", "只给工作人员看"),
                "0".repeat(64));
        journal.add(entry);
        return entry;
    }

    Case state(String number) {
        return new Case(
                number,
                3,
                "window",
                1,
                MATTER,
                matterName,
                2,
                false,
                Samples.SITE.code(),
                Samples.TOWN,
                applicant,
                "accepted",
                Text.of("已受理"),
                Status.OPEN,
                new Holder(null, null, null),
                "clerk",
                Instant.parse("2026-11-02T02:00:00Z"),
                Instant.parse("2026-11-02T02:00:00Z"),
                new Due(
                        5,
                        Instant.parse("2026-11-02T03:00:00Z"),
                        LocalDate.of(2026, 11, 9),
                        null,
                        null,
                        Light.ON_TIME,
                        Text.of("示例"),
                        List.of()),
                List.of(
                        new Paper("card", "居民身份证", true, 1, 1, 1, 1, List.of()),
                        new Paper("form", "申请表", false, 1, 0, 0, 0, List.of())),
                List.of(),
                List.of(),
                List.of(),
                answers,
                List.of(),
                null);
    }

    @Override
    public Case get(String number, Actor actor) {
        if (!actor.sees(Samples.TOWN) || number.startsWith("0")) {
            throw Problem.notFound("case", number);
        }
        return state(number);
    }

    @Override
    public Page<JournalEntry> entries(String number, PageRequest page, Actor actor) {
        return new Page<>(
                journal.stream().filter(e -> e.number().equals(number)).toList(), null);
    }

    @Override
    public Receipt submit(Draft draft, Actor actor) {
        boolean repeated = numbers.containsKey(draft.key());
        submitter = actor;
        drafts.add(draft);
        String number = numbers.computeIfAbsent(draft.key(), key -> "6109262600000%04d".formatted(numbers.size() + 1));
        return new Receipt(number, 1, "submit", "submitted", Text.of("已提交"), Status.OPEN, Instant.EPOCH, repeated);
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
    public Progress follow(String number, String phoneEnding) {
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
        return List.of(
                new Delivery("messages", true, true, 3, "…", Instant.EPOCH),
                new Delivery(ProvinceChannel.ID, true, waiting != null, parked, null, waiting));
    }

    @Override
    public int resend(String listener, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rewind(String listener, Instant from, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(String listener, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
