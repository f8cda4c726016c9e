// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.sanban.api.rating.Period;

/** Days and months as sums are kept: 20261124 is a day, 20261100 the whole month. */
final class Slots {
    private Slots() {}

    static int day(LocalDate day) {
        return month(day) + day.getDayOfMonth();
    }

    static int month(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100;
    }

    /** The fewest slots that make up a period: its whole months, and the days beside them. */
    static List<Integer> of(Period period) {
        List<Integer> slots = new ArrayList<>();
        LocalDate day = period.from();
        while (!day.isAfter(period.until())) {
            LocalDate last = YearMonth.from(day).atEndOfMonth();
            if (day.getDayOfMonth() == 1 && !last.isAfter(period.until())) {
                slots.add(month(day));
                day = last.plusDays(1);
            } else {
                slots.add(day(day));
                day = day.plusDays(1);
            }
        }
        return slots;
    }
}
