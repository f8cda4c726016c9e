// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.Duration;
import org.sanban.api.problem.Text;

/**
 * What came of sending an event.
 *
 * @param state what it means
 * @param status status of HTTP, 0 where there was no answer
 * @param millis how long it took
 * @param why why it was not taken, {@code null} when it was
 * @param patience how long the receiver asks to be left alone, {@code null} when it does not
 */
record Outcome(State state, int status, long millis, Text why, Duration patience) {
    /** What an answer means. */
    public enum State {
        /** Taken (已接收). */
        TAKEN,
        /** The receiver can take nothing now (稍后重试). */
        LATER,
        /** The receiver does not want this event (拒收). */
        REFUSED,
        /** The receiver is no more (已停用). */
        GONE
    }

    /**
     * What a status means. A redirect is not followed: it would lead past the check of the address. Since it is about the
     * address and not about the event, the event waits until the address is corrected.
     */
    static State meaning(int status) {
        return switch (status) {
            case 410 -> State.GONE;
            case 408, 425, 429 -> State.LATER;
            default -> status / 100 == 2 ? State.TAKEN : status / 100 == 4 ? State.REFUSED : State.LATER;
        };
    }
}
