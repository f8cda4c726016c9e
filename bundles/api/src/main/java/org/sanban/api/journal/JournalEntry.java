// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.journal;

import java.time.Instant;
import java.util.Map;
import org.sanban.api.cases.Status;
import org.sanban.api.problem.Text;

/**
 * One command on a case, as it was carried out: audit trail, public timeline and message to the listeners at once.
 *
 * @param id position in the journal of the node that wrote it
 * @param number the case's number
 * @param seq the case's version after the command, 1 for submitting
 * @param at when
 * @param kind what has happened
 * @param action name of the workflow's action, {@code submit} for submitting
 * @param name the action's name at the time
 * @param from id of the stage before, {@code null} for submitting
 * @param to id of the stage after
 * @param status what the stage after means
 * @param account who did it
 * @param actor that person's name
 * @param channel through which door
 * @param division 12-digit code of the case's division
 * @param shown whether it is part of the public timeline
 * @param detail answers, materials, originals and note of the command
 * @param hash SM3 over the entry and the hash of the one before it in the same case, 64 hex digits
 */
public record JournalEntry(
        long id,
        String number,
        int seq,
        Instant at,
        Kind kind,
        String action,
        Text name,
        String from,
        String to,
        Status status,
        String account,
        String actor,
        String channel,
        String division,
        boolean shown,
        Map<String, Object> detail,
        String hash) {
    public JournalEntry {
        detail = Map.copyOf(detail);
    }

    /** What has happened, whatever the mode calls it. */
    public enum Kind {
        /** Submitted (申请). */
        SUBMITTED,
        /** Accepted (受理). */
        ACCEPTED,
        /** Corrections asked for, once and completely (一次性告知). */
        CORRECTION_ASKED,
        /** Corrections handed in (补正). */
        CORRECTED,
        /** Not accepted (不予受理). */
        REFUSED,
        /** Handed to a colleague (转办). */
        HANDED_OVER,
        /** Decided (审批决定). */
        DECIDED,
        /** Clock stopped (暂停计时). */
        PAUSED,
        /** Clock goes on (恢复计时). */
        RESUMED,
        /** Result handed to the applicant (送达). */
        DELIVERED,
        /** Taken back by the applicant (撤回). */
        WITHDRAWN,
        /** Ended early (终止). */
        TERMINATED,
        /** Originals taken or given back (原件收退). */
        CUSTODY_CHANGED,
        /** A step of the mode's own that moves the case. */
        ADVANCED,
        /** Late in its stage, and told upwards (催办). */
        ESCALATED,
        /** A remark. */
        NOTED
    }
}
