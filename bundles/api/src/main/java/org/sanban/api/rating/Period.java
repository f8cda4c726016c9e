// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.rating;

import java.time.LocalDate;

/**
 * Days that are looked at, in the county's time zone.
 *
 * @param from first day
 * @param until last day, not before {@code from}
 */
public record Period(LocalDate from, LocalDate until) {
    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on " + until + ", before it begins on " + from);
        }
    }
}
