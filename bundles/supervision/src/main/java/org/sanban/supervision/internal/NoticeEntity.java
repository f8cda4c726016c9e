// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sanban.api.supervision.Cause;
import org.sanban.api.supervision.Notice;

/** Row of a notice: where its history has brought it. */
@Entity
@Table(name = "supervision_notice")
class NoticeEntity extends PlacedEntity {
    String kind;
    String state;
    int version;
    String site;
    String unit;
    String responsible;
    String cause;
    String text;
    String reference;
    String origin;

    @Column(name = "issued_on")
    LocalDate issuedOn;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "late_on")
    LocalDate lateOn;

    /** The limit that was told upwards when it was over; a later one is told again. */
    @Column(name = "escalated_due")
    LocalDate escalatedDue;

    @Column(name = "answered_on")
    LocalDate answeredOn;

    @Column(name = "closed_on")
    LocalDate closedOn;

    String issuer;

    @Column(name = "issuer_name")
    String issuerName;

    @Column(name = "by_division")
    String byDivision;

    Notice.State state() {
        return Notice.State.valueOf(state);
    }

    /** Whether the division's answer is waited for. */
    boolean waiting() {
        return state() == Notice.State.ISSUED || state() == Notice.State.SENT_BACK;
    }

    /** Whether its limit is over, and nobody was told yet. */
    boolean overdue(LocalDate today) {
        return waiting()
                && dueOn != null
                && dueOn.isBefore(today)
                && (escalatedDue == null || escalatedDue.isBefore(dueOn));
    }

    /** @param whole whether the reader may know that a complaint led to it */
    Notice value(boolean whole) {
        boolean hidden = !whole && origin != null && origin.startsWith(Origins.COMPLAINTS);
        return new Notice(
                id,
                Notice.Kind.valueOf(kind),
                state(),
                version,
                division,
                site,
                unit,
                responsible,
                Cause.valueOf(cause),
                text,
                reference,
                hidden ? null : origin,
                issuedOn,
                dueOn,
                lateOn,
                answeredOn,
                closedOn,
                issuerName,
                byDivision);
    }
}
