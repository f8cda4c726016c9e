// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.util.Arrays;
import java.util.Locale;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** What a caller has given, as JSON, in a query or in the shell. */
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
}
