// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Status;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;

class ChronicleTest {
    private static final String A = "61092626000000017";
    private static final Instant NINE = Instant.parse("2026-11-02T01:00:00Z");

    private final FakeCases cases = new FakeCases();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<Known> known = new ArrayList<>();

    @Test
    void nothingIsToldBeforeAcceptanceAndThenEverythingSoFar() {
        assertEquals(List.of(), happens(1, Kind.SUBMITTED, Status.OPEN, Map.of()));
        assertEquals(List.of(), happens(2, Kind.CORRECTION_ASKED, Status.OPEN, Map.of()));
        List<NewRecord> told = happens(3, Kind.ACCEPTED, Status.OPEN, Map.of());
        assertEquals(
                List.of(Subject.ACCEPT, Subject.MATERIAL, Subject.PROCESS, Subject.PROCESS, Subject.PROCESS),
                told.stream().map(NewRecord::subject).toList());
        assertEquals("居民身份证", told.get(1).content().get("material_name"));
        assertEquals("2", told.get(1).content().get("get_num"));
        Map<String, String> last = told.get(4).content();
        assertEquals("accepted", last.get("event_name"));
        assertEquals(at(2).toString(), last.get("event_start_time"), "a step begins when the one before ended");
        assertEquals(at(3).toString(), last.get("event_end_time"));
    }

    @Test
    void aResultIsToldWithTheDecisionAndOnlyOnce() {
        happens(1, Kind.SUBMITTED, Status.OPEN, Map.of());
        happens(2, Kind.ACCEPTED, Status.OPEN, Map.of());
        cases.answer("certificateNo", "DZ-2026-1");
        List<NewRecord> decided = happens(3, Kind.DECIDED, Status.OPEN, Map.of("outcome", "denied", "result", "不符合条件"));
        Map<String, String> result = only(Subject.RESULT, decided).content();
        assertEquals("denied", result.get("result_type"));
        assertEquals("不符合条件", result.get("result_explain"));
        assertEquals("DZ-2026-1", result.get("result_cetr_no"), "the certificate is named, not copied");
        assertEquals(
                List.of(Subject.PROCESS),
                happens(4, Kind.DELIVERED, Status.DONE, Map.of()).stream()
                        .map(NewRecord::subject)
                        .toList());
    }

    @Test
    void whatIsDoneOnTheSpotIsAcceptedAndEndedAtOnce() {
        happens(1, Kind.SUBMITTED, Status.OPEN, Map.of());
        List<NewRecord> told = happens(2, Kind.DELIVERED, Status.DONE, Map.of("result", "已办结"));
        assertEquals(at(2).toString(), only(Subject.ACCEPT, told).content().get("accept_date"));
        assertEquals("approved", only(Subject.RESULT, told).content().get("result_type"));
    }

    @Test
    void whoIsRefusedHasAResultAndWasNeverAccepted() {
        happens(1, Kind.SUBMITTED, Status.OPEN, Map.of());
        List<NewRecord> told = happens(2, Kind.REFUSED, Status.REFUSED, Map.of("explanation", "不属于本县"));
        assertEquals("refused", only(Subject.RESULT, told).content().get("result_type"));
        assertEquals("不属于本县", only(Subject.RESULT, told).content().get("result_explain"));
        assertFalse(told.stream().anyMatch(one -> one.subject() == Subject.ACCEPT));
    }

    @Test
    void aSpecialProcedureIsToldOnceItIsOver() {
        happens(1, Kind.SUBMITTED, Status.OPEN, Map.of());
        happens(2, Kind.ACCEPTED, Status.OPEN, Map.of());
        happens(3, Kind.PAUSED, Status.OPEN, Map.of("reason", "hearing", "basis", "行政许可法第四十六条"));
        Map<String, String> over = only(
                        Subject.SPECIAL, happens(5, Kind.RESUMED, Status.OPEN, Map.of("finding", "听证已举行")))
                .content();
        assertEquals("行政许可法第四十六条", over.get("special_reason"));
        assertEquals(at(3).toString(), over.get("special_time"));
        assertEquals(at(5).toString(), over.get("end_time"));
        happens(6, Kind.PAUSED, Status.OPEN, Map.of());
        List<NewRecord> end = happens(7, Kind.WITHDRAWN, Status.WITHDRAWN, Map.of());
        assertEquals(at(7).toString(), last(Subject.SPECIAL, end).content().get("end_time"), "it ends with the case");
    }

    @Test
    void remarksOfTheStaffStayHere() {
        happens(1, Kind.SUBMITTED, Status.OPEN, Map.of());
        happens(2, Kind.ACCEPTED, Status.OPEN, Map.of());
        assertEquals(List.of(), happens(3, Kind.NOTED, Status.OPEN, Map.of()));
        happens(4, Kind.DECIDED, Status.OPEN, Map.of("outcome", "approved", "result", "准予"))
                .forEach(one -> assertFalse(one.content().toString().contains("只给工作人员看")));
    }

    @Test
    void whatIsToldAgainIsTheSameRecord() {
        happens(1, Kind.SUBMITTED, Status.OPEN, Map.of());
        List<NewRecord> first = happens(2, Kind.ACCEPTED, Status.OPEN, Map.of());
        List<NewRecord> again = new Chronicle(journal.get(1), cases.state(A), List.of(), () -> journal).records();
        assertEquals(first, again);
        assertEquals(32, first.get(0).guid().length());
        assertNull(first.stream()
                .map(NewRecord::guid)
                .filter(guid ->
                        first.stream().filter(one -> one.guid().equals(guid)).count() > 1)
                .findFirst()
                .orElse(null));
        new Chronicle(
                cases.entry(A, at(3), Kind.ADVANCED, Status.OPEN, Map.of()),
                cases.state(A),
                known,
                () -> fail("the journal is read only where it is needed"));
    }

    private List<NewRecord> happens(int hour, Kind kind, Status status, Map<String, Object> answers) {
        JournalEntry entry = cases.entry(A, at(hour), kind, status, answers);
        journal.add(entry);
        List<NewRecord> told = new Chronicle(entry, cases.state(A), known, () -> journal).records();
        told.forEach(one -> known.add(new Known(one.guid(), one.seq(), one.subject(), one.at())));
        return told;
    }

    private static Instant at(int hour) {
        return NINE.plusSeconds(3600L * hour);
    }

    private static NewRecord only(Subject subject, List<NewRecord> told) {
        assertEquals(1, told.stream().filter(one -> one.subject() == subject).count(), told.toString());
        return last(subject, told);
    }

    private static NewRecord last(Subject subject, List<NewRecord> told) {
        return told.stream()
                .filter(one -> one.subject() == subject)
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
