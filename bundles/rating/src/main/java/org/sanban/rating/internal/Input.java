// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.math.BigDecimal;
import java.util.List;
import org.sanban.api.facts.Fact;
import org.sanban.api.problem.Text;
import org.sanban.api.rating.Score;
import org.sanban.api.rating.StarCriterion;

/**
 * What is known for a line before it is worth points: the same inputs under the same table give the same score.
 *
 * @param criterion the criterion's name, {@code null} for a panel's line or a criterion that is not installed
 * @param unit of the value, {@code null} likewise
 * @param value what the criterion found
 * @param self points the site gave itself
 * @param panel points the panel gave
 * @param absent why nothing is known, {@code null} when something is
 * @param facts what it came from
 */
record Input(
        Text criterion,
        StarCriterion.Unit unit,
        BigDecimal value,
        BigDecimal self,
        BigDecimal panel,
        Text absent,
        List<Fact> facts) {
    static Input of(Score.LineScore line) {
        return new Input(
                line.criterionName(),
                line.unit(),
                line.value(),
                line.self(),
                line.panel(),
                line.points() == null ? line.why() : null,
                line.facts());
    }
}
