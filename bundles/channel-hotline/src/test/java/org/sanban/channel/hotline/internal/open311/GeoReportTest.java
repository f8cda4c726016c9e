// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.test.Samples;
import org.sanban.channel.hotline.internal.Desk;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The open door, by what the published specification says of each method: its fields, its errors, both formats. */
class GeoReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final String KEY = "0123456789abcdef-app";
    private static final String OTHER = "0123456789abcdef-other";
    /** GeoReport v2, GET Service List. */
    private static final List<String> SERVICE =
            List.of("service_code", "service_name", "description", "metadata", "type", "keywords", "group");
    /** GeoReport v2, GET Service Definition. */
    private static final List<String> ATTRIBUTE =
            List.of("variable", "code", "datatype", "required", "datatype_description", "order", "description");
    /** GeoReport v2, GET Service Requests. */
    private static final List<String> REQUEST = List.of(
            "service_request_id",
            "status",
            "status_notes",
            "service_name",
            "service_code",
            "description",
            "agency_responsible",
            "service_notice",
            "requested_datetime",
            "updated_datetime",
            "expected_datetime",
            "address",
            "address_id",
            "zipcode",
            "lat",
            "long",
            "media_url");

    private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)";

    private final Desk desk = Desk.derby(Map.of(
            "open311Keys",
            new String[] {"app|" + Samples.TOWN + "|5|" + KEY + ",other|" + Samples.TOWN + "|1|" + OTHER},
            "open311Jurisdiction",
            "pingli.example",
            "open311Contact",
            "示例 <a@example.org> & co"));
    private final GeoReport report = new GeoReport(desk.settings, desk.requests, desk.cases, desk.registry, desk::now);

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void theServiceListIsAsTheSpecificationHasIt() throws Exception {
        JsonNode list = json(report.services(json(), null));
        assertEquals(7, list.size());
        for (JsonNode service : list) {
            assertEquals(SERVICE, names(service));
            assertTrue(service.path("metadata").isBoolean());
            assertEquals("realtime", service.path("type").asText());
        }
        same("services", list, report.services(xml(), "pingli.example"));
        Element first = root(report.services(xml(), null));
        assertEquals("service", first.getFirstChild().getNodeName());
    }

    @Test
    void aServiceDefinitionNamesWhatIsAsked() throws Exception {
        JsonNode definition = json(report.service(json(), "appointment", ""));
        assertEquals(List.of("service_code", "attributes"), names(definition));
        int order = 1;
        for (JsonNode attribute : definition.path("attributes")) {
            List<String> fields = new ArrayList<>(ATTRIBUTE);
            if (attribute.path("datatype").asText().endsWith("list")) {
                fields.add("values");
                assertEquals(
                        List.of("key", "name"), names(attribute.path("values").get(0)));
                assertEquals(
                        "onsite", attribute.path("values").get(0).path("key").asText());
            }
            assertEquals(fields, names(attribute));
            assertEquals(order++, attribute.path("order").asInt());
            assertTrue(List.of("string", "number", "datetime", "text", "singlevaluelist", "multivaluelist")
                    .contains(attribute.path("datatype").asText()));
        }
        same("service_definition", definition, report.service(xml(), "appointment", null));
        assertError(404, report.service(xml(), "033", null));
        assertError(404, report.service(json(), "help", "elsewhere.example"));
    }

    @Test
    void aRequestIsFiledAndFollowed() throws Exception {
        JsonNode filed = json(file(json(), whole()));
        assertEquals(1, filed.size());
        assertEquals(List.of("service_request_id", "service_notice", "account_id"), names(filed.get(0)));
        String id = filed.get(0).path("service_request_id").asText();
        JsonNode own = json(report.request(json(), id, null, KEY)).get(0);
        assertEquals(REQUEST, names(own));
        assertEquals("<b>坑</b> & \"大\"\n𠮷", own.path("description").asText());
        assertEquals("open", own.path("status").asText());
        assertEquals("32.39", own.path("lat").asText());
        assertTrue(own.path("long").isNumber());
        for (String moment : List.of("requested_datetime", "updated_datetime", "expected_datetime")) {
            assertTrue(own.path(moment).asText().matches(MOMENT), own.toString());
        }
        assertEquals("2026-11-27T23:59:59+08:00", own.path("expected_datetime").asText());
        same("service_requests", json(report.request(json(), id, null, KEY)), report.request(xml(), id, null, KEY));
        JsonNode token = json(report.token(json(), id, null)).get(0);
        assertEquals(List.of("service_request_id", "token"), names(token));
        desk.answer(id);
        assertEquals(
                "closed",
                json(report.request(json(), id, null, null))
                        .get(0)
                        .path("status")
                        .asText());
        assertEquals(
                "已安排专人值守",
                json(report.request(json(), id, null, KEY))
                        .get(0)
                        .path("status_notes")
                        .asText());
        assertError(404, report.request(xml(), "SB-0", null, null));
        assertError(404, report.token(json(), "SB-0", null));
    }

    @Test
    void whatMayBePersonalIsReadByWhoFiledItAlone() throws Exception {
        String id = id(file(json(), whole()));
        for (String key : new String[] {null, OTHER}) {
            JsonNode read = json(report.requests(json(), search(null, null, null, null, null), null, key))
                    .get(0);
            assertEquals(REQUEST, names(read));
            assertEquals(id, read.path("service_request_id").asText());
            for (String field : List.of("description", "address", "lat", "long", "media_url")) {
                assertTrue(read.path(field).isNull(), field);
            }
            assertFalse(read.toString().contains("1380"), read.toString());
        }
        assertError(403, report.request(json(), id, null, "guessed"));
        String whole = text(report.request(json(), id, null, KEY));
        assertFalse(whole.contains("13800001234") || whole.contains("张三"), "who called is not told at all");
    }

    @Test
    void theListIsNarrowedAsTheSpecificationSays() throws Exception {
        String help = id(file(json(), whole()));
        Map<String, String> suggestion = whole();
        suggestion.put("service_code", "suggestion");
        String second = id(file(json(), suggestion));
        desk.answer(help);
        assertEquals(List.of(second, help), ids(search(null, null, null, null, null)));
        assertEquals(List.of(second), ids(search(null, null, null, null, "open")));
        assertEquals(List.of(help), ids(search(null, null, null, null, "closed")));
        assertEquals(List.of(second, help), ids(search(null, "", "", null, "open,closed")));
        assertEquals(List.of(second), ids(search(null, "suggestion", null, null, null)));
        assertEquals(List.of(second, help), ids(search(null, "help,suggestion", null, null, null)));
        assertEquals(List.of(help), ids(search(help + ",SB-0", "suggestion", null, null, "open")), "ids go before all");
        assertEquals(List.of(), ids(search(null, null, null, "2026-11-23T00:00:00Z", null)));
        assertEquals(List.of(second, help), ids(search(null, null, "2026-11-24T00:00:00 08:00", null, null)));
        assertError(400, requests(search(null, null, "2026-01-01T00:00:00Z", "2026-11-24T00:00:00Z", null)));
        assertError(400, requests(search(null, null, "yesterday", null, null)));
        assertError(400, requests(search(null, null, null, null, "pending")));
        assertError(404, requests(search(null, "033", null, null, null)));
    }

    @Test
    void everyErrorHasItsCodeAndDescription() throws Exception {
        Map<String, String> none = new LinkedHashMap<>();
        assertError(403, file(xml(), none));
        none.put("api_key", "guessed");
        assertError(403, file(json(), none));
        none.put("api_key", KEY);
        assertError(400, file(xml(), none));
        none.put("service_code", "033");
        assertError(404, file(xml(), none));
        none.put("service_code", "appointment");
        none.put("attribute[mode]", "by-rocket");
        none.put("attribute[colour]", "red");
        none.put("lat", "north");
        Answer.Written several = file(json(), none);
        assertError(400, several);
        assertEquals(4, json(several).size(), text(several));
        assertError(404, report.nothing(new Answer("v2/services.yaml", null), "v2/services.yaml"));
    }

    @Test
    void aQuotaThatIsUsedUpIsToldUntilTheNextHour() throws Exception {
        assertEquals(200, filed(OTHER).status());
        Answer.Written more = filed(OTHER);
        assertEquals(400, more.status(), "the specification knows no 429");
        assertEquals(429, json(more).get(0).path("code").asInt());
        assertEquals(3601, more.pause());
        assertEquals(200, filed(KEY).status());
    }

    @Test
    void whatIsEncodedWronglyIsRefusedInWords() throws Exception {
        String body = encoded(whole(), StandardCharsets.UTF_8);
        assertError(400, post("text/plain", body));
        assertError(400, post("application/x-www-form-urlencoded; charset=GBK", body));
        assertError(400, post(FORM, encoded(whole(), Charset.forName("GBK"))));
        assertError(400, post(FORM, body + "&x=%"));
        assertError(400, post(FORM, body + "&x=%zz"));
        assertError(400, post(FORM, body + "&service_code=help"));
        assertError(400, post(FORM, body + "&device_id=" + "x".repeat(70_000)));
        assertError(400, post(FORM, body + "%01"));
        assertEquals(200, post("application/x-www-form-urlencoded", body).status());
        assertEquals(
                200,
                post("application/x-www-form-urlencoded;charset=\"UTF-8\"", body)
                        .status());
    }

    @Test
    void discoveryLeadsToTheDoor() throws Exception {
        JsonNode discovery = json(report.discovery(json(), "http://here"));
        assertEquals(List.of("changeset", "contact", "key_service", "endpoints"), names(discovery));
        JsonNode endpoint = discovery.path("endpoints").get(0);
        assertEquals(List.of("specification", "url", "changeset", "type", "formats"), names(endpoint));
        assertEquals(
                "http://wiki.open311.org/GeoReport_v2",
                endpoint.path("specification").asText());
        assertEquals("http://here/api/open311/v2", endpoint.path("url").asText());
        same("discovery", discovery, report.discovery(xml(), "http://here"));
    }

    @Test
    void theLanguageIsTheCallers() throws Exception {
        JsonNode english = json(report.services(new Answer("json", "en-GB,en;q=0.9"), null));
        assertEquals("Advice", english.get(0).path("service_name").asText());
        assertNull(json(report.services(json(), null)).get(0).get("service_name_en"));
    }

    private static Map<String, String> whole() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("api_key", KEY);
        form.put("jurisdiction_id", "pingli.example");
        form.put("service_code", "help");
        form.put("lat", "32.39");
        form.put("long", "109.36");
        form.put("address_string", "示例路 1 号 <后门>");
        form.put("email", "a@example.org");
        form.put("first_name", "三");
        form.put("last_name", "张");
        form.put("phone", "13800001234");
        form.put("description", "<b>坑</b> & \"大\"\n𠮷");
        form.put("media_url", "http://example.org/a.jpg?x=1&y=2");
        return form;
    }

    private Answer.Written filed(String key) {
        Map<String, String> form = whole();
        form.put("api_key", key);
        return file(json(), form);
    }

    private Answer.Written file(Answer answer, Map<String, String> form) {
        byte[] body = encoded(form, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII);
        return report.file(answer, FORM, new ByteArrayInputStream(body));
    }

    private Answer.Written post(String type, String body) {
        return report.file(xml(), type, new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(Map<String, String> form, Charset charset) {
        return form.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), charset) + "=" + URLEncoder.encode(e.getValue(), charset))
                .collect(Collectors.joining("&"));
    }

    private static Search search(String ids, String codes, String from, String to, String status) {
        return new Search(ids, codes, from, to, status);
    }

    private Answer.Written requests(Search search) {
        return report.requests(json(), search, null, null);
    }

    private List<String> ids(Search search) throws IOException {
        return json(requests(search)).findValuesAsText("service_request_id");
    }

    private static String id(Answer.Written filed) throws IOException {
        return json(filed).get(0).path("service_request_id").asText();
    }

    private static Answer json() {
        return new Answer("json", null);
    }

    private static Answer xml() {
        return new Answer("xml", null);
    }

    private static String text(Answer.Written written) {
        return new String(written.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Answer.Written written) throws IOException {
        assertEquals("application/json; charset=utf-8", written.type());
        return JSON.readTree(written.body());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = object.fieldNames(); all.hasNext(); ) {
            names.add(all.next());
        }
        return names;
    }

    private static Element root(Answer.Written written) throws Exception {
        assertEquals("text/xml; charset=utf-8", written.type());
        assertTrue(text(written).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>"), text(written));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(written.body()))
                .getDocumentElement();
    }

    /** GeoReport v2, Errors: {@code errors/error/code, description}, in whichever format was asked for. */
    private static void assertError(int status, Answer.Written written) throws Exception {
        assertEquals(status, written.status(), text(written));
        if (written.type().startsWith("application/json")) {
            for (JsonNode error : json(written)) {
                assertEquals(List.of("code", "description"), names(error));
                assertTrue(error.path("code").isInt());
            }
            assertFalse(json(written).isEmpty());
        } else {
            Element root = root(written);
            assertEquals("errors", root.getNodeName());
            assertEquals("error", root.getFirstChild().getNodeName());
            assertEquals("code", root.getFirstChild().getFirstChild().getNodeName());
            assertFalse(root.getFirstChild().getLastChild().getTextContent().isBlank());
        }
    }

    /** Both formats say the same, as the Spark convention maps them. */
    private static void same(String root, JsonNode json, Answer.Written xml) throws Exception {
        Element element = root(xml);
        assertEquals(root, element.getNodeName());
        same(json, element);
    }

    private static void same(JsonNode json, Node xml) {
        NodeList children = xml.getChildNodes();
        if (json.isContainerNode()) {
            assertEquals(json.size(), children.getLength(), xml.getNodeName());
            Iterator<String> names = json.fieldNames();
            for (int i = 0; i < children.getLength(); i++) {
                Node child = children.item(i);
                if (json.isObject()) {
                    assertEquals(names.next(), child.getNodeName());
                }
                same(json.isArray() ? json.get(i) : json.get(child.getNodeName()), child);
            }
        } else {
            assertEquals(json.isNull() ? "" : json.asText(), xml.getTextContent());
        }
    }
}
