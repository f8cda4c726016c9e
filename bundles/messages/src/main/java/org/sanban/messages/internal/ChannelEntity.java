// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of how a channel does. */
@Entity
@Table(name = "messages_channel")
class ChannelEntity {
    @Id
    String channel;

    /** The node that sends through it. */
    String owner;

    @Column(name = "lease_till")
    long leaseTill;

    /** When it was installed last, to the minute. */
    @Column(name = "seen_at")
    long seenAt;

    @Column(name = "down_since")
    Long downSince;

    @Column(name = "last_error")
    String lastError;
}
