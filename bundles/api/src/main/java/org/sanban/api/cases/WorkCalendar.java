// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Working days of the State Council's calendar, with holidays and 调休 workdays, as limits count them. A day of a year
 * whose calendar is not loaded is never guessed.
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
     * The day on which a number of working days is over, the first day not counted.
     *
     * @param days 0 and up; 0 is the day itself
     * @throws org.sanban.api.problem.Problem unavailable, when the calendar of a year it needs is not loaded
     */
    LocalDate plusWorkdays(LocalDate from, int days);
}
