// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.statistics;

/** One number of the statistics, as it is asked for by name. */
public enum Figure {
    SUBMITTED,
    ACCEPTED,
    ENDED,
    DONE,
    REFUSED,
    WITHDRAWN,
    TERMINATED,
    ON_TIME,
    LATE,
    UNLIMITED,
    UNKNOWN,
    /** Of a hundred that ended with a limit, how many kept it. */
    ON_TIME_RATE,
    /** Being handled now, whatever the days asked. */
    OPEN,
    /** Being handled now and past the limit, whatever the days asked. */
    OVERDUE;

    /** Whether it is told for now, not for days. */
    public boolean now() {
        return this == OPEN || this == OVERDUE;
    }
}
