// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of the key that every node hashes people with. */
@Entity
@Table(name = "messages_key")
class KeyEntity {
    @Id
    String name;

    byte[] secret;
}
