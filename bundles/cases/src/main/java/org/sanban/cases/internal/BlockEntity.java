// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a counter that nodes reserve blocks from. */
@Entity
@Table(name = "cases_block")
class BlockEntity {
    @Id
    String name;

    /** The first serial that no block holds. */
    @Column(name = "upto")
    long next;
}
