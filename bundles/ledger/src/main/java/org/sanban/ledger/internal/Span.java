// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.sanban.api.cases.WorkCalendar;

/** Opening hours without a break, as {@code 08:30-12:00}. */
record Span(LocalTime from, LocalTime until) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** Reads one; none where it is not written so, or ends before it begins. */
    static Optional<Span> of(String text) {
        String[] ends = text == null ? new String[0] : text.strip().split("-");
        if (ends.length != 2) {
            return Optional.empty();
        }
        try {
            Span span = new Span(LocalTime.parse(ends[0], TIME), LocalTime.parse(ends[1], TIME));
            return span.from.isBefore(span.until) ? Optional.of(span) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * When a site is open on a day: on a working day, a 调休 Saturday among them, by its hours of working days; on any
     * other by those of rest days.
     */
    static List<Span> on(LocalDate day, Ledger ledger, WorkCalendar calendar) {
        List<String> hours = calendar.isWorkday(day) ? ledger.workdayHours() : ledger.restDayHours();
        return hours.stream().map(Span::of).flatMap(Optional::stream).toList();
    }
}
