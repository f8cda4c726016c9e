// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * What a caller gave, as JSON, in a query or in the shell, as the services want it. What cannot be read is invalid, and the
 * problem names its field.
 */
public final class Given {
    private static final Texts TEXTS = Texts.of(Given.class);

    private Given() {}

    /**
     * The body of a request.
     *
     * @throws Problem invalid, when there is none
     */
    public static <T> T body(T input) {
        if (input == null) {
            throw Problem.invalid("", TEXTS.get("body"));
        }
        return input;
    }

    /** A word without blanks around it, {@code null} for a blank one. */
    public static String word(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A list without nothings, empty for none. */
    public static <T> List<T> list(List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }

    /** A list without nothings, each thing once; empty for none. */
    public static <T> List<T> distinct(List<T> given) {
        return list(given).stream().distinct().toList();
    }

    /** A set without nothings, empty for none. */
    public static <T> Set<T> set(Set<T> given) {
        return given == null
                ? Set.of()
                : given.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    /** The division that is asked for, the actor's own where none is. */
    public static String division(String code, Actor actor) {
        return word(code) == null ? actor.division() : word(code);
    }

    /**
     * A constant by its name in whatever case, {@code null} for none.
     *
     * @throws Problem invalid, with the names that there are
     */
    public static <E extends Enum<E>> E choice(Class<E> type, String field, String name) {
        return word(name) == null ? null : wanted(type, field, name);
    }

    /**
     * As {@link #choice}, but one must be given.
     *
     * @throws Problem invalid, with the names that there are
     */
    public static <E extends Enum<E>> E wanted(Class<E> type, String field, String name) {
        String wanted = word(name) == null ? "" : word(name).toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid(field, TEXTS.get("choice", Arrays.toString(type.getEnumConstants()))));
    }

    /**
     * A day like 2026-11-30, {@code otherwise} for none.
     *
     * @throws Problem invalid
     */
    public static LocalDate day(String field, String text, LocalDate otherwise) {
        try {
            return word(text) == null ? otherwise : LocalDate.parse(word(text));
        } catch (DateTimeException e) {
            throw Problem.invalid(field, TEXTS.get("day", text));
        }
    }

    /**
     * A month like 2026-11, {@code otherwise} for none.
     *
     * @throws Problem invalid
     */
    public static YearMonth month(String field, String text, YearMonth otherwise) {
        try {
            return word(text) == null ? otherwise : YearMonth.parse(word(text));
        } catch (DateTimeException e) {
            throw Problem.invalid(field, TEXTS.get("month", text));
        }
    }

    /**
     * A year.
     *
     * @throws Problem invalid, when it is none of ours
     */
    public static int year(int year) {
        if (year < 2000 || year > 2199) {
            throw Problem.invalid("year", TEXTS.get("year"));
        }
        return year;
    }

    /**
     * A moment with its offset, {@code otherwise} for none. A plus sign that a query turned into a blank is one again.
     *
     * @throws Problem invalid
     */
    public static Instant moment(String field, String text, Instant otherwise) {
        try {
            return word(text) == null
                    ? otherwise
                    : OffsetDateTime.parse(word(text).replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid(field, TEXTS.get("moment", text));
        }
    }

    /**
     * The version a change names, in its body or as {@code If-Match}; both must agree where both are given.
     *
     * @param otherwise what stands for none, {@code null} where one is needed
     * @throws Problem invalid
     */
    public static int version(Integer version, String match, Integer otherwise) {
        Integer named = version == null ? otherwise : version;
        if (match == null) {
            if (named == null) {
                throw Problem.invalid("version", TEXTS.get("version"));
            }
            return named;
        }
        String digits = match.strip().replaceAll("^(W/)?\"(.*)\"$", "$2");
        if (!digits.matches("[0-9]{1,9}") || version != null && version != Integer.parseInt(digits)) {
            throw Problem.invalid("If-Match", TEXTS.get("version"));
        }
        return Integer.parseInt(digits);
    }
}
