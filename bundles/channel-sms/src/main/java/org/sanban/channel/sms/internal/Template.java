// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with placeholders ({@code {phone}}); other braces are its own, so that it may be JSON.
 *
 * @param writing how a value is written in it, so that no value can say more than a value
 */
record Template(String text, UnaryOperator<String> writing) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(phone|text|id|time|sign|account|secret)}");

    static Template plain(String text) {
        return new Template(text, UnaryOperator.identity());
    }

    static Template form(String text, Charset charset) {
        return new Template(text, value -> URLEncoder.encode(value, charset));
    }

    static Template json(String text) {
        return new Template(
                text, value -> String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)));
    }

    String fill(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(writing.apply(values.getOrDefault(found.group(1), ""))));
    }
}
