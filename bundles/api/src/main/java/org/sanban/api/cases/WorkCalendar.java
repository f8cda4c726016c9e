// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Working days on the State Council's calendar, with its holidays and 调休 workdays: the one that the limits of cases are
 * counted by, for whatever else has a limit.
 */
@ProviderType
public interface WorkCalendar {
    /**
     * The last day of a limit of working days.
     *
     * @param from the day it begins, which does not count (民法典 art. 201), in the county's time zone
     * @param days how many working days, 0 for {@code from} itself
     * @return {@code null} while the calendar of a year that it reaches into is not loaded: said, never guessed
     */
    LocalDate last(LocalDate from, int days);

    /**
     * Whether a moment is on a day off or after the office has closed, when serving is extended service (延时服务, R69);
     * {@code false} where the year's calendar is not loaded.
     */
    boolean afterHours(Instant at);
}
