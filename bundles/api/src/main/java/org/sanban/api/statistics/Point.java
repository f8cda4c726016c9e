// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.statistics;

import java.math.BigDecimal;

/**
 * A point of a chart.
 *
 * @param at the day {@code 2026-11-24} or the month {@code 2026-11}
 * @param value the number; {@code null} where there is none, as a rate of nothing
 */
public record Point(String at, BigDecimal value) {}
