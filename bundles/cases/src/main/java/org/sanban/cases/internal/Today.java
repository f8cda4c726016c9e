// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.sanban.api.cases.Light;

/**
 * What the lights of a list are told by.
 *
 * @param now the moment
 * @param day its day
 * @param near the last day that counts as near
 */
record Today(Instant now, LocalDate day, LocalDate near) {
    /** The light of a list's line, by what its row keeps. */
    Light light(CaseEntity row) {
        if (row.dueOn == null) {
            return row.endLight == null ? Light.NONE : Light.valueOf(row.endLight);
        }
        if (row.dueOn.equals(Deadlines.UNKNOWN)) {
            return Light.UNKNOWN;
        }
        if (row.dueOn.equals(Deadlines.PAUSED)) {
            return Light.PAUSED;
        }
        boolean over = row.dueOn.isBefore(day) || row.dueAt != null && row.dueAt <= micros();
        return over ? Light.OVERDUE : row.dueOn.isAfter(near) ? Light.ON_TIME : Light.NEAR;
    }

    /** The moment as rows keep it. */
    long micros() {
        return CaseList.micros(now);
    }
}
