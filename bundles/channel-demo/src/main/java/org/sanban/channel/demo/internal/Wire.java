// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** JSON in and out of the simulated parties. */
final class Wire {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 20;

    private Wire() {}

    /** What was posted; a missing node for what is no JSON. */
    static JsonNode read(HttpServletRequest request) throws IOException {
        return read(bytes(request));
    }

    /** What was posted, as it is. */
    static byte[] bytes(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(LONGEST);
    }

    static JsonNode read(byte[] body) {
        return read(new String(body, StandardCharsets.UTF_8));
    }

    static JsonNode read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    static void write(HttpServletResponse response, JsonNode answer) throws IOException {
        response.setContentType("application/json; charset=utf-8");
        response.getOutputStream().write(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A command that cannot be done: why, as a key of the page's texts. */
    static ObjectNode wrong(String key) {
        return object().put("error", key);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
