// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Applicant;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.Samples;

/** Cases with journals, as the bundle reads them. */
final class FakeCases {
    private final Map<String, Case> cases = new HashMap<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    /** Is asked before a case's journal is read; a test may throw. */
    volatile Consumer<String> reading = number -> {};

    /** Adds an entry to a case's journal; returns it as a listener is given it. */
    JournalEntry entry(String number, Instant at, Kind kind, Status status, Booking... visits) {
        int seq = (int) journal.stream().filter(e -> e.number().equals(number)).count() + 1;
        Map<String, Object> detail = kind == Kind.REFUSED
                ? Map.of("answers", Map.of("reason", "not-competent", "explanation", "请到县局办理"))
                : visits.length == 0 ? Map.of() : Map.of("bookings", List.of(visits));
        JournalEntry entry = new JournalEntry(
                journal.size() + 1,
                number,
                seq,
                at,
                kind,
                kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                Text.of(kind.name()),
                "from",
                "to",
                status,
                "clerk",
                "示例人员",
                "rest",
                Samples.TOWN,
                true,
                detail,
                "0".repeat(64));
        journal.add(entry);
        List<Booking> booked = status.ended()
                ? List.of()
                : visits.length > 0
                        ? List.of(visits)
                        : cases.containsKey(number) ? cases.get(number).bookings() : List.of();
        cases.put(number, state(number, seq, status, booked));
        return entry;
    }

    Case get(String number) {
        if (!cases.containsKey(number)) {
            throw Problem.notFound("case", number);
        }
        return cases.get(number);
    }

    /** Whose cases they are. */
    Applicant applicant = Samples.person();

    private Case state(String number, int version, Status status, List<Booking> visits) {
        Instant at = Instant.parse("2026-11-02T02:00:00Z");
        return new Case(
                number,
                version,
                "onsite",
                1,
                "m",
                "示例事项",
                1,
                false,
                Samples.SITE.code(),
                Samples.TOWN,
                applicant,
                "open",
                Text.of("办理中"),
                status,
                new Holder(null, null, null),
                "clerk",
                at,
                at,
                new Due(5, at, null, null, null, Light.ON_TIME, Text.of("示例"), List.of()),
                List.of(),
                List.of(),
                visits,
                List.of(),
                Map.of(),
                List.of(),
                null);
    }

    private static Workflow workflow() {
        Field.Choice choice = new Field.Choice("not-competent", new Text("不属于职权范围", "not our business"));
        Step refuse = Step.of("refused", Text.of("不予受理"), Kind.REFUSED)
                .from("from")
                .to("to")
                .asks(
                        Field.choice("reason", Text.of("原因"), true, List.of(choice)),
                        Field.text("explanation", Text.of("说明"), true, 500))
                .make();
        return new Workflow("onsite", 1, Text.of("上门办"), "from", Set.of(), List.of(), List.of(), List.of(refuse));
    }

    CaseService cases() {
        return (CaseService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CaseService.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("get")) {
                        return get((String) arguments[0]);
                    }
                    if (method.getName().equals("workflow")) {
                        return workflow();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    JournalService journal() {
        return (JournalService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JournalService.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("entries")) {
                        return entries((String) arguments[0], (PageRequest) arguments[1]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private Page<JournalEntry> entries(String number, PageRequest page) {
        reading.accept(number);
        return new Page<>(
                journal.stream()
                        .filter(e -> e.number().equals(number) && e.seq() > page.afterNumber(0))
                        .limit(page.limit())
                        .toList(),
                null);
    }
}
