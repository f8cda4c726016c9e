// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.api.cases.Booking;

/**
 * What is written with a case beside its row and its entry, in the same transaction; most commands write none of it.
 *
 * @param files ids of attachments to bind, each with the field that names it
 * @param comes accounts that have the case or a part of it by name from now on
 * @param goes accounts that have it no longer
 * @param bookings what the case needs from now on in place of what was booked, {@code null} where that stays
 * @param reserved whether the case takes a number that was set apart
 */
record Beside(
        Map<String, String> files, Set<String> comes, Set<String> goes, List<Booking> bookings, boolean reserved) {
    Beside(Map<String, String> files, Set<String> comes, Set<String> goes, List<Booking> bookings) {
        this(files, comes, goes, bookings, false);
    }

    /** Nothing but files. */
    static Beside files(Map<String, String> files) {
        return new Beside(files, Set.of(), Set.of(), null);
    }

    /** With a number that was set apart, where there is one. */
    Beside under(String number) {
        return new Beside(files, comes, goes, bookings, number != null);
    }
}
