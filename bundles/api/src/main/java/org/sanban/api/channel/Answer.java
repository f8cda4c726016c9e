// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.channel;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What came of a message.
 *
 * @param outcome how it went
 * @param references by which the channel names the message in later receipts, each once: one, or one for each part that has a receipt of
 *     its own; empty where it gives none
 * @param reason what the channel said, with its code, for operators; {@code null} when it was sent
 * @param pause how long the channel, or the one message, is to be left alone, {@code null} where nobody says
 */
public record Answer(Outcome outcome, List<String> references, String reason, Duration pause) {
    public Answer {
        Objects.requireNonNull(outcome, "outcome");
        references = List.copyOf(references);
    }

    /** How it went. */
    public enum Outcome {
        /** The channel has it. Whether it arrives, a receipt may tell ({@link MessageService#receipt}). */
        SENT,
        /** This message will never be taken: a bad address, words that are not allowed. */
        REFUSED,
        /** The receiver has not agreed, or no longer: their consent is used up (43101). */
        NO_CONSENT,
        /** Nothing goes through now, whomever it is for: no connection, too many at once. Nothing was sent. */
        LATER,
        /** This message not now, though others would go: its receiver was told something a moment ago. Nothing was sent. */
        NOT_YET
    }

    /** Sent; {@code reference} may be {@code null}. */
    public static Answer sent(String reference) {
        return sentInParts(reference == null ? List.of() : List.of(reference));
    }

    /**
     * Sent in parts that have a receipt each: the message arrived when each part has, and did not when one has not. What is blank or
     * stands there again counts for nothing.
     */
    public static Answer sentInParts(List<String> references) {
        List<String> each =
                references.stream().filter(one -> !one.isBlank()).distinct().toList();
        return new Answer(Outcome.SENT, each, null, null);
    }

    /** Refused for good. */
    public static Answer refused(String reason) {
        return new Answer(Outcome.REFUSED, List.of(), Objects.requireNonNull(reason), null);
    }

    /** Refused because the receiver has not agreed. */
    public static Answer noConsent(String reason) {
        return new Answer(Outcome.NO_CONSENT, List.of(), Objects.requireNonNull(reason), null);
    }

    /**
     * To be tried again: the channel is left alone and stands as down until something goes through. For whatever may be in
     * the way of the next message as well; {@code pause} may be {@code null}.
     */
    public static Answer later(String reason, Duration pause) {
        return new Answer(Outcome.LATER, List.of(), Objects.requireNonNull(reason), pause);
    }

    /**
     * To be tried again, while the channel goes on with others and counts as neither up nor down. Only for what is known to be
     * about this one receiver, such as a limit for each person; where that is not known, {@link #later}. {@code pause} may be
     * {@code null}.
     */
    public static Answer notYet(String reason, Duration pause) {
        return new Answer(Outcome.NOT_YET, List.of(), Objects.requireNonNull(reason), pause);
    }
}
