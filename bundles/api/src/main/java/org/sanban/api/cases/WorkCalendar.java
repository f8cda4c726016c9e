// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/** The county's working days: the State Council's holidays and 调休 workdays, as limits of cases are counted by. */
@ProviderType
public interface WorkCalendar {
    /**
     * Whether a day is a working day.
     *
     * @throws org.sanban.api.problem.Problem unavailable, when the calendar of its year is not loaded
     */
    boolean isWorkday(LocalDate day);

    /**
     * The last day of a limit: {@code days} working days after {@code from}, which itself does not count.
     *
     * @param days 0 and up
     * @throws org.sanban.api.problem.Problem unavailable, when the calendar of a year on the way is not loaded
     */
    LocalDate plusWorkdays(LocalDate from, int days);
}
