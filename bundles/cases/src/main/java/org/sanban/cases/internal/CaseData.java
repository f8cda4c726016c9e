// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import java.util.Map;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Part;
import org.sanban.cases.internal.clock.Tick;

/**
 * What a case holds beside what lists filter by: one JSON text in its row.
 *
 * @param address where the applicant lives or sits
 * @param enteredAt when the case entered its stage, microseconds
 * @param holderName name of the colleague who has the case, null while anyone of the role may act
 * @param handed materials handed in, each code once, counts added up
 * @param originals originals ever taken into custody
 * @param bookings what was booked last, while the case needs it
 * @param parts parts that others handle or have handled
 * @param answers all answers so far
 * @param ticks what the clock did: the append-only ledger of starts and pauses, with reason and basis
 * @param done actions done so far
 * @param escalatedAt when the step for an overdue stage was done in the present stage, microseconds; null while it was not
 */
record CaseData(
        String address,
        long enteredAt,
        String holderName,
        List<Handed> handed,
        List<Original> originals,
        List<Booking> bookings,
        List<Part> parts,
        Map<String, Object> answers,
        List<Tick> ticks,
        List<String> done,
        Long escalatedAt) {
    CaseData {
        handed = handed == null ? List.of() : handed;
        originals = originals == null ? List.of() : originals;
        bookings = bookings == null ? List.of() : bookings;
        parts = parts == null ? List.of() : parts;
        answers = answers == null ? Map.of() : answers;
        ticks = ticks == null ? List.of() : ticks;
        done = done == null ? List.of() : done;
    }
}
