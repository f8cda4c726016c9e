// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of the key that signs tokens on every node. */
@Entity
@Table(name = "identity_key")
class KeyEntity {
    @Id
    String name;

    byte[] secret;
}
