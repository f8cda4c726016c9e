// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.sanban.api.cases.ReservedNumber;

/** Row of a case number that was set apart. */
@Entity
@Table(name = "cases_number")
class NumberEntity {
    /** The serial in the number: the id of the case submitted under it. */
    @Id
    long id;

    String number;
    String account;
    String division;

    @Column(name = "reserved_at")
    long reservedAt;

    String state;

    @Column(name = "settled_at")
    Long settledAt;

    String reason;

    ReservedNumber view() {
        return new ReservedNumber(
                number,
                account,
                division,
                CaseFile.instant(reservedAt),
                ReservedNumber.State.valueOf(state),
                settledAt == null ? null : CaseFile.instant(settledAt),
                reason);
    }
}
