// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

/**
 * What came of sending a record.
 *
 * @param reason what the other side said, {@code null} when it has taken it
 */
record Verdict(Outcome outcome, String reason) {
    /** Taken, refused for good, or to be tried again. */
    enum Outcome {
        TAKEN,
        REFUSED,
        LATER
    }

    static final Verdict TAKEN = new Verdict(Outcome.TAKEN, null);

    static Verdict refused(String reason) {
        return new Verdict(Outcome.REFUSED, reason);
    }

    static Verdict later(String reason) {
        return new Verdict(Outcome.LATER, reason);
    }
}
