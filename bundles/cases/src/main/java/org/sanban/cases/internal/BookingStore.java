// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import org.sanban.cases.internal.CaseStore.CaseKey;

/** The times that people and vehicles are taken; they are written with the case they are for ({@link Diary}). */
interface BookingStore {
    /**
     * Times that overlap with a span, earliest first.
     *
     * @param resource of this person or vehicle, null for all
     * @param scope of cases in this subtree, null for all
     * @param after start and id of the last one of the page before, or null
     */
    List<Taken> booked(String resource, String scope, long from, long to, CaseKey after, int limit);

    /** A time with the case it is for. */
    record Taken(BookingEntity booking, CaseEntity row) {}
}
