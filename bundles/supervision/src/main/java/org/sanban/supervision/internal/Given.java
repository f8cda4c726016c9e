// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

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
}
