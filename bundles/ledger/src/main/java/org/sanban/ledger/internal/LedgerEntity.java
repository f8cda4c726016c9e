// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a site's ledger; what is written down stands in it as JSON. */
@Entity
@Table(name = "ledger_site")
class LedgerEntity {
    @Id
    String site;

    int version;
    String content;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    long changedAt;

    void set(Ledger ledger) {
        site = ledger.site();
        version = ledger.version();
        content = Json.write(ledger);
        changedBy = ledger.changedBy();
        changedAt = Moments.micros(ledger.changedAt());
    }

    Ledger value() {
        return Json.read(Ledger.class, content).as(version, changedBy, Moments.instant(changedAt));
    }
}
