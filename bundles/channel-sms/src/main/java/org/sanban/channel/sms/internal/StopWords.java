// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What people answer who want no more messages (退订). */
record StopWords(Set<String> words) {
    /** Ways in which a reply may be written, whatever its data_coding says: who wants out is understood. */
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_8, Charset.forName("GB18030"));

    static StopWords of(String listed) {
        return new StopWords(Arrays.stream(listed.split("[,，]"))
                .map(StopWords::plain)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean said(String text) {
        return words.contains(plain(text));
    }

    boolean said(byte[] text) {
        return CHARSETS.stream().anyMatch(charset -> said(new String(text, charset)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Punct}。！\\u0000]+$", "")
                .strip()
                .toUpperCase(Locale.ROOT);
    }
}
