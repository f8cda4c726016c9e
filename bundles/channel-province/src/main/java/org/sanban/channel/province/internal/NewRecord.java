// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Instant;
import java.util.Map;

/**
 * A record to be put into the outbox.
 *
 * @param number the case's number
 * @param seq of the journal entry it tells of, 0 for what a case has once
 * @param subject which table
 * @param item which one, where an entry has several of a kind
 * @param at when it happened
 * @param content what it says, by column: words, and moments in ISO
 */
record NewRecord(String number, int seq, Subject subject, int item, Instant at, Map<String, String> content) {
    /** The same each time it is made: whoever has it already changes nothing. */
    String guid() {
        return guid(number, seq, subject, item);
    }

    static String guid(String number, int seq, Subject subject, int item) {
        return Seal.sm3(number + "/" + seq + "/" + subject + "/" + item).substring(0, 32);
    }
}
