// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sanban.api.cases.Booking;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** Checks what is to be booked; whether a time is free is told when it is written ({@link Diary}). */
final class Bookings {
    /** The longest time at a place. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final Texts TEXTS = Texts.of(Bookings.class);
    private static final Duration FURTHEST = Duration.ofDays(366);
    private static final int WAY = 480;

    private Bookings() {}

    /** Checks every booking; people must be active, vehicles bookable. */
    static void check(Forms forms, List<Booking> bookings, Directory directory, String division, Instant now) {
        if (bookings.size() > Diary.MOST) {
            forms.fault("bookings", TEXTS.get("booking.many", Diary.MOST));
            return;
        }
        for (int i = 0; i < bookings.size(); i++) {
            Booking booking = bookings.get(i);
            String field = "bookings[" + i + "]";
            Text wrong = resource(booking.resource(), directory, division);
            if (wrong != null) {
                forms.fault(field + ".resource", wrong);
            }
            forms.text(field + ".place", booking.place(), false, 200);
            if (booking.travelMinutes() < 0 || booking.travelMinutes() > WAY) {
                forms.fault(field + ".travelMinutes", TEXTS.get("booking.way", WAY));
            } else if (times(forms, field, booking, now) && twice(bookings.subList(0, i), booking)) {
                forms.fault(field, TEXTS.get("booking.twice", booking.resource()));
            }
        }
    }

    private static Text resource(String resource, Directory directory, String division) {
        String key = resource == null ? "" : resource.substring(resource.indexOf(':') + 1);
        boolean known = resource != null
                && !key.isBlank()
                && (resource.startsWith("person:")
                                && directory
                                        .colleague(key, division)
                                        .filter(account -> account.login().equals(key))
                                        .isPresent()
                        || resource.startsWith("vehicle:")
                                && directory.vehicle(key, division).isPresent());
        return known ? null : TEXTS.get("booking.resource", String.valueOf(resource));
    }

    private static boolean times(Forms forms, String field, Booking booking, Instant now) {
        if (booking.from() == null || booking.to() == null) {
            forms.fault(field + (booking.from() == null ? ".from" : ".to"), TEXTS.get("text.required"));
            return false;
        }
        boolean tooLong = booking.to().isAfter(booking.from().plus(LONGEST));
        if (!booking.to().isAfter(booking.from()) || tooLong) {
            forms.fault(field + ".to", TEXTS.get("booking.length", LONGEST.toHours()));
            return false;
        }
        if (!booking.to().isAfter(now) || booking.from().isAfter(now.plus(FURTHEST))) {
            forms.fault(field + ".from", TEXTS.get("booking.when", FURTHEST.toDays()));
            return false;
        }
        return true;
    }

    /** Whether the same command books the same person or vehicle for a time that overlaps. */
    private static boolean twice(List<Booking> others, Booking booking) {
        return others.stream()
                .filter(other ->
                        booking.resource() != null && booking.resource().equals(other.resource()))
                .filter(other -> other.from() != null && other.to() != null)
                .anyMatch(other ->
                        start(other).isBefore(booking.to()) && start(booking).isBefore(other.to()));
    }

    private static Instant start(Booking booking) {
        return booking.from().minus(Duration.ofMinutes(booking.travelMinutes()));
    }
}
