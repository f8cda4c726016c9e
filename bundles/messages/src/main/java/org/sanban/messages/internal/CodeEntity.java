// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a code by which an address is bound. */
@Entity
@Table(name = "messages_code")
class CodeEntity {
    /** Keyed hash of the code. */
    @Id
    String code;

    String person;

    @Column(name = "expires_at")
    long expiresAt;
}
