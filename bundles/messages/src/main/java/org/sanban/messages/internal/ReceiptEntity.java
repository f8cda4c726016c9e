// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of a receipt whose message is not known yet. */
@Entity
@Table(name = "messages_receipt")
@IdClass(ReceiptEntity.Key.class)
class ReceiptEntity {
    private static final int LONGEST = 120;

    @Id
    String channel;

    @Id
    String reference;

    boolean arrived;

    /** Why it did not arrive, {@code null} when it did. */
    String reason;

    @Column(name = "kept_at")
    long keptAt;

    /** Whether a reference can be kept; with any other a message is sent all the same, and no receipt found. */
    static boolean isKept(String reference) {
        return reference.length() <= LONGEST && reference.indexOf('\0') < 0;
    }

    Key key() {
        return new Key(channel, reference);
    }

    /** Channel and reference. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String channel;
        String reference;

        Key() {}

        Key(String channel, String reference) {
            this.channel = channel;
            this.reference = reference;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.channel.equals(channel) && key.reference.equals(reference);
        }

        @Override
        public int hashCode() {
            return Objects.hash(channel, reference);
        }
    }
}
