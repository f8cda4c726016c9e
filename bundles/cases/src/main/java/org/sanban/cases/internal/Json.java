// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** The JSON texts in the rows of this bundle. */
final class Json {
    /** Most characters of a text column ({@code ${text}} of the migrations). */
    static final int LONGEST = 32_000;

    private static final ObjectMapper MAPPER = mapper(JsonInclude.Include.NON_NULL, false);
    private static final ObjectWriter WHOLE = MAPPER.writer();
    private static final ObjectWriter LEAN =
            mapper(JsonInclude.Include.NON_EMPTY, false).writer();
    /** Moments as numbers: reading them as text cost an eighth of reading a case. */
    private static final ObjectWriter NUMBERS =
            mapper(JsonInclude.Include.NON_EMPTY, true).writer();

    private static final ObjectReader DATA = MAPPER.readerFor(CaseData.class);
    private static final ObjectReader DETAIL = MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});
    private static final ObjectReader WORKFLOW = MAPPER.readerFor(Workflow.class);
    private static final Texts TEXTS = Texts.of(Json.class);

    private Json() {}

    private static ObjectMapper mapper(JsonInclude.Include include, boolean numbers) {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, numbers)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(JsonInclude.Value.construct(include, include))
                .build();
    }

    /**
     * Writes a value for a text column.
     *
     * @throws Problem invalid, when it is too long for one: answers, materials and remarks of a case are bounded
     */
    static String write(Object value) {
        return bounded(write(LEAN, value));
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw Problem.invalid("answers", TEXTS.get("answers.too-long", LONGEST));
        }
        return text;
    }

    /** Writes what a case's row holds, bounded as {@link #write(Object)}. */
    static String write(CaseData data) {
        return bounded(write(NUMBERS, data));
    }

    /** Writes a workflow, empty lists and all. */
    static String write(Workflow workflow) {
        return write(WHOLE, workflow);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static CaseData data(String text) {
        return read(DATA, text);
    }

    static Map<String, Object> detail(String text) {
        return read(DETAIL, text);
    }

    static Workflow workflow(String text) {
        return read(WORKFLOW, text);
    }

    private static <T> T read(ObjectReader reader, String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of this bundle holds JSON that it did not write", e);
        }
    }
}
