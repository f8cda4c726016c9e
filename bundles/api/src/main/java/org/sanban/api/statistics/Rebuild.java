// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.statistics;

import java.time.Instant;

/**
 * How counting anew from the beginning of the journal stands.
 *
 * @param state what it does
 * @param startedAt when it began, {@code null} when there never was one on this node
 * @param endedAt when it ended, {@code null} before
 * @param cases cases read so far
 * @param entries entries of the journal they hold
 * @param corrected cases that had been counted otherwise, or not at all
 * @param differing numbers that came out otherwise than those kept up with the journal
 * @param fault why it failed, or {@code null}
 */
public record Rebuild(
        State state,
        Instant startedAt,
        Instant endedAt,
        long cases,
        long entries,
        long corrected,
        long differing,
        String fault) {
    /** None yet, at work, done, or failed with the numbers before it still in place. */
    public enum State {
        NONE,
        RUNNING,
        DONE,
        FAILED
    }
}
