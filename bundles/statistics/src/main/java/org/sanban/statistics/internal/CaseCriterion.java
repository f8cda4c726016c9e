// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.util.List;
import org.sanban.api.rating.Period;
import org.sanban.api.registry.Site;
import org.sanban.api.statistics.Counts;
import org.sanban.statistics.internal.Tally.Kind;

/** What the criteria of this bundle read. */
record CaseCriterion(Ledger ledger) {
    Counts counts(Site site, Period period) {
        return Sums.total(
                ledger.read(List.of(site.code()), Kind.DAY, Kind.MONTH, Days.ranges(period.from(), period.until())));
    }

    /** Where the cases behind a number are listed. */
    static String link(Site site, Period period, String figure) {
        return "statistics/why?site=" + site.code() + "&figure=" + figure + "&from=" + period.from() + "&until="
                + period.until();
    }
}
