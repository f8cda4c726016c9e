// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.sanban.api.identity.Actor;
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

    /** What is there of a list. */
    static <T> List<T> list(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /** The division that is asked for, the actor's own where none is. */
    static String division(String code, Actor actor) {
        return word(code) == null ? actor.division() : word(code);
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

    /** A day, {@code null} for none. */
    static LocalDate day(String field, String text) {
        if (word(text) == null) {
            return null;
        }
        try {
            return LocalDate.parse(word(text));
        } catch (DateTimeException e) {
            throw Problem.invalid(field, TEXTS.get("day", text));
        }
    }
}
