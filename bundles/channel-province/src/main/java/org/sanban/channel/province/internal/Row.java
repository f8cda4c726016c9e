// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A record as the other side gets it.
 *
 * @param values by column, only those that are filled: texts, numbers and local times
 */
record Row(Waiting record, SortedMap<String, Object> values) {
    /** Its values in words, as JSON carries them. */
    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    /** SM3 over {@code column=value} and a line feed, columns in order of their names: what both sides compare. */
    String digest() {
        return digest(values);
    }

    static String digest(Map<String, Object> values) {
        return Seal.sm3(new TreeMap<>(values)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + text(one.getValue()) + "\n")
                        .collect(Collectors.joining()));
    }

    private static String text(Object value) {
        return value instanceof LocalDateTime time ? Moments.text(time) : value.toString();
    }
}
