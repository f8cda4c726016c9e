// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a leave. */
@Entity
@Table(name = "ledger_leave")
class LeaveEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger")
    long id;

    String site;
    long staff;

    @Column(name = "from_at")
    long fromAt;

    @Column(name = "until_at")
    long untilAt;

    boolean urgent;
    String reason;
    boolean cancelled;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    long recordedAt;

    static LeaveEntity of(Leave leave) {
        LeaveEntity row = new LeaveEntity();
        row.site = leave.site();
        row.staff = leave.staff();
        row.fromAt = Moments.micros(leave.from());
        row.untilAt = Moments.micros(leave.until());
        row.urgent = leave.urgent();
        row.reason = leave.reason();
        row.cancelled = leave.cancelled();
        return row;
    }

    Leave value() {
        return new Leave(id, site, staff, Moments.instant(fromAt), Moments.instant(untilAt), urgent, reason, cancelled);
    }
}
