// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What {@code ./run --demo} shows of 12345, the province, text messages over SMPP and a system that subscribes, with the very
 * settings it writes.
 */
@ExtendWith(Distribution.class)
class DemoIT {
    private static final String DEMO = "sanban-channel-demo";
    private static final List<String> MODULES = List.of(
            DEMO, "sanban-channel-hotline", "sanban-channel-province", "sanban-channel-sms", "sanban-channel-webhook");
    private static final String SMS = "org.sanban.channel.sms.cfg";
    private static final List<String> SETTINGS = List.of(
            "org.sanban.channel.hotline.cfg",
            "org.sanban.channel.province.cfg",
            "org.sanban.channel.webhook.cfg",
            "org.sanban.messages.cfg",
            SMS);
    private static final String PARTIES = "org.sanban.channel.demo.cfg";
    private static final String SUBMITTED = "org.sanban.case.submitted";
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Sanban sanban = Distribution.get();
    private final Rest anyone = sanban.anyone();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest admin = sanban.as("sample-admin");
    private final Rest system = sanban.as("sample-system");
    private final JsonNode matter = Sample.committedMatter(clerk);

    @BeforeAll
    static void startTheDemo() throws IOException {
        Sanban sanban = Distribution.get();
        Path from = Path.of(System.getProperty("sanban.root"), "bundles/channel-demo/etc");
        for (String file : SETTINGS) {
            String text = Files.readString(from.resolve(file));
            assertTrue(text.startsWith("# Made by ./run --demo: a simulated other side"), text);
            Files.writeString(etc(sanban).resolve(file), text.replace("BASE", sanban.base()));
        }
        overSmpp(sanban, Sanban.freePort());
        for (String module : MODULES) {
            sanban.done("sanban:module-install " + new Archive(module).file());
        }
    }

    /** The one line that the README says is to be changed, and a port that nobody else has. */
    private static void overSmpp(Sanban sanban, int port) throws IOException {
        Path file = etc(sanban).resolve(SMS);
        String text = Files.readString(file);
        assertTrue(text.contains("\nform = http\n") && text.contains("\nsmpp.port = 2775\n"), text);
        Files.writeString(file, text.replace("form = http", "form = smpp").replace("port = 2775", "port = " + port));
        Files.writeString(etc(sanban).resolve(PARTIES), "smppPort = " + port + "\n");
    }

    /** The made-up parties go first: nobody else is touched. */
    @AfterAll
    static void endIt() throws IOException {
        Sanban sanban = Distribution.get();
        Rest system = sanban.as("sample-system");
        for (JsonNode one : system.get("/webhooks").expect(200).json().path("items")) {
            system.delete("/webhooks/" + one.path("id").asText()).expect(204);
        }
        for (String module : MODULES) {
            sanban.shell("sanban:module-remove " + module);
        }
        Files.delete(etc(sanban).resolve(PARTIES));
        for (String file : SETTINGS) {
            Files.deleteIfExists(etc(sanban).resolve(file));
        }
        try (Stream<Path> keys = Files.list(etc(sanban))) {
            keys.filter(file -> file.getFileName().toString().matches("demo-.*\\.pem"))
                    .forEach(DemoIT::delete);
        }
        assertEquals("", sanban.trouble());
    }

    @Test
    void anOrderOfTheCentreIsAnsweredAndTheAnswerIsSeenThere() {
        JsonNode made = demo(
                "centre/order", Map.of("kind", "HELP", "text", "老人行动不便（示例）", "name", "张示例", "phone", "13800001234"));
        String number = made.path("number").asText();
        JsonNode order = admin.get("/hotline-orders?number=" + number)
                .expect(200)
                .json()
                .path("items")
                .get(0);
        String id = order.path("id").asText();
        order = step(id, order, Map.of("action", "assign", "assignee", "chengguan-clerk"), admin);
        step(id, order, Map.of("action", "answer", "text", "明天上门办理"), clerk);
        JsonNode answer = shown("hotline", number, "hotline.answer");
        assertEquals("明天上门办理", answer.path("text").asText());
    }

    @Test
    void anApplicationAtTheProvinceIsACaseHereAndComesBackAsRecords() {
        JsonNode made = demo(
                "province/apply",
                Map.of(
                        "taskCode", "11440100007482575H3440118009001",
                        "name", "张示例",
                        "idNumber", Sample.ID,
                        "phone", "13800001234"));
        String number = made.path("number").asText();
        assertEquals(
                "submitted",
                clerk.get("/cases/" + number).expect(200).json().path("stage").asText(),
                made.toString());
        String project =
                shown("province", number, "province.applied").path("to").asText();
        new CaseLife(number)
                .answers(clerk, "withdraw", Map.of("reason", "申请人撤回"))
                .expect(200);
        Await.until(SOON, "the result of " + project, () -> cards("province", project, "province.received").stream()
                .anyMatch(
                        card -> card.path("fields").path("result_type").asText().equals("4")));

        demo("province/lose", Map.of());
        demo("province/reconcile", Map.of());
        JsonNode books = shown("province", "field.missing", "province.books");
        assertTrue(books.path("fields").path("field.missing").asInt() >= 1, books.toString());
        assertTrue(books.path("fields").path("field.resent").asInt() >= 1, books.toString());
    }

