// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sanban.api.data.Latest;

/**
 * Messages that went out in several parts, each with an id and a receipt of its own: the whole arrived when every part
 * has, and did not when one has not. It is kept in memory, for the latest; of an older one the first part speaks.
 */
final class Wholes {
    private static final int MOST = 10_000;

    private final Map<String, Whole> byPart = Latest.written(MOST);

    /** What is to be said of a message; {@code reason} is {@code null} when it arrived. */
    record Receipt(String reference, String reason) {}

    private static final class Whole {
        private final Set<String> open = new HashSet<>();
        private final String reference;
        private String reason;
        private boolean sealed;

        Whole(String reference) {
            this.reference = reference;
        }
    }

    /** The provider took another part of the message whose first part has the id {@code reference}. */
    synchronized void part(String reference, String id) {
        Whole whole = byPart.computeIfAbsent(reference, Whole::new);
        whole.open.add(id);
        byPart.put(id, whole);
    }

    /** All parts were taken. */
    synchronized void seal(String reference) {
        Whole whole = byPart.get(reference);
        if (whole != null) {
            whole.sealed = true;
        }
    }

    /** Something is said of a message or a part; empty as long as nothing can be said of the whole. */
    synchronized Optional<Receipt> told(String id, String reason) {
        Whole whole = byPart.get(id);
        if (whole == null) {
            return Optional.of(new Receipt(id, reason));
        }
        whole.open.remove(id);
        if (reason != null) {
            whole.reason = reason;
        }
        return decided(whole);
    }

    /** What can be said of a whole by now. */
    synchronized Optional<Receipt> decided(String reference) {
        return Optional.ofNullable(byPart.get(reference)).flatMap(Wholes::decided);
    }

    private static Optional<Receipt> decided(Whole whole) {
        boolean known = whole.sealed && (whole.reason != null || whole.open.isEmpty());
        return known ? Optional.of(new Receipt(whole.reference, whole.reason)) : Optional.empty();
    }
}
