// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.statistics;

import java.math.BigDecimal;
import org.sanban.api.problem.Text;

/**
 * A line of a breakdown.
 *
 * @param key code of the division, site or matter, id of the mode, or the light
 * @param name what people read
 * @param counts cases of the days asked
 * @param ended how many ended on them
 * @param onTimeRate of a hundred that ended with a limit, {@code null} when none did
 * @param open cases being handled now; {@code null} by mode and matter, by which they are not kept
 */
public record Line(String key, Text name, Counts counts, long ended, BigDecimal onTimeRate, Open open) {
    /** A line with what follows from its counts. */
    public static Line of(String key, Text name, Counts counts, Open open) {
        return new Line(key, name, counts, counts.ended(), counts.onTimeRate(), open);
    }
}
