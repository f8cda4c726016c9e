// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of a step that the centre is to be told, written in the step's own transaction. */
@Entity
@Table(name = "hotline_out")
@IdClass(StepEntity.Key.class)
class OutEntity {
    @Id
    @Column(name = "order_id")
    long orderId;

    @Id
    int seq;

    @Column(name = "done_at")
    long doneAt;

    @Enumerated(EnumType.STRING)
    Told state;

    /** What the centre said, where it refused. */
    String reason;

    @Column(name = "sent_at")
    Long sentAt;

    /** Whether the centre was told. */
    enum Told {
        WAITING,
        SENT,
        REFUSED
    }
}
