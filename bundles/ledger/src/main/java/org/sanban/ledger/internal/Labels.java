// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** What people read for the constants of this bundle. */
final class Labels {
    private static final Texts TEXTS = Texts.of(Labels.class);

    private Labels() {}

    static Text of(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
        return TEXTS.get(type + "." + constant.name());
    }

    /** Several in Chinese, in the order of their declaration, {@code null} for none. */
    static String zh(Collection<? extends Enum<?>> constants) {
        return constants.isEmpty() ? null : all(constants, Locale.CHINESE, "、");
    }

    /** Several, in both languages. */
    static Text all(Collection<? extends Enum<?>> constants) {
        return new Text(all(constants, Locale.CHINESE, "、"), all(constants, Locale.ENGLISH, ", "));
    }

    private static String all(Collection<? extends Enum<?>> constants, Locale language, String between) {
        return constants.stream()
                .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
                .map(one -> of(one).in(language))
                .collect(Collectors.joining(between));
    }
}
