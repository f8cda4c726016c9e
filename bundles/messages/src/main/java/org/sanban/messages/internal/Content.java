// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a message says.
 *
 * @param values text by field of the channel's template, in order
 * @param text the whole in words
 * @param link where more can be read, {@code null} for none
 * @param language {@code zh} or {@code en}
 * @param important whether a person calls where nothing reaches
 */
record Content(Map<String, String> values, String text, String link, String language, boolean important) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    String json() {
        return write(this);
    }

    static Content of(String json) {
        try {
            return JSON.readValue(json, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message's content cannot be read", e);
        }
    }

    /** Patterns of a template as its row keeps them. */
    static String fields(Map<String, String> fields) {
        return write(fields);
    }

    static Map<String, String> fields(String json) {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a template's fields cannot be read", e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
