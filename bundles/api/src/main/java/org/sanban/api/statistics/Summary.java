// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.sanban.api.facts.Fact;
import org.sanban.api.problem.Text;
import org.sanban.api.rating.StarCriterion;

/**
 * One answer for a dashboard.
 *
 * @param division 12-digit code of the division
 * @param site code of the site where one was asked, else {@code null}
 * @param name what people call it
 * @param from first day
 * @param until last day
 * @param counts cases of these days
 * @param ended how many ended on these days
 * @param onTimeRate of a hundred that ended with a limit, {@code null} when none did
 * @param open cases that are being handled now
 * @param waiting cases that have changed and are not counted yet
 * @param sites what every installed criterion says of the site asked, or of those of the division itself
 */
public record Summary(
        String division,
        String site,
        String name,
        LocalDate from,
        LocalDate until,
        Counts counts,
        long ended,
        BigDecimal onTimeRate,
        Open open,
        int waiting,
        List<SiteMeasures> sites) {
    public Summary {
        sites = List.copyOf(sites);
    }

    /**
     * What the criteria say of a site.
     *
     * @param site its code
     * @param name its name
     * @param measures one for each criterion that is installed
     */
    public record SiteMeasures(String site, String name, List<Measured> measures) {
        public SiteMeasures {
            measures = List.copyOf(measures);
        }
    }

    /**
     * What one criterion says.
     *
     * @param criterion its id: {@code evaluation.satisfaction}
     * @param name what people read
     * @param unit in what it is counted
     * @param value {@code null} when nothing is known
     * @param facts what it came from
     */
    public record Measured(String criterion, Text name, StarCriterion.Unit unit, BigDecimal value, List<Fact> facts) {
        public Measured {
            facts = List.copyOf(facts);
        }
    }
}
