// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of something a village was given. */
@Entity
@Table(name = "ledger_support")
class SupportEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger")
    long id;

    String division;

    @Enumerated(EnumType.STRING)
    Support.Kind kind;

    @Column(name = "given_on")
    LocalDate givenOn;

    String giver;
    String what;
    BigDecimal amount;
    String files;
    boolean cancelled;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    long recordedAt;

    static SupportEntity of(Support support) {
        SupportEntity row = new SupportEntity();
        row.division = support.division();
        row.kind = support.kind();
        row.givenOn = support.givenOn();
        row.giver = support.giver();
        row.what = support.what();
        row.amount = support.amount();
        row.files = Words.join(support.files());
        row.recordedBy = support.recordedBy();
        row.recordedAt = Moments.micros(support.recordedAt());
        return row;
    }

    Support value() {
        return new Support(
                id,
                division,
                kind,
                givenOn,
                giver,
                what,
                amount,
                Words.split(files),
                cancelled,
                recordedBy,
                Moments.instant(recordedAt));
    }
}
