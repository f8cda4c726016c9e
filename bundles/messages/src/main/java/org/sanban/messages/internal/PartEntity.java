// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of a part of a message that is not known to have arrived as a whole. */
@Entity
@Table(name = "messages_part")
@IdClass(PartEntity.Key.class)
class PartEntity {
    @Id
    long message;

    /** By which the channel names the part. */
    @Id
    String reference;

    String channel;

    boolean arrived;

    /** Message and reference. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        long message;
        String reference;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.message == message && key.reference.equals(reference);
        }

        @Override
        public int hashCode() {
            return Objects.hash(message, reference);
        }
    }
}
