// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.sanban.api.facts.Fact;
import org.sanban.api.problem.Text;

/**
 * A site's points in a period, each with what it came from, and what separates the site from the next star (R75–R78).
 *
 * @param standing what it comes to
 * @param from first day of the period
 * @param until its last day
 * @param table key of the point table
 * @param version its version
 * @param source where the table comes from
 * @param sample whether the table is a sample and is to be marked so wherever shown
 * @param points sum of the lines' points
 * @param scored most points that the lines scored could bring
 * @param full most points that all lines could bring
 * @param lines in the table's order
 * @param next what separates it from the next star, {@code null} at five stars
 * @param notes what a reader must know: lines that are not scored and what then happens
 */
public record Score(
        Standing standing,
        LocalDate from,
        LocalDate until,
        String table,
        int version,
        String source,
        boolean sample,
        BigDecimal points,
        BigDecimal scored,
        BigDecimal full,
        List<LineScore> lines,
        NextStar next,
        List<Text> notes) {
    public Score {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /**
     * One line of the table.
     *
     * @param code its code
     * @param block 场所设施设备
     * @param text what is asked for (考核标准)
     * @param method how it is looked at (考核办法), may be {@code null}
     * @param max most points
     * @param criterion id of the criterion it is computed by; {@code null} when a panel enters it
     * @param criterionName what people read, {@code null} when a panel enters it or the criterion is not installed
     * @param unit the value's unit, {@code null} likewise
     * @param value what the criterion found, {@code null} when nothing is known
     * @param self points that the site gave itself (自评分); beside the others, never counted
     * @param panel points that the panel gave (考核分)
     * @param points what counts; {@code null} when the line is not scored
     * @param why the rule that led there, or why the line is not scored
     * @param facts what it came from
     */
    public record LineScore(
            String code,
            String block,
            String text,
            String method,
            BigDecimal max,
            String criterion,
            Text criterionName,
            StarCriterion.Unit unit,
            BigDecimal value,
            BigDecimal self,
            BigDecimal panel,
            BigDecimal points,
            Text why,
            List<Fact> facts) {
        public LineScore {
            facts = List.copyOf(facts);
        }
    }

    /**
     * What separates a site from the next star (R78).
     *
     * @param level the next level
     * @param from where it begins, of a hundred
     * @param missing how much is missing, of a hundred
     * @param gains lines with points to be won, most first
     */
    public record NextStar(Level level, BigDecimal from, BigDecimal missing, List<Gain> gains) {
        public NextStar {
            gains = List.copyOf(gains);
        }
    }

    /**
     * Points to be won on a line.
     *
     * @param code of the line
     * @param text what is asked for
     * @param points most that can still be won, of a hundred
     * @param needed whether, taken from the top, it is needed to reach the next star
     * @param hint what to do
     */
    public record Gain(String code, String text, BigDecimal points, boolean needed, Text hint) {}
}
