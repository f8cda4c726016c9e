// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

import java.time.LocalDate;
import java.util.List;

/**
 * A step on a notice.
 *
 * @param kind which
 * @param version the version it was taken on
 * @param text what was done, what is missing, why it is closed; at most 2,000 characters
 * @param evidence ids of stored attachments, at most 20; an answer has at least one
 * @param days when sending back: a new limit in working days from today, or {@code null}
 * @param dueOn when sending back: the last day of a new limit, or {@code null}
 */
public record NoticeStep(Kind kind, int version, String text, List<String> evidence, Integer days, LocalDate dueOn) {
    public NoticeStep {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** The division answers; the supervisor sends the answer back, closes, or withdraws what was issued wrongly. */
    public enum Kind {
        ANSWER,
        SEND_BACK,
        CLOSE,
        WITHDRAW
    }
}
