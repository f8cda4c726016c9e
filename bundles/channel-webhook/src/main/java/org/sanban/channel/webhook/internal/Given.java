// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    /** A set without nothings, empty for none. */
    static <T> Set<T> set(Set<T> given) {
        return given == null
                ? Set.of()
                : given.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    /** A moment with its offset, {@code otherwise} for none. */
    static Instant moment(String field, String text, Instant otherwise) {
        try {
            return word(text) == null
                    ? otherwise
                    : OffsetDateTime.parse(word(text)).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid(field, TEXTS.get("moment"));
        }
    }

    /** The version a change names, in its body or as {@code If-Match}; both must agree where both are given. */
    static int version(Integer version, String match) {
        if (match == null) {
            if (version == null) {
                throw Problem.invalid("version", TEXTS.get("version"));
            }
            return version;
        }
        String digits = match.strip().replaceAll("^(W/)?\"(.*)\"$", "$2");
        if (!digits.matches("[0-9]{1,9}") || version != null && version != Integer.parseInt(digits)) {
            throw Problem.invalid("If-Match", TEXTS.get("version"));
        }
        return Integer.parseInt(digits);
    }
}
