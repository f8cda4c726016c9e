// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Instant;
import java.util.Optional;
import org.sanban.api.cases.Booking;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.problem.Text;

/**
 * Something that people are told of, once.
 *
 * @param key {@code 3/ACCEPTED}, {@code remind/1764982800}
 * @param event name of the event, by which templates are found
 * @param due when to tell
 * @param expires from when on it makes no sense to tell
 * @param entry what has happened
 * @param visit what is agreed, {@code null} where nothing is
 * @param reason the reason given with it, in words, {@code null} for none
 */
record Occasion(
        String key, String event, Instant due, Instant expires, JournalEntry entry, Booking visit, Text reason) {
    /** A visit that comes near. */
    static final String REMIND = "REMIND";

    /** A visit was agreed. */
    static final String BOOKED = "BOOKED";

    static final String REMINDERS = "remind/";

    /** The key of the reminder of a visit. */
    static String reminder(Instant visit) {
        return REMINDERS + visit.getEpochSecond();
    }

    /** When the visit is that a key reminds of; empty for the key of anything else. */
    static Optional<Instant> visitAt(String key) {
        return key.startsWith(REMINDERS)
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(key.substring(REMINDERS.length()))))
                : Optional.empty();
    }
}
