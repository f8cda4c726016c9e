// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * A range of addresses (网段): {@code 10.0.0.0/8}, {@code fd00::/8}; an address alone is the range of itself. An IPv4
 * address that is written as an IPv6 one ({@code ::ffff:10.0.0.1}) is an IPv4 address, as the JDK reads it.
 */
record Network(InetAddress first, int bits) {
    private static final List<Network> NOT_PUBLIC = all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Of IPv6 only 2000::/3 is public, and of that neither tunnels, which hide an IPv4 address, nor
            // documentation.
            "::/3",
            "4000::/2",
            "8000::/1",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /**
     * Reads a range; no name is ever looked up.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Network of(String text) {
        String[] parts = text.strip().split("/", -1);
        boolean numeric =
                parts[0].matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || parts[0].matches("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
        try {
            if (numeric && parts.length <= 2) {
                InetAddress first = InetAddress.getByName(parts[0]);
                int most = first.getAddress().length * Byte.SIZE;
                int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
                if (bits >= 0 && bits <= most) {
                    return new Network(first, bits);
                }
            }
        } catch (UnknownHostException | NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(text + " is no range of addresses like 10.0.0.0/8");
    }

    /** Whether an address is one that anybody on the internet may have. */
    static boolean isPublic(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static List<Network> all(String... ranges) {
        return Arrays.stream(ranges).map(Network::of).toList();
    }
}
