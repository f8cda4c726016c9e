// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** What a caller gave over REST, as the services want it. */
final class Given {
    private static final Texts TEXTS = Texts.of(Given.class);

    private Given() {}

    /** @throws Problem invalid, when there is none */
    static <T> T body(T input) {
        if (input == null) {
            throw Problem.invalid("", TEXTS.get("body"));
        }
        return input;
    }

    /** A word, {@code null} for a blank one. */
    static String word(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A list without nothings, empty for none. */
    static <T> List<T> list(List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** A set, empty for none. */
    static <T> Set<T> set(Set<T> given) {
        return given == null
                ? Set.of()
                : given.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** @throws Problem invalid, when it is no year of ours */
    static int year(int year) {
        if (year < 2000 || year > 2199) {
            throw Problem.invalid("year", TEXTS.get("year"));
        }
        return year;
    }

    /** A constant by its name in whatever case, {@code null} for none. */
    static <E extends Enum<E>> E choice(Class<E> type, String field, String name) {
        if (word(name) == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word(name).toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid(field, TEXTS.get("choice", Arrays.toString(type.getEnumConstants()))));
    }

    /** A day, {@code otherwise} for none. */
    static LocalDate day(String field, String text, LocalDate otherwise) {
        try {
            return word(text) == null ? otherwise : LocalDate.parse(word(text));
        } catch (DateTimeException e) {
            throw Problem.invalid(field, TEXTS.get("day", text));
        }
    }

    /** A month, {@code otherwise} for none. */
    static YearMonth month(String field, String text, YearMonth otherwise) {
        try {
            return word(text) == null ? otherwise : YearMonth.parse(word(text));
        } catch (DateTimeException e) {
            throw Problem.invalid(field, TEXTS.get("month", text));
        }
    }

    /**
     * The version a change names, in its body or as {@code If-Match}; both must agree where both are given.
     *
     * @param otherwise what stands for none, {@code null} where one is needed
     */
    static int version(Integer version, String match, Integer otherwise) {
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
