// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.rating;

import java.math.BigDecimal;
import java.time.Instant;
import org.sanban.api.problem.Text;

/**
 * Where a site stands.
 *
 * @param site its code
 * @param name 城关镇便民服务中心
 * @param division 12-digit code of its division
 * @param period key of the rating period, {@code null} where none is defined and the calendar year stands for it
 * @param frozen whether the period is frozen and this never changes again
 * @param level what the points are worth; {@code null} when too few points could be scored to tell
 * @param total of a hundred, two decimals; {@code null} when nothing could be scored
 * @param awarded the level it holds: of its plaque, else of the last frozen period; {@code null} for none
 * @param warning that the level is lower than the one awarded; {@code null} when it is not
 * @param computed when
 */
public record Standing(
        String site,
        String name,
        String division,
        String period,
        boolean frozen,
        Level level,
        BigDecimal total,
        Level awarded,
        Text warning,
        Instant computed) {}
