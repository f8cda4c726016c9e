// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.post;

import java.time.Instant;
import java.util.List;

/**
 * What a carrier knows of a parcel.
 *
 * @param waybill its number (运单号)
 * @param state where it stands
 * @param events what happened, newest last
 */
public record Tracking(String waybill, State state, List<Event> events) {
    public Tracking {
        events = List.copyOf(events);
    }

    /** Where a parcel stands, whatever the carrier calls it. */
    public enum State {
        /** Taken in by the carrier (揽收). */
        COLLECTED,
        /** On its way (在途). */
        IN_TRANSIT,
        /** With the courier for delivery (派件). */
        DELIVERING,
        /** Signed by the receiver (本人签收). */
        SIGNED,
        /** Signed by someone else (代签). */
        SIGNED_BY_OTHER,
        /** Left in a locker or shop (投柜). */
        IN_LOCKER,
        /** Something is wrong (疑难): damaged, lost, no such address. */
        PROBLEM,
        /** The receiver refused it (拒签). */
        REFUSED,
        /** On its way back to the sender (退回). */
        RETURNING,
        /** Back with the sender (退签). */
        RETURNED,
        /** Handed to another carrier (转单). */
        FORWARDED;

        /** Whether it has reached the receiver. */
        public boolean delivered() {
            return this == SIGNED || this == SIGNED_BY_OTHER || this == IN_LOCKER;
        }
    }

    /**
     * Something that happened to it.
     *
     * @param at when
     * @param what in the carrier's words
     */
    public record Event(Instant at, String what) {}
}
