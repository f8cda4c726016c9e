// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of consents to a template that are not used yet. */
@Entity
@Table(name = "messages_consent")
@IdClass(ConsentEntity.Key.class)
class ConsentEntity {
    @Id
    String channel;

    @Id
    String address;

    /** The template's id at the channel. */
    @Id
    String template;

    int remain;

    /** Address and template. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String channel;
        String address;
        String template;

        Key() {}

        Key(String channel, String address, String template) {
            this.channel = channel;
            this.address = address;
            this.template = template;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.channel.equals(channel)
                    && key.address.equals(address)
                    && key.template.equals(template);
        }

        @Override
        public int hashCode() {
            return Objects.hash(channel, address, template);
        }
    }
}
