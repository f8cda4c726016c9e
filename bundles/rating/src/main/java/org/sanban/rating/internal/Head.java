// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.Instant;
import org.sanban.api.rating.Level;
import org.sanban.api.registry.Site;

/**
 * Whose score it is.
 *
 * @param period of which days
 * @param frozen whether it is for good
 * @param awarded what level the site holds
 * @param computed when
 */
record Head(
        String site,
        String name,
        String division,
        RatingPeriod period,
        boolean frozen,
        Level awarded,
        Instant computed) {
    static Head of(Site site, RatingPeriod period, boolean frozen, Level awarded, Instant computed) {
        return new Head(site.code(), site.name(), site.division(), period, frozen, awarded, computed);
    }
}
