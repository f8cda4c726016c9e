// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.io.Serial;
import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of something that was done about an order; only ever added. */
@Entity
@Table(name = "hotline_step")
@IdClass(StepEntity.Key.class)
class StepEntity {
    @Id
    @Column(name = "order_id")
    long orderId;

    @Id
    int seq;

    @Column(name = "done_at")
    long doneAt;

    String account;
    String name;
    String action;

    @Column(name = "words")
    String text;

    /** An order's id and the step's place in it. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        long orderId;
        int seq;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.orderId == orderId && key.seq == seq;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(orderId * 31 + seq);
        }
    }
}
