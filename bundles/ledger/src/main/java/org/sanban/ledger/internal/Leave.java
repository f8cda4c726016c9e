// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Instant;

/**
 * When somebody will be away (请假、外出).
 *
 * @param id its number
 * @param site code of the person's site
 * @param staff the registry's number of the person
 * @param from when it begins
 * @param until when the person is back
 * @param urgent whether it cannot wait, as illness: it is taken although a post stands empty
 * @param reason 年休假, may be {@code null}
 * @param cancelled whether it was taken back
 */
record Leave(
        long id,
        String site,
        long staff,
        Instant from,
        Instant until,
        boolean urgent,
        String reason,
        boolean cancelled) {
    boolean covers(Instant moment) {
        return !cancelled && !from.isAfter(moment) && until.isAfter(moment);
    }
}
