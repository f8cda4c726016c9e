// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * The State Council's calendar of holidays and 调休 workdays, for the years whose files are loaded. A day of any other
 * year is unknown, never guessed.
 */
public final class Holidays {
    private static final Texts TEXTS = Texts.of(Holidays.class);

    private final Set<Integer> years = new TreeSet<>();
    private final Map<LocalDate, Special> specials = new HashMap<>();

    private record Special(String name, boolean off) {}

    /** Adds a year; its paper may also change days of the December before it. Load years in order. */
    void add(HolidayFile file) {
        years.add(file.year());
        file.days().forEach(day -> specials.put(day.date(), new Special(day.name(), day.isOffDay())));
    }

    /** Whether the calendar of the day's year is loaded. */
    public boolean knows(LocalDate day) {
        return years.contains(day.getYear());
    }

    /** Whether a known day is a working day. */
    public boolean working(LocalDate day) {
        Special special = specials.get(day);
        return special == null ? weekday(day) : !special.off();
    }

    /** Why a known day counts or not. */
    Text reason(LocalDate day) {
        Special special = specials.get(day);
        if (special != null) {
            return TEXTS.get(special.off() ? "day.holiday" : "day.shifted", name(special.name()));
        }
        return TEXTS.get(weekday(day) ? "day.working" : "day.weekend");
    }

    /** The years that are loaded, in order. */
    public Set<Integer> years() {
        return new TreeSet<>(years);
    }

    /** All of it: two calendars with the same text count the same. */
    public String text() {
        return years + "\n" + new TreeMap<>(specials);
    }

    /** A holiday's name with its twin; several in one (国庆节、中秋节) are parted by 、. */
    private static Text name(String zh) {
        String en = Arrays.stream(zh.split("、"))
                .map(part ->
                        TEXTS.has("name." + part) ? TEXTS.get("name." + part).en() : part)
                .collect(Collectors.joining(" / "));
        return new Text(zh, en);
    }

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
