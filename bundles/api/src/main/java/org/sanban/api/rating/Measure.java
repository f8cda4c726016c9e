// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.rating;

import java.math.BigDecimal;
import java.util.List;
import org.sanban.api.facts.Fact;

/**
 * What a criterion found.
 *
 * @param value in the criterion's unit; {@code null} when nothing is known, as when there was no case to judge by
 * @param facts what it came from, at least one
 */
public record Measure(BigDecimal value, List<Fact> facts) {
    public Measure {
        facts = List.copyOf(facts);
    }
}
