// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Row of a piece of evidence. Its generator is that of every numbered row of this bundle. */
@Entity
@Table(name = "ledger_evidence")
class EvidenceEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger")
    @SequenceGenerator(name = "ledger", sequenceName = "ledger_seq", allocationSize = 50)
    long id;

    String site;

    @Enumerated(EnumType.STRING)
    Evidence.Item item;

    boolean there;

    @Column(name = "seen_on")
    LocalDate seenOn;

    String inspector;
    String note;
    String photos;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    long recordedAt;

    static EvidenceEntity of(Evidence evidence) {
        EvidenceEntity row = new EvidenceEntity();
        row.site = evidence.site();
        row.item = evidence.item();
        row.there = evidence.there();
        row.seenOn = evidence.seenOn();
        row.inspector = evidence.inspector();
        row.note = evidence.note();
        row.photos = Words.join(evidence.photos());
        row.recordedBy = evidence.recordedBy();
        row.recordedAt = Moments.micros(evidence.recordedAt());
        return row;
    }

    Evidence value() {
        return new Evidence(
                id,
                site,
                item,
                there,
                seenOn,
                inspector,
                note,
                Words.split(photos),
                recordedBy,
                Moments.instant(recordedAt));
    }
}
