// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.io.Serial;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.Objects;

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
        String plain = Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[\\s()-]", "");
        return new AddressKey(channel, plain.replaceFirst("^([+]|00)?86(?=1[3-9][0-9]{9}$)", ""));
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
