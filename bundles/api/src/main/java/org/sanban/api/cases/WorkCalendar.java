// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Working days of the State Council's calendar, with its holidays and 调休 workdays: the one that the limits of cases are
 * counted by, for whatever else has a limit. A day of a year whose calendar is not loaded is never guessed.
 */
@ProviderType
public interface WorkCalendar {
    /**
     * Whether a day is a working day.
     *
     * @throws org.sanban.api.problem.Problem unavailable, when the calendar of its year is not loaded
     */
    boolean isWorkday(LocalDate day);

    /**
     * The last day of a limit of working days.
     *
     * @param from the day it begins, which does not count (民法典 art. 201), in the county's time zone
     * @param days how many working days, 0 for {@code from} itself
     * @return empty while the calendar of a year that it reaches into is not loaded
     */
    Optional<LocalDate> plusWorkdays(LocalDate from, int days);

    /**
     * Whether a moment is on a day off or after the office has closed, when serving is extended service (延时服务, R69);
     * {@code false} where the year's calendar is not loaded.
     */
    boolean afterHours(Instant at);
}
