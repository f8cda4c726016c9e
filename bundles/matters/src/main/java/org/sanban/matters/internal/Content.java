// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.sanban.api.matters.Guide;

/** The texts of a guide as its row keeps them: one JSON text. Numbers and ids are sorted, so that equals compare. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Content(
        List<String> conditions,
        List<String> process,
        List<Guide.Material> materials,
        List<String> basis,
        String fee,
        String result,
        String supervisionPhone,
        List<Integer> levels,
        List<String> modes) {
    /** Most characters of the column. */
    static final int LONGEST = 32_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Content {
        conditions = given(conditions);
        process = given(process);
        materials = given(materials);
        basis = given(basis);
        levels = given(levels);
        modes = given(modes);
    }

    static Content of(Guide guide) {
        return new Content(
                guide.conditions(),
                guide.process(),
                guide.materials(),
                guide.basis(),
                guide.fee(),
                guide.result(),
                guide.supervisionPhone(),
                guide.levels().stream().sorted().toList(),
                guide.modes().stream().sorted().toList());
    }

    static Content read(String json) {
        try {
            return MAPPER.readValue(json, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of this bundle holds JSON that it did not write", e);
        }
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Guide guide(int version, Instant published, Instant withdrawn, Integer statutoryDays, Integer committedDays) {
        return new Guide(
                version,
                published,
                withdrawn,
                conditions,
                process,
                materials,
                statutoryDays,
                committedDays,
                basis,
                fee,
                result,
                supervisionPhone,
                new HashSet<>(levels),
                new HashSet<>(modes));
    }

    private static <T> List<T> given(List<T> list) {
        return List.copyOf(Objects.requireNonNullElse(list, List.of()));
    }
}
