// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;

/** Rows of the nodes that share the database. */
interface NodeStore {
    /** Says that a node lives: its beat grows, and nobody keeps its lane. */
    void beat(int node);

    /** Every node that ever was. */
    List<NodeEntity> nodes();

    /** Makes {@code keeper} deliver for a node; false when that has changed since it was read. */
    boolean keep(NodeEntity silent, int keeper);

    /** Whether a node set due dates by this last. */
    boolean isBasis(int node, String basis);

    /** Notes what a node set due dates by; false while it has not said that it lives. */
    boolean setBasis(int node, String basis);
}
