// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

import java.time.LocalDate;

/**
 * A notice to a division (R142): criticism (通报批评) or rectification within a limit (限期整改).
 *
 * @param id key
 * @param kind criticism or rectification
 * @param state where it stands
 * @param version number of its history's last entry; a step names the one it saw
 * @param division 12-digit code of the division it is addressed to
 * @param site code of the site it is about, {@code null} for the division as a whole
 * @param unit the responsible unit or post (责任单位), may be {@code null}
 * @param responsible login of who is answerable, may be {@code null}; that account never closes it
 * @param cause which of the three
 * @param text what is wrong and what is asked
 * @param reference number of the paper it was issued as (文号), may be {@code null}
 * @param origin where it came from, a path below {@code /api/v1/}: {@code inspections/12}, {@code cases/…},
 *     {@code complaints/…}; {@code null} when from none of them, or not for the reader to know of
 * @param issuedOn day of issue
 * @param dueOn last day to answer with evidence, {@code null} where criticism sets none
 * @param lateOn the day on which it was late, {@code null} when it never was
 * @param answeredOn day of the last answer, {@code null} while there is none
 * @param closedOn day of its closing or withdrawal, {@code null} while it is open
 * @param issuer name of who issued it
 * @param by 12-digit code of the division that issued it
 */
public record Notice(
        long id,
        Kind kind,
        State state,
        int version,
        String division,
        String site,
        String unit,
        String responsible,
        Cause cause,
        String text,
        String reference,
        String origin,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate lateOn,
        LocalDate answeredOn,
        LocalDate closedOn,
        String issuer,
        String by) {
    /** Criticism (通报批评), rectification within a limit (限期整改). */
    public enum Kind {
        CRITICISM,
        RECTIFICATION
    }

    /** Issued, answered with evidence, sent back as not enough, closed, or withdrawn as issued wrongly. */
    public enum State {
        ISSUED,
        ANSWERED,
        SENT_BACK,
        CLOSED,
        WITHDRAWN
    }
}
