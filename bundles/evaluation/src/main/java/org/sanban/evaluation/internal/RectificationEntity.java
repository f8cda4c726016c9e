// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.sanban.api.data.Moments;

/** Row of a rectification, under the id of the bad rating it follows. */
@Entity
@Table(name = "evaluation_rectification")
class RectificationEntity {
    @Id
    long id;

    int version;

    @Enumerated(EnumType.STRING)
    State state;

    String division;
    String town;
    String county;
    String person;

    @Column(name = "opened_at")
    long openedAt;

    @Column(name = "limit_days")
    int limitDays;

    @Column(name = "limit_source")
    String limitSource;

    /** Last day of the limit, {@code null} while the calendar of its year is not loaded. */
    @Column(name = "due_on")
    LocalDate dueOn;

    /** First day it is late, {@code null} once it needs no answer any more. */
    @Column(name = "late_from")
    LocalDate lateFrom;

    /** The day on which people were told that it is late. */
    @Column(name = "told_on")
    LocalDate toldOn;

    String assignee;

    @Column(name = "answered_at")
    Long answeredAt;

    @Column(name = "called_at")
    Long calledAt;

    /** Calls that nobody answered. */
    int calls;

    @Enumerated(EnumType.STRING)
    Appeal appeal;

    /** How far a rectification is. */
    enum State {
        /** Waits for somebody to be named (待指派). */
        OPEN,
        /** Somebody is to put it right (整改中). */
        ASSIGNED,
        /** Answered with measures; the call back follows (待回访). */
        ANSWERED,
        /** The citizen was reached; the second rating follows (待二次评价). */
        CALLED_BACK,
        /** Done (已办结). */
        CLOSED,
        /** The rating was found malicious and does not count (恶意评价，已剔除). */
        VOID
    }

    /** How the appeal of the rated person stands. */
    enum Appeal {
        MADE,
        UPHELD,
        REJECTED
    }

    /** The last day of the limit is set, once it can be told; what is answered by then is late no more. */
    void due(LocalDate last) {
        dueOn = last;
        lateFrom = last == null || answeredAt != null ? null : last.plusDays(1);
    }

    /** Whether it was answered within its limit, as far as that can be told. */
    boolean inTime() {
        return dueOn != null
                && answeredAt != null
                && !Moments.day(Moments.of(answeredAt)).isAfter(dueOn);
    }
}
