// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** What holds of every record that can be corrected. */
final class Records {
    private static final Texts TEXTS = Texts.of(Records.class);

    private Records() {}

    /** @throws Problem conflict, when the record was withdrawn, or is of another version than the one that was seen */
    static void unchanged(int version, boolean cancelled, int seen) {
        if (cancelled) {
            throw Problem.conflict(TEXTS.get("record.cancelled"));
        }
        if (version != seen) {
            throw Problem.conflict(TEXTS.get("record.stale", version));
        }
    }
}
