// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.time.LocalDate;
import java.util.List;
import org.sanban.api.rating.Period;
import org.sanban.api.registry.Site;

/**
 * Where and when is looked at, once it is known to be right.
 *
 * @param division its division
 * @param site the site asked, {@code null} for the whole division
 * @param name what people call it
 * @param from first day
 * @param until last day
 */
record Place(String division, Site site, String name, LocalDate from, LocalDate until) {
    /** Under which its numbers are kept. */
    String scope() {
        return site == null ? division : site.code();
    }

    List<Days.Range> ranges() {
        return Days.ranges(from, until);
    }

    Period period() {
        return new Period(from, until);
    }
}
