// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.junit.jupiter.api.Test;
import org.sanban.api.web.RestResource;

class OpenApiTest {
    /** Lists of two bundles, each with a line of its own. */
    @Path("/")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Sums implements RestResource {
        /** A line of it. */
        public record Line(int sum) {}

        @Override
        public String path() {
            return "day-sums";
        }

        @GET
        public Line line() {
            return new Line(1);
        }
    }

    @Path("/")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Names implements RestResource {
        /** A line of it. */
        public record Line(String name) {}

        @Override
        public String path() {
            return "names";
        }

        @GET
        public Line line() {
            return new Line("示例");
        }
    }

    @Test
    void typesOfTheSameNameStayApart() throws Exception {
        JsonNode document = new ObjectMapper().readTree(OpenApi.document(List.of(new Names(), new Sums())));
        assertTrue(schema(document, "/names").path("properties").has("name"), document.toPrettyString());
        assertTrue(schema(document, "/day-sums").path("properties").has("sum"), document.toPrettyString());
        assertEquals(
                "#/components/schemas/NamesLine",
                answer(document, "/names").path("$ref").asText());
    }

    private static JsonNode schema(JsonNode document, String path) {
        String name = answer(document, path).path("$ref").asText().replaceAll(".*/", "");
        return document.path("components").path("schemas").path(name);
    }

    private static JsonNode answer(JsonNode document, String path) {
        return document.path("paths").path(path).path("get").path("responses").findValue("schema");
    }
}
