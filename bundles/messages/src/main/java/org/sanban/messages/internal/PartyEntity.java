// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of whose case it is. */
@Entity
@Table(name = "messages_party")
class PartyEntity {
    @Id
    String number;

    /** Keyed hash of the identity number. */
    String person;
}
