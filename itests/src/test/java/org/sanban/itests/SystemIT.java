// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator and an integrator gain: health, numbers and one description of every address. */
@ExtendWith(Distribution.class)
class SystemIT {
    private final Rest anyone = Distribution.get().anyone();

    @Test
    void oneDocumentDescribesEveryAddress() {
        JsonNode document = anyone.get("/openapi.json").expect(200).json();
        assertTrue(document.path("openapi").asText().startsWith("3."));
        for (String path : List.of(
                "/cases", "/cases/{number}/actions", "/matters/{code}", "/sites", "/sessions", "/progress/{number}")) {
            assertTrue(document.path("paths").has(path), path);
        }
        document.path("paths")
                .forEach(item -> item.forEach(operation -> assertTrue(
                        operation.path("responses").has("default"),
                        operation.path("operationId").asText())));
        assertTrue(anyone.get("/api/docs/").expect(200).body().contains("swagger-ui-bundle.js"));
        anyone.get("/api/docs/swagger-ui-bundle.js").expect(200);
    }

    @Test
    void theSampleCountyIsThere() {
        assertEquals(
                11,
                anyone.get("/divisions?parent=610926000000&limit=50")
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        assertEquals(
                "城关镇便民服务中心",
                anyone.get("/sites/" + Sample.SITE)
                        .expect(200)
                        .json()
                        .path("name")
                        .asText());
        Rest.Answer page = anyone.get("/matters?limit=100");
        assertEquals(100, page.json().path("items").size());
        assertTrue(page.headers().firstValue("Link").orElseThrow().endsWith("rel=\"next\""));
    }

    @Test
    void numbersAndHealthAreShown() {
        assertTrue(anyone.get("/system/metrics").expect(200).body().contains("sanban_case_commands_total"));
        assertEquals(
                "OK",
                anyone.get("/system/health?tags=readiness&format=json")
                        .json()
                        .path("overallResult")
                        .asText());
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        Rest clerk = Distribution.get().as("chengguan-clerk");
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        String tag = clerk.get("/cases/" + number).headers().firstValue("ETag").orElseThrow();
        assertEquals("\"1\"", tag);
        clerk.get("/cases/" + number, "If-None-Match", tag).expect(304);
    }
}
