// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import java.util.LinkedHashSet;
import java.util.Set;

/** Tells repeats apart; the oldest of many are forgotten. */
final class Seen {
    private static final int MOST = 10_000;

    private final Set<String> keys = new LinkedHashSet<>();

    synchronized boolean first(String key) {
        if (keys.size() >= MOST) {
            keys.remove(keys.iterator().next());
        }
        return keys.add(key);
    }
}
