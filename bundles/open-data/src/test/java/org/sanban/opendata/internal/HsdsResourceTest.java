// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.matters.Scope;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.Samples;
import org.sanban.opendata.test.HsdsSchemas;

/** The directory as others read it. */
class HsdsResourceTest {
    /** As the REST door writes. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private final Town town = new Town();
    private final HsdsResource hsds = town.hsds("示例来源");

    @Test
    void everyListAndEveryObjectIsAsTheSchemasSay() {
        for (boolean full : new boolean[] {false, true}) {
            String ending = full ? "" : "_list";
            conforms("service" + ending, services(null, null, null, full, 1, 20));
            conforms("organization" + ending, json(hsds.organizations(null, full, 1, 20, null)));
            conforms("service_at_location" + ending, json(hsds.places(null, null, null, full, 1, 20, null)));
        }
        services(null, null, null, false, 1, 20)
                .path("contents")
                .forEach(s -> conforms("service", one(hsds.service(id(s), null))));
        json(hsds.organizations(null, false, 1, 20, null))
                .path("contents")
                .forEach(o -> conforms("organization", one(hsds.organization(id(o), null))));
        json(hsds.places(null, null, null, false, 1, 20, null))
                .path("contents")
                .forEach(p -> conforms("service_at_location", one(hsds.place(id(p), null))));
    }

    @Test
    void whatTheSchemasDoNotKnowIsAFault() {
        assertFalse(HsdsSchemas.faults("service", json(java.util.Map.of("id", "7", "name", "x", "status", "active")))
                .isEmpty());
        JsonNode unknown =
                json(java.util.Map.of("id", Ids.of("x", "y"), "name", "x", "status", "active", "colour", "red"));
        assertTrue(HsdsSchemas.faults("service", unknown).toString().contains("colour"));
    }

    @Test
    void aWholeServiceTellsAllElementsOfItsGuide() {
        JsonNode listed =
                services("A1", null, null, false, 1, 20).path("contents").get(0);
        JsonNode service = json(hsds.service(id(listed), null));
        assertEquals("承诺 5 个工作日，法定 20 个工作日", service.path("wait_time").asText());
        assertEquals(
                "1. 申请\n2. 受理\n3. 决定\n4. 送达",
                service.path("application_process").asText());
        assertEquals("不收费", service.path("fees_description").asText());
        assertEquals(
                "居民身份证（必需，原件1份，复印件1份）",
                service.path("required_documents").get(0).path("document").asText());
        assertEquals(
                "0915-8400001", service.path("phones").get(0).path("number").asText());
        assertTrue(service.path("attributes").toString().contains("示例依据"), service.toString());
        assertTrue(service.path("alert").asText().contains("示例"), "a sample is marked");
        assertEquals(2, service.path("service_at_locations").size(), "hall and centre");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        JsonNode listed =
                services("𠮷", null, null, false, 1, 20).path("contents").get(0);
        JsonNode service = json(hsds.service(id(listed), null));
        for (String absent : List.of("wait_time", "fees_description", "application_process", "phones", "alert")) {
            assertFalse(service.has(absent), absent + ": " + service);
        }
        assertEquals(1, service.path("service_at_locations").size(), "only the level that its guide names");
    }

    @Test
    void anAddressIsCompleteOrADescription() {
        String hall = Ids.of("site", Town.HALL.code()).toString();
        JsonNode complete =
                json(hsds.organization(hall, null)).path("locations").get(0);
        assertEquals(
                "示例路1号", complete.path("addresses").get(0).path("address_1").asText());
        JsonNode unknown =
                json(town.hsds("").organization(hall, null)).path("locations").get(0);
        assertFalse(unknown.has("addresses"));
        assertTrue(unknown.path("description").asText().startsWith("示例路1号"));
    }

    @Test
    void pagesCountAndHold() {
        JsonNode second = services(null, null, null, false, 2, 2);
        assertEquals(3, second.path("total_items").asInt());
        assertEquals(2, second.path("total_pages").asInt());
        assertEquals(1, second.path("size").asInt());
        assertTrue(second.path("last_page").asBoolean());
        assertFalse(second.path("first_page").asBoolean());
        JsonNode beyond = services(null, null, null, false, 9, 2);
        assertTrue(beyond.path("empty").asBoolean());
        assertEquals(
                5,
                json(hsds.places(null, null, null, false, 1, 20, null))
                        .path("total_items")
                        .asInt());
        Set<String> ids = new java.util.HashSet<>();
        for (int page = 1; page <= 3; page++) {
            json(hsds.places(null, null, null, false, page, 2, null))
                    .path("contents")
                    .forEach(p -> ids.add(id(p)));
        }
        assertEquals(5, ids.size());
    }

    @Test
    void listsAreFiltered() {
        String department = Ids.of("department", "示例局").toString();
        assertEquals(
                2,
                services(null, department, null, false, 1, 20)
                        .path("total_items")
                        .asInt());
        assertEquals(
                1,
                services(null, null, "2026-02-01", false, 1, 20)
                        .path("total_items")
                        .asInt());
        String centre = Ids.of("site", Samples.SITE.code()).toString();
        assertEquals(
                2,
                json(hsds.places(null, centre, null, false, 1, 20, null))
                        .path("total_items")
                        .asInt());
        assertEquals(
                0,
                services(null, Ids.of("x", "y").toString(), null, false, 1, 20)
                        .path("total_items")
                        .asInt());
    }

    @Test
    void aListOfTheWindowSaysWhatIsOfferedAtATownsCentre() {
        town.matters.publish(
                new Scope("window", Samples.TOWN, 1, null, "示例", Set.of("A2"), null, null, true), Samples.admin());
        String centre = Ids.of("site", Samples.SITE.code()).toString();
        JsonNode offered = json(hsds.places(null, centre, null, false, 1, 20, null));
        assertEquals(1, offered.path("total_items").asInt());
        assertEquals(
                "示例事项A2",
                offered.path("contents").get(0).path("service").path("name").asText());
    }

    @Test
    void whatIsWrongIsNamed() {
        assertEquals("page", field(() -> hsds.services(null, null, null, false, 0, 20, null)));
        assertEquals("per_page", field(() -> hsds.services(null, null, null, false, 1, 201, null)));
        assertEquals("modified_after", field(() -> hsds.services(null, null, "昨天", false, 1, 20, null)));
        assertEquals("organization_id", field(() -> hsds.services(null, "民政局", null, false, 1, 20, null)));
        Problem unknown =
                assertThrows(Problem.class, () -> hsds.service(Ids.of("x", "y").toString(), null));
        assertEquals(Problem.Kind.NOT_FOUND, unknown.kind());
    }

    private static String field(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(Problem.class, call).violations().get(0).field();
    }

    private JsonNode services(String search, String organization, String after, boolean full, int page, int size) {
        return json(hsds.services(search, organization, after, full, page, size, null));
    }

    private static String id(JsonNode node) {
        return node.path("id").asText();
    }

    /** A single object, as a page of one. */
    private static JsonNode one(Object object) {
        return JSON.createObjectNode().set("contents", JSON.createArrayNode().add(json(object)));
    }

    private static void conforms(String schema, JsonNode page) {
        assertFalse(page.path("contents").isEmpty(), schema);
        page.path("contents")
                .forEach(item -> assertEquals(List.of(), HsdsSchemas.faults(schema, item), schema + " " + item));
    }

    private static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }
}
