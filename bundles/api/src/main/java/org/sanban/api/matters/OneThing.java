// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.time.Instant;
import java.util.List;

/**
 * Several matters that are one thing to the citizen (高效办成一件事, R49): asked for once, with shared materials handed in
 * once.
 *
 * @param code its key: small letters, digits and {@code -}
 * @param name 残疾人服务一件事
 * @param version 1 and up, set by the service
 * @param published when this version came into force, set by the service
 * @param withdrawn when it stopped, {@code null} while in force
 * @param source the document it comes from, or who made it
 * @param sample whether it is a sample
 * @param items its matters in the order in which they are handled
 */
public record OneThing(
        String code,
        String name,
        int version,
        Instant published,
        Instant withdrawn,
        String source,
        boolean sample,
        List<Item> items) {
    public OneThing {
        items = List.copyOf(items);
    }

    /**
     * A matter of it.
     *
     * @param matter code of the matter
     * @param when in which situation it belongs to it, {@code null} for always
     */
    public record Item(String matter, String when) {}
}
