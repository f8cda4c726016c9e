// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;

/**
 * A part of a case that a colleague handles beside others (并联办理, R121), or one of several matters applied for at once
 * (一件事, R49).
 *
 * @param id key within the case, 1 and up
 * @param name what is to be done: the matter's name, or what the department is asked
 * @param matter code of the matter, {@code null} where it is none of its own
 * @param account login of who has it
 * @param accountName that person's name
 * @param openedAt when it was opened
 * @param endedAt when it was ended, {@code null} while it is open
 * @param outcome {@code approved}, {@code denied} or what the step's form calls it; {@code null} while it is open
 * @param result what came of it in words
 */
public record Part(
        int id,
        String name,
        String matter,
        String account,
        String accountName,
        Instant openedAt,
        Instant endedAt,
        String outcome,
        String result) {
    /** Whether it is still being handled. */
    public boolean open() {
        return endedAt == null;
    }

    /**
     * A part to be opened.
     *
     * @param name what is to be done; may be {@code null} where {@code matter} names it
     * @param matter code of the matter, may be {@code null}
     * @param account login of the colleague who gets it; may belong to another office of the county
     */
    public record Opening(String name, String matter, String account) {}
}
