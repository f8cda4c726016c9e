// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a word stands in what a provider says, and which words mean something: {@code /code=0,00000}.
 *
 * @param at {@code null} for a rule that never applies
 */
record Rule(JsonPointer at, Set<String> values) {
    /** @param written empty for a rule that never applies */
    static Rule of(String field, String written) {
        if (written.isBlank()) {
            return new Rule(null, Set.of());
        }
        int equals = written.indexOf('=');
        Checks.check(equals > 0, field, SmsChannel.TEXTS.get("rule"));
        Set<String> values = Arrays.stream(written.substring(equals + 1).split(","))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        return new Rule(pointer(field, written.substring(0, equals)), values);
    }

    /** @param written empty for the whole */
    static JsonPointer pointer(String field, String written) {
        try {
            return JsonPointer.compile(written.strip());
        } catch (IllegalArgumentException e) {
            Checks.check(false, field, SmsChannel.TEXTS.get("pointer"));
            return null;
        }
    }

    boolean applies(JsonNode said) {
        return at != null && values.contains(said.at(at).asText());
    }

    /** The word itself, empty where there is none. */
    String word(JsonNode said) {
        return at == null ? "" : said.at(at).asText();
    }
}
