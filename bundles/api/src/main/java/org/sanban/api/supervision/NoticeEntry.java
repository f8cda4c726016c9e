// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One line of a notice's history, which is only ever added to.
 *
 * @param seq 1 and up
 * @param at when
 * @param kind what has happened
 * @param account who did it
 * @param actor that person's name
 * @param division 12-digit code of that person's division
 * @param text what was said
 * @param evidence ids of attachments
 * @param dueOn last day of the limit from then on
 */
public record NoticeEntry(
        int seq,
        Instant at,
        Kind kind,
        String account,
        String actor,
        String division,
        String text,
        List<String> evidence,
        LocalDate dueOn) {
    public NoticeEntry {
        evidence = List.copyOf(evidence);
    }

    /** What has happened. */
    public enum Kind {
        ISSUED,
        ANSWERED,
        SENT_BACK,
        CLOSED,
        WITHDRAWN,
        /** Its limit was over, and the county was told. */
        ESCALATED
    }
}
