// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.problem;

import java.util.Locale;
import java.util.Objects;

/**
 * A sentence or name in both languages the platform speaks. Neither is ever null; where only Chinese is known (a
 * village's name), both hold it.
 *
 * @param zh Chinese, what citizens and clerks read
 * @param en English twin
 */
public record Text(String zh, String en) {
    public Text {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /** A text that is the same in both languages: a name, a code. */
    public static Text of(String both) {
        return new Text(both, both);
    }

    /** The language of {@code locale}: English where it asks for English, Chinese otherwise. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }

    /** Chinese, the platform's own language. */
    @Override
    public String toString() {
        return zh;
    }
}
