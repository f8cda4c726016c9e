// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.sanban.api.rating.Period;

/**
 * Days that the county rates (评定周期).
 *
 * @param id its key: {@code 2026-H2}; {@code null} for a calendar year that stands where none is defined
 * @param name 2026 年下半年
 * @param from first day
 * @param until last day
 * @param frozen when its scores were frozen, {@code null} while it is open
 * @param frozenBy account
 */
record RatingPeriod(String id, String name, LocalDate from, LocalDate until, Instant frozen, String frozenBy) {
    /** The calendar year of a day. */
    static RatingPeriod year(LocalDate day) {
        return new RatingPeriod(
                null,
                Integer.toString(day.getYear()),
                day.withDayOfYear(1),
                day.withMonth(12).withDayOfMonth(31),
                null,
                null);
    }

    Period days() {
        return new Period(from, until);
    }
}
