// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 12345: what is told the hotline is taken once, answered back to the centre, and open to others as Open311. */
@ExtendWith(Distribution.class)
class HotlineIT {
    private static final String MODULE = "sanban-channel-hotline";
    private static final String TOWN = "610926100000";
    private static final String KEY = "0123456789abcdef-app";
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static int port;

    private final Sanban sanban = Distribution.get();
    private final Rest anyone = sanban.anyone();
    private final Rest centre = sanban.as("sample-system");
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest operator = operator();

    @BeforeAll
    static void install() throws IOException {
        Sanban sanban = Distribution.get();
        port = Sanban.freePort();
        Files.writeString(file(sanban), "limits = HELP=two|示例\ncentreUrl = nowhere\n");
        sanban.done("sanban:module-install " + new Archive(MODULE).file());
        Await.until(
                SOON, "what is wrong is named", () -> sanban.fault("hotline").contains("centreUrl"));
        assertTrue(sanban.fault("hotline").contains("etc/org.sanban.channel.hotline.cfg"), sanban.fault("hotline"));
        Await.until(
                SOON,
                "orders are taken all the same",
                () -> sanban.as("sample-system").get("/hotline-orders").status() == 200);
        Files.writeString(
                file(sanban),
                String.join(
                        "\n",
                        "limits = HELP=2|示例：甲县, REPORT=4|示例：甲县",
                        "centreUrl = http://127.0.0.1:" + port + "/answers",
                        "centreSecret = " + HotlineCentre.SECRET,
                        "retrySeconds = 1",
                        "open311Keys = app|" + TOWN + "|100|" + KEY,
                        ""));
        Await.until(
                SOON,
                "the hotline serves",
                () -> sanban.fault("hotline").isEmpty()
                        && sanban.anyone().get("/api/open311/v2/services.json").status() == 200
                        && sanban.as("sample-system").get("/hotline-orders").status() == 200);
    }

    /** It goes while others work, and leaves nothing. */
    @AfterAll
    static void remove() throws IOException {
        Sanban sanban = Distribution.get();
        Rest clerk = sanban.as("chengguan-clerk");
        try (Load others = Load.on(clerk, "/cases?limit=5", "/matters?limit=5", "/modes")) {
            others.awaitMore(20);
            sanban.done("sanban:module-remove " + MODULE);
            others.awaitMore(20);
            assertEquals(List.of(), others.failures());
        }
        Files.deleteIfExists(file(sanban));
        Await.until(
                SOON,
                "it is gone",
                () -> !sanban.anyone().get("/openapi.json").body().contains("hotline-orders"));
        assertFalse(sanban.jcmd("Thread.print").contains("sanban-hotline-courier"));
        assertEquals("", sanban.trouble());
    }

    private static Path file(Sanban sanban) {
        return sanban.home().resolve("etc/org.sanban.channel.hotline.cfg");
    }

    @Test
    void anOrderIsTakenOnceAndItsAnswerWaitsForTheCentre() throws IOException {
        Map<String, Object> order = Map.of(
                "number", "12345-20261130-1",
                "kind", "HELP",
                "text", "老人行动不便，窗口台阶太高",
                "callerName", "张示例",
                "callerPhone", "13800001234",
                "site", Sample.SITE);
        JsonNode taken = centre.post("/hotline-orders", order).expect(201).json();
        String id = taken.path("id").asText();
        assertEquals(
                id,
                centre.post("/hotline-orders", order)
                        .expect(200)
                        .json()
                        .path("id")
                        .asText());
        assertEquals(2, taken.path("limitDays").asInt(), "the file has several limits in one line");
        assertEquals("求助", taken.path("kindName").asText());
        centre.post("/hotline-orders", Map.of("kind", "HELPX", "text", "x")).expect(400);
        step(operator, id, 1, Map.of("action", "assign", "assignee", "chengguan-clerk"))
                .expect(200);
        assertEquals("张*", masked(centre, id).substring(0, 2));
        assertEquals(
                "13800001234",
                clerk.get("/hotline-orders/" + id).json().path("callerPhone").asText());
        step(clerk, id, 1, Map.of("action", "answer", "text", "已设坡道")).expect(409);
        step(clerk, id, 2, Map.of("action", "answer", "text", "已设坡道")).expect(200);
        JsonNode answered = centre.get("/hotline-orders?state=answered&number=12345-20261130-1")
                .expect(200)
                .json();
        assertEquals("已设坡道", answered.path("items").get(0).path("answer").asText());
        Await.until(SOON, "the answer waits", () -> anyone.get("/system/metrics")
                .body()
                .contains("sanban_hotline_out_waiting 1"));
        assertTrue(sanban.done("sanban:hotline-list --state ANSWERED").contains("12345-20261130-1"));
        Await.until(SOON, "whoever looks at the channels sees it", () -> state().equals("DOWN"));
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer server = HotlineCentre.opens(port, told, 204);
        try {
            Await.until(SOON, "the centre was told", () -> told(told, "12345-20261130-1") && state().equals("UP"));
        } finally {
            server.stop(0);
        }
        assertTrue(
                told.stream().anyMatch(one -> one.contains("12345-20261130-1") && one.contains("已设坡道")),
                told::toString);
        step(operator, id, 3, Map.of("action", "call-back", "reached", true, "text", "满意"))
                .expect(200);
    }

