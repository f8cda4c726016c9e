// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many cases of some days.
 *
 * @param submitted submitted on these days (收件)
 * @param accepted accepted on these days (受理)
 * @param done ended on these days, decided and handed over (办结)
 * @param refused ended by not being accepted (不予受理)
 * @param withdrawn ended by the applicant (撤回)
 * @param terminated ended early for another reason (终止)
 * @param onTime ended within their limit (按时)
 * @param late ended past their limit (超时)
 * @param unlimited ended without a limit that ran
 * @param unknown ended in a year whose calendar was not loaded
 */
public record Counts(
        long submitted,
        long accepted,
        long done,
        long refused,
        long withdrawn,
        long terminated,
        long onTime,
        long late,
        long unlimited,
        long unknown) {
    /** Nothing. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** How many ended on these days, however they did. */
    public long ended() {
        return done + refused + withdrawn + terminated;
    }

    /**
     * How many of a hundred that ended with a limit kept it (按时办结率), with two decimals; {@code null} when none ended
     * with one.
     */
    public BigDecimal onTimeRate() {
        return onTime + late == 0
                ? null
                : BigDecimal.valueOf(onTime * 100).divide(BigDecimal.valueOf(onTime + late), 2, RoundingMode.HALF_UP);
    }

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                submitted + other.submitted,
                accepted + other.accepted,
                done + other.done,
                refused + other.refused,
                withdrawn + other.withdrawn,
                terminated + other.terminated,
                onTime + other.onTime,
                late + other.late,
                unlimited + other.unlimited,
                unknown + other.unknown);
    }
}
