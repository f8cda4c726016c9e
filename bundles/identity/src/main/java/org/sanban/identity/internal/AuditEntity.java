// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of what was changed about an account; append-only. */
@Entity
@Table(name = "identity_audit")
class AuditEntity {
    @Id
    String id;

    /** Microseconds since 1970 UTC. */
    @Column(name = "done_at")
    long at;

    String actor;
    String login;
    String what;
}
