// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an integrator gains: a description that generators take, and that says of every operation what it answers. */
@ExtendWith(Distribution.class)
class OpenApiIT {
    private final Rest.Answer document = Distribution.get().anyone().get("/openapi.json");

    @Test
    void aStrictReaderFindsNothingWrong() {
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(document.body(), null, null);
        assertEquals(List.of(), read.getMessages());
        assertTrue(read.getOpenAPI().getPaths().size() > 20);
    }

    @Test
    void everyOperationSaysWhatItDoesAndAnswers() {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        document.json().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    faults(operation.getValue()).forEach(fault -> faults.add(name + ": " + fault));
                    if (!ids.add(operation.getValue().path("operationId").asText())) {
                        faults.add(name + ": its operationId stands twice");
                    }
                }));
        assertEquals(List.of(), faults);
    }

    private static List<String> faults(JsonNode operation) {
        List<String> faults = new ArrayList<>();
        if (operation.path("summary").asText().isBlank()) {
            faults.add("no summary");
        }
        JsonNode responses = operation.path("responses");
        if (!responses.path("default").path("$ref").asText().endsWith("/Problem")) {
            faults.add("no problem as default");
        }
        boolean answers = false;
        for (String status : List.of("200", "201", "202")) {
            answers |= responses.path(status).path("content").size() > 0;
        }
        if (!answers && !responses.has("204")) {
            faults.add("does not say what it answers");
        }
        operation.path("requestBody").path("content").forEach(content -> {
            if (!content.has("schema")) {
                faults.add("takes a body without a schema");
            }
        });
        return faults;
    }
}
