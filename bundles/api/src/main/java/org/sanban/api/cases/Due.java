// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sanban.api.problem.Text;

/**
 * How a case stands against its limit, and why.
 *
 * @param limitDays the matter's committed limit in working days, {@code null} when it has none
 * @param startedAt when the clock started (acceptance), {@code null} before
 * @param dueOn last day of the limit (Asia/Shanghai), {@code null} while none runs or it cannot be known
 * @param dueAt the moment it is over, where the limit ends within a day or is counted in hours; else {@code null}
 * @param daysLeft working days left including the last day, negative when overdue, {@code null} where not known
 * @param light how it stands
 * @param why one sentence
 * @param lines the count line by line: start, holidays and 调休 workdays in between, pauses, end; empty unless asked for
 */
public record Due(
        Integer limitDays,
        Instant startedAt,
        LocalDate dueOn,
        Instant dueAt,
        Integer daysLeft,
        Light light,
        Text why,
        List<Line> lines) {
    public Due {
        lines = List.copyOf(lines);
    }

    /**
     * One line of the count.
     *
     * @param from first day
     * @param to last day
     * @param days working days counted in it, 0 for days that do not count
     * @param reason why
     */
    public record Line(LocalDate from, LocalDate to, int days, Text reason) {}
}