    @Test
    void whatTheCentreRefusesIsSentAgainWithOneCommand() throws IOException {
        String number = "12345-20261130-2";
        String id = centre.post(
                        "/hotline-orders",
                        Map.of("number", number, "kind", "HELP", "text", "窗口没有人", "site", Sample.SITE))
                .expect(201)
                .json()
                .path("id")
                .asText();
        List<String> refused = new CopyOnWriteArrayList<>();
        HttpServer server = HotlineCentre.opens(port, refused, 422);
        try {
            step(operator, id, 1, Map.of("action", "assign", "assignee", "chengguan-clerk"))
                    .expect(200);
            step(clerk, id, 2, Map.of("action", "answer", "text", "已安排专人")).expect(200);
            Await.until(
                    SOON,
                    "it was refused",
                    () -> told(refused, number)
                            && clerk.get("/hotline-orders/refused").body().contains(number));
        } finally {
            server.stop(0);
        }
        String shown = sanban.done("sanban:hotline-list --refused");
        assertTrue(shown.contains(number) && shown.contains("HTTP 422"), shown);
        clerk.post("/hotline-orders/resend", "").expect(403);
        List<String> told = new CopyOnWriteArrayList<>();
        server = HotlineCentre.opens(port, told, 204);
        try {
            sanban.done("sanban:hotline-resend");
            Await.until(
                    SOON,
                    "the centre was told",
                    () -> told(told, number)
                            && anyone.get("/system/metrics").body().contains("sanban_hotline_out_refused 0"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whoTelephonesRatesACaseThatHasEnded() {
        String number = Sample.ended(clerk, sanban.as("chengguan-officer"), Sample.committedMatter(clerk));
        Map<String, Object> rating = Map.of(
                "number",
                number,
                "phone",
                "1234",
                "judgement",
                Map.of("business", "SATISFIED", "window", "SATISFIED", "attitude", "FAIR"));
        Await.until(
                SOON,
                "it is known to have ended",
                () -> operator.post("/evaluations", rating).status() == 200);
        String seen = sanban.as("sample-admin")
                .get("/evaluations?limit=200")
                .expect(200)
                .body();
        assertTrue(seen.contains("hotline-it") && seen.contains("PHONE"), seen);
    }

    @Test
    void anAppointmentByTelephoneIsACase() {
        Map<String, Object> wish = Map.of(
                "mode",
                "onsite",
                "matter",
                published(),
                "site",
                Sample.SITE,
                "applicant",
                Sample.applicant(),
                "wishedAt",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3) + "T01:00:00Z",
                "place",
                "示例村一组",
                "answers",
                Map.of("need", "person", "circumstance", "elderly"));
        JsonNode made = operator.post("/hotline-appointments", wish, "Idempotency-Key", "hotline-it-1")
                .expect(201)
                .json();
        String number = made.path("number").asText();
        assertEquals(
                number,
                operator.post("/hotline-appointments", wish, "Idempotency-Key", "hotline-it-1")
                        .json()
                        .path("number")
                        .asText());
        JsonNode state = clerk.get("/cases/" + number).expect(200).json();
        assertEquals("onsite", state.path("mode").asText());
        assertEquals("phone", state.path("answers").path("via").asText());
        JsonNode entry = clerk.get("/cases/" + number + "/journal")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertEquals("hotline", entry.path("channel").asText(), entry.toString());
        assertEquals("hotline-it", entry.path("account").asText());
        JsonNode progress = operator.get("/hotline-orders/" + made.path("order").asText() + "/case")
                .expect(200)
                .json();
        assertEquals("OPEN", progress.path("status").asText());
        assertFalse(progress.toString().contains(Sample.ID));
        clerk.post("/hotline-appointments", wish).expect(403);
    }

    @Test
    void othersFileAndFollowByOpen311() throws IOException {
        JsonNode services =
                anyone.get("/api/open311/v2/services.json").expect(200).json();
        assertEquals(7, services.size());
        Rest.Answer definition =
                anyone.get("/api/open311/v2/services/appointment.xml").expect(200);
        assertEquals("text/xml; charset=utf-8", type(definition));
        assertTrue(definition.body().contains("<key>onsite</key><name>上门办</name>"), definition.body());
        String form =
                "service_code=suggestion&address_string=%E7%A4%BA%E4%BE%8B%E8%B7%AF&description=a%3Cb%26%F0%A0%AE%B7";
        Rest.Answer refused = filed("xml", form);
        assertEquals(403, refused.status());
        assertTrue(refused.body().contains("<errors><error><code>403</code><description>"), refused.body());
        JsonNode made = filed("json", "api_key=" + KEY + "&" + form).expect(200).json();
        String id = made.get(0).path("service_request_id").asText();
        String own = anyone.get("/api/open311/v2/requests/" + id + ".xml?api_key=" + KEY)
                .expect(200)
                .body();
        assertTrue(own.contains("<description>a&lt;b&amp;𠮷</description>"), own);
        JsonNode open = anyone.get(
                        "/api/open311/v2/requests.json?status=open&service_code=suggestion", "Accept", "text/html")
                .expect(200)
                .json();
        assertTrue(open.findValuesAsText("service_request_id").contains(id), open.toString());
        assertTrue(open.get(0).path("description").isNull(), open.toString());
        assertEquals(400, filed("json", "api_key=" + KEY + "&" + form + "%FF").status());
        assertEquals(404, anyone.get("/api/open311/v2/requests/none.json").status());
        Rest.Answer nowhere = anyone.get("/api/open311/v2/services.yaml").expect(404);
        assertTrue(nowhere.body().contains("<errors>"), nowhere.body());
        JsonNode discovery =
                anyone.get("/api/open311/discovery.json").expect(200).json();
        String door = discovery.path("endpoints").get(0).path("url").asText();
        assertEquals(sanban.base() + "/api/open311/v2", door);
        assertEquals(
                List.of(),
                new OpenAPIV3Parser()
                        .readContents(anyone.get("/openapi.json").body(), null, null)
                        .getMessages());
    }

    private String state() {
        return sanban.channel("hotline").path("state").asText();
    }

    private static boolean told(List<String> messages, String number) {
        return messages.stream().anyMatch(message -> message.contains(number));
    }

    private Rest.Answer filed(String format, String form) {
        return anyone.post(
                "/api/open311/v2/requests." + format, form.getBytes(StandardCharsets.US_ASCII), "Content-Type", FORM);
    }

    private static String type(Rest.Answer answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replace(";charset", "; charset");
    }

    private String masked(Rest who, String id) {
        return who.get("/hotline-orders/" + id)
                .expect(200)
                .json()
                .path("callerName")
                .asText();
    }

    private static Rest.Answer step(Rest who, String id, int version, Map<String, Object> step) {
        Map<String, Object> whole = new HashMap<>(step);
        whole.put("version", version);
        return who.post("/hotline-orders/" + id + "/steps", whole);
    }

    /** The code of a matter that is served at home. */
    private String published() {
        for (JsonNode one : anyone.get("/scopes/onsite/" + TOWN + "/matters?limit=200")
                .json()
                .path("items")) {
            if (one.path("guide").path("levels").toString().contains("5")) {
                return one.path("code").asText();
            }
        }
        throw new AssertionError("nothing is published for visits");
    }

    /** Who answers the telephone in the sample town. */
    private Rest operator() {
        String password = "twelve-three-four-five-77";
        Map<String, Object> account = Map.of(
                "login",
                "hotline-it",
                "name",
                "冯热线（示例）",
                "roles",
                Set.of("hotline"),
                "division",
                TOWN,
                "active",
                true,
                "password",
                password);
        int made = sanban.as("sample-admin").post("/accounts", account).status();
        assertTrue(made == 201 || made == 409, "HTTP " + made);
        return anyone.login("hotline-it", password);
    }
}
