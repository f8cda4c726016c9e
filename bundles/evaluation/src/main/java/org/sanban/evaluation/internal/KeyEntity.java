// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of the key that signs links on every node. */
@Entity
@Table(name = "evaluation_key")
class KeyEntity {
    @Id
    String name;

    byte[] secret;
}
