// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.onsite.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Paper;

/** What bookings and answers say of a visit: when and where, with what, how punctual. */
final class Visit {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private Visit() {}

    /** What was agreed (R89): time, place and the materials that the applicant has ready. */
    static Map<String, Object> agreed(Case c, Action action) {
        List<Booking> bookings = action.bookings();
        Instant until = bookings.stream()
                .map(Booking::to)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Map.of(
                "visitAt", text(begin(bookings)),
                "visitUntil", text(until),
                "visitPlace", place(c, bookings),
                "visitMaterials",
                        c.materials().stream()
                                .filter(Paper::missing)
                                .map(Paper::name)
                                .toList());
    }

    /** How punctual an arrival is (R91); one that is entered afterwards says itself when it was. */
    static Map<String, Object> arrival(Case c, Action action, Instant at) {
        Instant arrived = has(action.answers(), "arrivedAt") ? time(action.answers(), "arrivedAt") : at;
        long late = minutes(time(c.answers(), "visitAt"), arrived);
        return Map.of("reachedAt", text(arrived), "minutesLate", Math.max(0, late));
    }

    /** When a visit begins. */
    static Instant begin(List<Booking> bookings) {
        return bookings.stream()
                .map(Booking::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whole minutes. */
    static long minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes();
    }

    /** Whether something was answered; a form may send an empty text where nothing was. */
    static boolean has(Map<String, Object> answers, String name) {
        return answers.get(name) != null && !answers.get(name).toString().isBlank();
    }

    /** An answer of the type TIME. */
    static Instant time(Map<String, Object> answers, String name) {
        return OffsetDateTime.parse(answers.get(name).toString()).toInstant();
    }

    /** A moment as an answer of the type TIME. */
    static String text(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(ZONE));
    }

    /** A moment as it is printed, {@code null} where it is not known. */
    static String printed(Map<String, Object> answers, String name) {
        return has(answers, name) ? PRINTED.format(time(answers, name).atZone(ZONE)) : null;
    }

    /** A text as it was written, {@code null} where it was not. */
    static String written(Map<String, Object> answers, String name) {
        return has(answers, name) ? answers.get(name).toString() : null;
    }

    /** A choice as people read it, {@code null} where none was made. */
    static String chosen(Map<String, Object> answers, String name, String list) {
        return has(answers, name)
                ? OnsiteWorkflow.WORDING.get(list + "." + answers.get(name)).zh()
                : null;
    }

    private static String place(Case c, List<Booking> bookings) {
        return bookings.stream()
                .map(Booking::place)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> String.valueOf(c.answers().get("place")));
    }
}
