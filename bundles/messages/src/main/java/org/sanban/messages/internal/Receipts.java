// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.util.Map;
import org.sanban.api.data.Latest;

/**
 * Receipts that came before their message was written down as sent: a channel may tell that it arrived, or did not, while
 * it still answers. On this node, and the oldest of many are forgotten: of messages that others sent there is no end.
 */
final class Receipts {
    private static final int MOST = 5_000;

    private final Map<String, Receipt> kept = Latest.written(MOST);

    /**
     * What a channel said of a message that it took.
     *
     * @param reason {@code null} when it arrived
     */
    record Receipt(boolean arrived, String reason) {
        Receipt {
            reason = arrived ? null : reason == null ? "the channel could not deliver it" : reason;
        }
    }

    synchronized void keep(String channel, String reference, Receipt receipt) {
        kept.put(key(channel, reference), receipt);
    }

    /** The receipt of a message, once; {@code null} where there is none. */
    synchronized Receipt take(String channel, String reference) {
        return kept.remove(key(channel, reference));
    }

    private static String key(String channel, String reference) {
        return channel + ' ' + reference;
    }
}
