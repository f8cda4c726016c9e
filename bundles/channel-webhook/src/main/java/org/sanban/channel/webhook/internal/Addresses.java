// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * Says where events may be sent to, so that nobody reaches a machine inside through the platform: a host's addresses must
 * all be public, unless the operator has allowed the host or the range; only what is allowed may be without TLS.
 *
 * @param hosts names that are allowed wherever they lead to
 * @param ranges ranges that are allowed
 * @param resolver how names are looked up
 */
record Addresses(Set<String> hosts, List<Network> ranges, Resolver resolver) {
    private static final Texts TEXTS = Texts.of(Addresses.class);

    /** Looks up the addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * The addresses of a target that may be connected to, all of them.
     *
     * @throws Problem invalid, for {@code url}, when the host is not known or not to be reached through the platform
     */
    List<InetAddress> check(Target target) {
        InetAddress[] found;
        try {
            found = resolver.resolve(target.host());
        } catch (UnknownHostException e) {
            throw Problem.invalid("url", TEXTS.get("url.unknown", target.host()));
        }
        boolean named = hosts.contains(target.host());
        for (InetAddress address : found) {
            boolean allowed = named || ranges.stream().anyMatch(range -> range.contains(address));
            if (!allowed && !Network.isPublic(address)) {
                throw Problem.invalid("url", TEXTS.get("url.private", target.host(), address.getHostAddress()));
            }
            if (!allowed && !target.secure()) {
                throw Problem.invalid("url", TEXTS.get("url.plain", target.host()));
            }
        }
        return List.of(found);
    }
}
