// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.statistics;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/**
 * Volumes and on-time rates of cases by division, site, mode, matter and light. For everyone who serves, and only for
 * divisions the account sees. Days are those of Asia/Shanghai. What happens shows within about a second.
 *
 * <p>Every method refuses a selection that is wrong: invalid, naming the field; not found, for an unknown division or
 * site; forbidden, for one the actor does not see.
 */
@ProviderType
public interface StatisticsService {
    /** Everything of one place for a dashboard. */
    Summary summary(Selection selection, Actor actor);

    /**
     * One number over time, with a point for each day or month, also where nothing happened.
     *
     * @param months a point for each month instead of each day; months are taken whole
     */
    List<Point> series(Selection selection, Figure figure, boolean months, Actor actor);

    /** The numbers of one place broken down, the largest first; what has none is left out, but for divisions and lights. */
    List<Line> breakdown(Selection selection, By by, Actor actor);

    /**
     * The cases that a number counts (依据), by division and day.
     *
     * @param mode only of this mode, or {@code null}
     * @param matter only of this matter, or {@code null}
     */
    Page<Counted> why(Selection selection, Figure figure, String mode, String matter, PageRequest page, Actor actor);

    /**
     * Starts counting anew from the beginning of the journal, beside what is shown, which is replaced at the end at one
     * stroke; joins the one that runs. The platform goes on working. For administrators.
     */
    Rebuild rebuild(Actor actor);

    /** How it stands once it has ended, or after {@code patience}. */
    Rebuild rebuilding(Duration patience, Actor actor);
}
