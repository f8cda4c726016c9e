// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Row of somebody's being held accountable. */
@Entity
@Table(name = "supervision_accountability")
class AccountabilityEntity extends PlacedEntity {
    String person;
    String account;
    String cause;
    String measure;
    String authority;
    String reference;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    Long notice;
    String text;

    @Column(name = "by_account")
    String byAccount;

    @Column(name = "by_name")
    String byName;

    @Column(name = "revoked_on")
    LocalDate revokedOn;

    @Column(name = "revoked_why")
    String revokedWhy;
}
