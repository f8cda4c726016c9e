// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids as HSDS wants them, UUIDs: made from our own keys, the same on every node and after every restart. */
final class Ids {
    private Ids() {}

    /** The id of a thing by its kind and key. */
    static UUID of(String kind, String key) {
        return UUID.nameUUIDFromBytes(("org.sanban:" + kind + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The id of a service at a place: half of either, so that both can be told from it. */
    static UUID offer(UUID service, UUID site) {
        return new UUID(service.getMostSignificantBits(), site.getLeastSignificantBits());
    }
}
