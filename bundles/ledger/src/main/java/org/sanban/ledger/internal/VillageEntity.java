// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a village that is weak, or was. */
@Entity
@Table(name = "ledger_village")
class VillageEntity {
    @Id
    String division;

    int version;
    boolean weak;

    @Column(name = "since_on")
    LocalDate since;

    String reason;

    Village value() {
        return new Village(division, version, weak, since, reason);
    }
}
