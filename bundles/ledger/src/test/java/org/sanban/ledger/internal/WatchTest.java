// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.ledger.Gap;

class WatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final List<Span> HOURS = List.of(span("08:30-12:00"), span("14:00-17:30"));
    private static final Post POST = new Post(1, 1, "s", "岗", 1L, 2L, true);

    @Test
    void withBothThereNothingIsWrong() {
        assertTrue(new Watch(POST, List.of()).wrong(DAY, HOURS).isEmpty());
    }

    @Test
    void whileTheHolderIsAwayTheSubstituteMansThePost() {
        assertTrue(new Watch(POST, List.of(leave(1, "00:00", "23:59")))
                .wrong(DAY, HOURS)
                .isEmpty());
    }

    @Test
    void onlyTheHourInWhichBothAreAwayIsEmpty() {
        List<Leave> leaves = List.of(leave(1, "08:00", "10:30"), leave(2, "09:30", "11:00"));
        assertEquals(
                List.of(
                        new Watch.Stretch(Gap.Kind.EMPTY, at("09:30"), at("10:30")),
                        new Watch.Stretch(Gap.Kind.ALONE, at("10:30"), at("11:00"))),
                new Watch(POST, leaves).wrong(DAY, HOURS));
    }

    @Test
    void aLeaveThatTouchesAnotherLeavesNoGap() {
        List<Leave> leaves = List.of(leave(1, "08:30", "10:00"), leave(2, "10:00", "12:00"));
        assertEquals(
                List.of(new Watch.Stretch(Gap.Kind.ALONE, at("10:00"), at("12:00"))),
                new Watch(POST, leaves).wrong(DAY, HOURS));
    }

    @Test
    void outsideOpeningHoursNobodyIsMissed() {
        List<Leave> leaves = List.of(leave(1, "12:00", "14:00"), leave(2, "12:00", "14:00"));
        assertTrue(new Watch(POST, leaves).wrong(DAY, HOURS).isEmpty());
    }

    @Test
    void severalLeavesOfOnePersonAreOneGap() {
        List<Leave> leaves =
                List.of(leave(1, "08:00", "10:00"), leave(1, "10:00", "18:00"), leave(2, "08:00", "18:00"));
        assertEquals(
                List.of(
                        new Watch.Stretch(Gap.Kind.EMPTY, at("08:30"), at("12:00")),
                        new Watch.Stretch(Gap.Kind.EMPTY, at("14:00"), at("17:30"))),
                new Watch(POST, leaves).wrong(DAY, HOURS));
    }

    @Test
    void withoutASubstituteTheHolderIsAloneAndThenNobodyIsThere() {
        Post single = new Post(1, 1, "s", "岗", 1L, null, true);
        assertEquals(
                List.of(
                        new Watch.Stretch(Gap.Kind.ALONE, at("08:30"), at("11:00")),
                        new Watch.Stretch(Gap.Kind.EMPTY, at("11:00"), at("12:00"))),
                new Watch(single, List.of(leave(1, "11:00", "12:00"))).wrong(DAY, HOURS.subList(0, 1)));
    }

    @Test
    void aLeaveThatWasTakenBackIsNone() {
        Leave back = new Leave(1, "s", 2, at("08:00"), at("18:00"), false, null, true);
        assertTrue(new Watch(POST, List.of(back)).wrong(DAY, HOURS).isEmpty());
    }

    private static Leave leave(long staff, String from, String until) {
        return new Leave(0, "s", staff, at(from), at(until), false, null, false);
    }

    private static Instant at(String time) {
        return Moments.at(DAY, LocalTime.parse(time));
    }

    private static Span span(String text) {
        return Span.of(text).orElseThrow();
    }
}
