// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;

/**
 * A case number that was set apart.
 *
 * @param number the number
 * @param account whose it is
 * @param division 12-digit code of the account's division
 * @param reservedAt when it was set apart
 * @param state what became of it
 * @param settledAt when it was used or given up, {@code null} while it is open
 * @param reason why it was given up, else {@code null}
 */
public record ReservedNumber(
        String number,
        String account,
        String division,
        Instant reservedAt,
        State state,
        Instant settledAt,
        String reason) {
    /** Nothing is submitted under it yet; a case is; none will be. */
    public enum State {
        OPEN,
        USED,
        GIVEN_UP
    }
}
