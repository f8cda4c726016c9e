// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EntityManager;
import javax.persistence.Id;
import javax.persistence.LockModeType;
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

    /**
     * Lets those that write what may not be there yet come one after the other, on whatever node: there is no row of it that
     * the second could wait for, so both wait for this one, which always is there.
     */
    static void alone(EntityManager em) {
        em.find(BlockEntity.class, "case", LockModeType.PESSIMISTIC_WRITE);
    }
}
