// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sanban.opendata.test.CpsvShapes;
import org.sanban.opendata.test.HsdsSchemas;

/** What another system gains: sites and services in formats it knows, as strictly as their schemas say. */
@ExtendWith(Distribution.class)
class OpenDataIT {
    private final Rest anyone = Distribution.get().anyone();

    @Test
    void theDirectorySaysWhatItIs() {
        JsonNode about = anyone.get("/api/hsds").expect(200).json();
        assertEquals("3.0", about.path("version").asText());
        assertEquals(200, anyone.get("/api/hsds/").status());
        // CXF calls the loopback by its name, whatever the caller called it.
        String url = about.path("openapi_url").asText().replace("//localhost:", "//127.0.0.1:");
        assertEquals(Distribution.get().base() + "/api/v1/openapi.json", url);
        JsonNode operation = anyone.get("/openapi.json")
                .json()
                .path("paths")
                .path("/hsds/services/{id}")
                .path("get");
        assertEquals("/api", operation.path("servers").get(0).path("url").asText());
    }

    @Test
    void everyListConforms() {
        for (String noun : List.of("services", "organizations", "service_at_locations")) {
            String schema = noun.substring(0, noun.length() - 1) + "_list";
            JsonNode page = page(noun, "per_page=200");
            assertTrue(page.path("total_items").asInt() >= page.path("size").asInt());
            assertFalse(page.path("empty").asBoolean(), noun);
            conforms(schema, page.path("contents"));
            int last = page.path("total_pages").asInt();
            JsonNode end = page(noun, "per_page=200&page=" + last);
            assertTrue(end.path("last_page").asBoolean(), noun);
            conforms(schema, end.path("contents"));
        }
    }

    @Test
    void wholeObjectsConform() {
        for (String noun : List.of("services", "organizations", "service_at_locations")) {
            String schema = noun.substring(0, noun.length() - 1);
            JsonNode first = page(noun, "per_page=2").path("contents");
            for (JsonNode line : first) {
                JsonNode whole = anyone.get(
                                "/api/hsds/" + noun + "/" + line.path("id").asText())
                        .expect(200)
                        .json();
                assertEquals(List.of(), HsdsSchemas.faults(schema, whole), whole.toString());
            }
            conforms(schema, page(noun, "per_page=2&full=true").path("contents"));
        }
    }

    @Test
    void everyMatterInForceConformsAsLinkedData() {
        int seen = 0;
        String next = "/api/cpsv/services?limit=200";
        while (next != null) {
            Rest.Answer answer = anyone.get(next).expect(200);
            assertEquals(
                    "application/ld+json",
                    answer.headers().firstValue("Content-Type").orElseThrow());
            assertEquals(List.of(), CpsvShapes.faults(answer.body()));
            seen += answer.json().path("@graph").size();
            next = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
        }
        assertEquals(page("services", "per_page=1").path("total_items").asInt(), seen);
    }

    @Test
    void whatIsWrongIsToldAsEverywhere() {
        Rest.Answer wrong = anyone.get("/api/hsds/services?per_page=201").expect(400);
        assertEquals(
                "per_page", wrong.json().path("violations").get(0).path("field").asText());
        anyone.get("/api/hsds/services/0").expect(400);
        anyone.get("/api/hsds/services/00000000-0000-0000-0000-000000000000").expect(404);
        anyone.get("/api/cpsv/services/NONE").expect(404);
        anyone.get("/api/hsds/nothing").expect(404);
    }

    private JsonNode page(String noun, String query) {
        return anyone.get("/api/hsds/" + noun + "?" + query).expect(200).json();
    }

    private static void conforms(String schema, JsonNode items) {
        items.forEach(item -> assertEquals(List.of(), HsdsSchemas.faults(schema, item), schema + " " + item));
    }
}
