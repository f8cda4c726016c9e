// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.ledger;

import java.util.List;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.Site;

/**
 * How a site stands against what is asked of it.
 *
 * @param site the site
 * @param standard 八有一能 for a town's centre, 六有 for a village's station, {@code null} where neither is asked
 * @param holding how many checks of the standard hold
 * @param of how many checks the standard has
 * @param checks all of them, those of the standard first
 */
public record SiteCheck(Site site, Text standard, int holding, int of, List<Check> checks) {
    public SiteCheck {
        checks = List.copyOf(checks);
    }

    /** What does not hold, in order. */
    public List<Check> missing() {
        return checks.stream().filter(check -> !check.holds()).toList();
    }
}
