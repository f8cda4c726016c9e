// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of an address that a person has bound, or wants nothing sent to. */
@Entity
@Table(name = "messages_binding")
@IdClass(AddressKey.class)
class BindingEntity {
    @Id
    String channel;

    @Id
    String address;

    /** Keyed hash of the identity number; {@code null} where only the address said that it wants nothing. */
    String person;

    /** {@code zh} or {@code en}. */
    String language;

    boolean active;

    long since;
}
