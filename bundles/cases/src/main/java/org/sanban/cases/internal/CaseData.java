// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import java.util.Map;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Original;
import org.sanban.cases.internal.clock.Tick;

/**
 * What a case holds beside what lists filter by: one JSON text in its row.
 *
 * @param address where the applicant lives or sits
 * @param enteredAt when the case entered its stage, microseconds
 * @param holderName name of the colleague who has the case, null while anyone of the role may act
 * @param handed materials handed in, each code once, counts added up
 * @param originals originals ever taken into custody
 * @param answers all answers so far
 * @param ticks what the clock did: the append-only ledger of starts and pauses, with reason and basis
 * @param done actions done so far
 */
record CaseData(
        String address,
        long enteredAt,
        String holderName,
        List<Handed> handed,
        List<Original> originals,
        Map<String, Object> answers,
        List<Tick> ticks,
        List<String> done) {
    CaseData {
        handed = handed == null ? List.of() : handed;
        originals = originals == null ? List.of() : originals;
        answers = answers == null ? Map.of() : answers;
        ticks = ticks == null ? List.of() : ticks;
        done = done == null ? List.of() : done;
    }
}
