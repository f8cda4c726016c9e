// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row that says what of a case is counted already. */
@Entity
@Table(name = "ledger_case")
class CountedEntity {
    static final int SUBMITTED = 1;
    static final int DONE = 2;

    @Id
    String number;

    /** {@link #SUBMITTED} and {@link #DONE}, added. */
    int counted;
}
