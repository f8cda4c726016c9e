// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a leader's session. */
@Entity
@Table(name = "ledger_session")
class SessionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger")
    long id;

    String division;

    @Column(name = "held_on")
    LocalDate heldOn;

    String leader;
    String office;
    boolean principal;
    int received;
    String notes;
    String files;
    boolean cancelled;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    long recordedAt;

    static SessionEntity of(LeaderSession session) {
        SessionEntity row = new SessionEntity();
        row.division = session.division();
        row.heldOn = session.heldOn();
        row.leader = session.leader();
        row.office = session.office();
        row.principal = session.principal();
        row.received = session.received();
        row.notes = session.notes();
        row.files = Words.join(session.files());
        row.recordedBy = session.recordedBy();
        row.recordedAt = Moments.micros(session.recordedAt());
        return row;
    }

    LeaderSession value(List<LeaderSession.Task> tasks) {
        return new LeaderSession(
                id,
                division,
                heldOn,
                leader,
                office,
                principal,
                received,
                notes,
                tasks,
                Words.split(files),
                cancelled,
                recordedBy,
                Moments.instant(recordedAt));
    }
}
