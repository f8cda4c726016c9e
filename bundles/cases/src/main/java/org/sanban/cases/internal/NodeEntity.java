// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a node that shares the database. */
@Entity
@Table(name = "cases_node")
class NodeEntity {
    @Id
    int node;

    /** Grows as long as the node lives; others watch whether it does, so clocks need not agree. */
    long beat;

    /** The node that delivers for it while it is silent, null while it lives. */
    Integer keeper;

    /** What it set due dates by last ({@link Deadlines#basis()}), null before it did. */
    String basis;
}