    @Test
    void aTextMessageReachesThePhoneOverSmppAndIsKnownToHaveArrived() {
        String phone = "13800001234";
        String number = submitted(phone);
        JsonNode text = shown("sms", number, "sms.text");
        assertEquals(phone, text.path("to").asText());
        assertEquals("10690000", text.path("fields").path("field.source").asText(), "over SMPP");
        Await.until(SOON, "the receipt is read", () -> arrived(number));
        JsonNode state = anyone.get("/demo/state?channel=sms").expect(200).json();
        assertEquals(
                "UP smpp",
                state.path("state").asText() + " " + state.path("over").asText(),
                state.toString());
    }

    /** Over SMPP, then the settings change and it is a provider over HTTP; whoever replied so is told no more by text. */
    @Test
    void whoRepliesThatTheyWantNoMoreIsToldNoMoreOverEitherInterface() throws IOException {
        leaves("13800001235", "smpp", "encoding");
        Path file = etc(sanban).resolve(SMS);
        String smpp = Files.readString(file);
        try {
            Files.writeString(file, smpp.replace("form = smpp", "form = http"));
            Await.until(SOON, "the session ends", () -> over().equals("http"));
            String number = submitted("13800001236");
            Await.until(SOON, "the provider's receipt is read", () -> arrived(number));
            leaves("13800001237", "http", "forged");
        } finally {
            Files.writeString(file, smpp);
        }
        Await.until(SOON, "it is logged in again", () -> over().equals("smpp"));
    }

    private void leaves(String phone, String over, String fault) {
        String before = submitted(phone);
        shown("sms", before, "sms.text");
        anyone.post("/demo/faults", Map.of("channel", "sms", "kind", fault, "count", 1))
                .expect(204);
        JsonNode told = demo("sms/reply", Map.of("phone", phone, "text", "退订"));
        assertEquals(over, told.path("told").asText());
        // One that is told later is told: then the other would have been.
        Await.until(SOON, phone + " is told no more", () -> {
            String number = submitted(phone);
            shown("sms", submitted("13800001239"), "sms.text");
            return cards("sms", number, "sms.text").isEmpty();
        });
    }

    private String over() {
        return anyone.get("/demo/state?channel=sms")
                .expect(200)
                .json()
                .path("over")
                .asText();
    }

    private boolean arrived(String number) {
        String sent = clerk.get("/messages?number=" + number).expect(200).body();
        return sent.contains("\"channel\":\"sms\"") && sent.contains("\"state\":\"ARRIVED\"");
    }

    private String submitted(String phone) {
        Map<String, Object> applicant = new HashMap<>(Sample.applicant());
        applicant.put("phone", phone);
        Map<String, Object> draft = new HashMap<>(Sample.draft(matter));
        draft.put("applicant", applicant);
        return clerk.post("/cases", draft).expect(201).json().path("number").asText();
    }

    @Test
    void aSystemThatSubscribedShowsEachEventOnceAndGoesOnAfterARestart() {
        String id = demo("webhook/subscribe", Map.of()).path("id").asText();
        String number = Sample.submit(clerk, matter);
        shown("webhook", number, SUBMITTED);
        demo("webhook/replay", Map.of());
        Await.until(SOON, "it was sent again", () -> taken(id, number + "/1") == 2);
        assertEquals(1, cards("webhook", number, SUBMITTED).size());

        sanban.done("sanban:module-remove " + DEMO + "; sanban:module-install " + DEMO);
        String next = Sample.submit(clerk, matter);
        shown("webhook", next, SUBMITTED);
        assertEquals(1, system.get("/webhooks").expect(200).json().path("items").size(), "the same one, a new secret");
    }

    private long taken(String id, String event) {
        JsonNode all = system.get("/webhooks/" + id + "/deliveries").expect(200).json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("event").asText().equals(event))
                .filter(one -> one.path("state").asText().equals("TAKEN"))
                .count();
    }

    /** The newest card that mentions something. */
    private JsonNode shown(String channel, String about, String what) {
        Await.until(
                SOON, what + " of " + about, () -> !cards(channel, about, what).isEmpty());
        return cards(channel, about, what).get(0);
    }

    private List<JsonNode> cards(String channel, String about, String what) {
        JsonNode all = anyone.get("/demo/messages").expect(200).json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(card -> card.path("channel").asText().equals(channel))
                .filter(card -> card.path("what").asText().equals(what)
                        || card.path("title").asText().equals(what))
                .filter(card -> card.toString().contains(about))
                .toList();
    }

    private JsonNode step(String id, JsonNode order, Map<String, Object> step, Rest who) {
        Map<String, Object> body = new HashMap<>(step);
        body.put("version", order.path("version").asInt());
        return who.post("/hotline-orders/" + id + "/steps", body).expect(200).json();
    }

    private JsonNode demo(String path, Map<String, Object> body) {
        JsonNode said = anyone.post("/demo/" + path, body).expect(200).json();
        assertTrue(said.path("status").asInt(200) < 400 && !said.has("error"), said.toString());
        return said;
    }

    private static Path etc(Sanban sanban) {
        return sanban.home().resolve("etc");
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
