// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.channel;

import java.time.Duration;
import java.util.Objects;

/**
 * What came of a message.
 *
 * @param outcome how it went
 * @param reference by which the channel names the message in a later receipt, {@code null} where it gives none
 * @param reason what the channel said, with its code, for operators; {@code null} when it was sent
 * @param pause how long the channel asks to be left alone, {@code null} where it does not say
 */
public record Answer(Outcome outcome, String reference, String reason, Duration pause) {
    public Answer {
        Objects.requireNonNull(outcome, "outcome");
    }

    /** How it went. */
    public enum Outcome {
        /** The channel has it. Whether it arrives, a receipt may tell ({@link MessageService#receipt}). */
        SENT,
        /** This message will never be taken: a bad address, words that are not allowed. */
        REFUSED,
        /** The receiver has not agreed, or no longer: their consent is used up (43101). */
        NO_CONSENT,
        /** Not now: no connection, too many at once. Nothing was sent. */
        LATER
    }

    /** Sent; {@code reference} may be {@code null}. */
    public static Answer sent(String reference) {
        return new Answer(Outcome.SENT, reference, null, null);
    }

    /** Refused for good. */
    public static Answer refused(String reason) {
        return new Answer(Outcome.REFUSED, null, Objects.requireNonNull(reason), null);
    }

    /** Refused because the receiver has not agreed. */
    public static Answer noConsent(String reason) {
        return new Answer(Outcome.NO_CONSENT, null, Objects.requireNonNull(reason), null);
    }

    /** To be tried again; {@code pause} may be {@code null}. */
    public static Answer later(String reason, Duration pause) {
        return new Answer(Outcome.LATER, null, Objects.requireNonNull(reason), pause);
    }
}
