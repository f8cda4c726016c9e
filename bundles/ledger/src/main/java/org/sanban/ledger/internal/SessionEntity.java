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

    int version;
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
        row.set(session);
        row.recordedBy = session.recordedBy();
        row.recordedAt = Moments.micros(session.recordedAt());
        return row;
    }

    /** Says what the session says, as its next version; who entered it first, and when, stays. */
    void set(LeaderSession session) {
        version++;
        division = session.division();
        heldOn = session.heldOn();
        leader = session.leader();
        office = session.office();
        principal = session.principal();
        received = session.received();
        notes = session.notes();
        files = Words.join(session.files());
    }

    LeaderSession value(List<LeaderSession.Task> tasks) {
        return new LeaderSession(
                id,
                version,
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
