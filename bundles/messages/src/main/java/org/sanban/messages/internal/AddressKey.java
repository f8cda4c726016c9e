// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.sanban.api.identity.Telephone;

/** Key of a binding: an address in a channel. */
class AddressKey implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    String channel;
    String address;

    AddressKey() {}

    AddressKey(String channel, String address) {
        this.channel = channel;
        this.address = address;
    }

    /** Of a telephone number, however it was written: as channels name it, without spaces, hyphens and +86. */
    static AddressKey ofPhone(String channel, String phone) {
        return new AddressKey(channel, Telephone.plain(phone));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressKey key && key.channel.equals(channel) && key.address.equals(address);
    }

    @Override
    public int hashCode() {
        return Objects.hash(channel, address);
    }
}
