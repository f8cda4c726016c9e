// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.List;
import java.util.Locale;

/** The language of an answer: English where the caller prefers it, Chinese otherwise. */
final class Language {
    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    private Language() {}

    /** The language a caller asks for with {@code Accept-Language}, which may be null or nonsense. */
    static Locale of(String accepted) {
        if (accepted == null || accepted.isBlank() || accepted.startsWith("zh")) {
            return Locale.CHINESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
            return best == null ? Locale.CHINESE : best;
        } catch (IllegalArgumentException e) {
            return Locale.CHINESE;
        }
    }
}
