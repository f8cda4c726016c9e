// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.rating;

import org.osgi.annotation.versioning.ConsumerType;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.Site;

/**
 * One thing that data says of a site (星级评定指标, R75–R78). A service that any bundle registers for data of its own;
 * the county's point table names it by its id and says how many points which value is worth. A criterion knows no
 * points and no stars.
 */
@ConsumerType
public interface StarCriterion {
    /** Its name in point tables: {@code evaluation.satisfaction}. */
    String id();

    /** What people read: 群众满意率. */
    Text name();

    /** In what its values are counted. */
    Unit unit();

    /**
     * What the data says of a site in a period. Asked for each site at each look, so it reads sums that are kept, never
     * cases one by one; asked twice for a period that is over, it answers the same.
     */
    Measure measure(Site site, Period period);

    /** In what values are counted. */
    enum Unit {
        /** Of a hundred, 0 to 100 (百分比). */
        PERCENT,
        /** A number of things (数量). */
        COUNT,
        /** 1 when it is so, 0 when not (是否). */
        YES_NO
    }
}
