// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row that says which node does something, and until when. */
@Entity
@Table(name = "hotline_lease")
class LeaseEntity {
    @Id
    String name;

    String node;

    @Column(name = "valid_until")
    long validUntil;
}
