// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** The JSON texts in the rows of this bundle. */
final class Json {
    /** Most characters of a text column. */
    private static final int LONGEST = 32_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private static final Texts TEXTS = Texts.of(Json.class);

    private Json() {}

    /** @throws Problem invalid, when it is too long for a text column */
    static String write(Object value) {
        try {
            String text = MAPPER.writeValueAsString(value);
            if (text.length() > LONGEST) {
                throw Problem.invalid("", TEXTS.get("too-long", LONGEST));
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T read(Class<T> type, String text) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of this bundle holds JSON that it did not write", e);
        }
    }
}
