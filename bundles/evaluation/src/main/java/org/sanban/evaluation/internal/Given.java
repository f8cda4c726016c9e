// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.UriInfo;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Period;

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

    /** As {@link #choice}, but one must be given. */
    static <E extends Enum<E>> E wanted(Class<E> type, String field, String name) {
        E found = choice(type, field, name);
        if (found == null) {
            throw Problem.invalid(field, TEXTS.get("choice", Arrays.toString(type.getEnumConstants())));
        }
        return found;
    }

    /** A period, by its first and last day. */
    static Period period(String from, String until) {
        LocalDate first = day("from", from);
        LocalDate last = day("until", until);
        if (last.isBefore(first)) {
            throw Problem.invalid("until", TEXTS.get("period.order", first, last));
        }
        return new Period(first, last);
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(String.valueOf(word(text)));
            if (day.getYear() >= 2000 && day.getYear() < 3000) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw Problem.invalid(field, TEXTS.get("day"));
    }

    /** Where the caller has reached the platform: by the name it was called, which a loop back address would lose. */
    static String reached(UriInfo uri, HttpHeaders headers) {
        URI base = uri.getBaseUri();
        String host = headers.getHeaderString(HttpHeaders.HOST);
        return base.getScheme() + "://" + (host == null ? base.getAuthority() : host);
    }
}
