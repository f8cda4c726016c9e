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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code ./run --demo} shows of 12345 and the province, with the very settings it writes. */
@ExtendWith(Distribution.class)
class DemoIT {
    private static final List<String> MODULES =
            List.of("sanban-channel-demo", "sanban-channel-hotline", "sanban-channel-province");
    private static final List<String> SETTINGS =
            List.of("org.sanban.channel.hotline.cfg", "org.sanban.channel.province.cfg");
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Sanban sanban = Distribution.get();
    private final Rest anyone = sanban.anyone();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest admin = sanban.as("sample-admin");

    @BeforeAll
    static void startTheDemo() throws IOException {
        Sanban sanban = Distribution.get();
        Path from = Path.of(System.getProperty("sanban.root"), "bundles/channel-demo/etc");
        for (String file : SETTINGS) {
            String text = Files.readString(from.resolve(file));
            assertTrue(text.startsWith("# Made by ./run --demo: a simulated other side"), text);
            Files.writeString(etc(sanban).resolve(file), text.replace("BASE", sanban.base()));
        }
        for (String module : MODULES) {
            sanban.done("sanban:module-install " + new Archive(module).file());
        }
    }

    @AfterAll
    static void endIt() throws IOException {
        Sanban sanban = Distribution.get();
        for (int i = MODULES.size(); i-- > 0; ) {
            sanban.shell("sanban:module-remove " + MODULES.get(i));
        }
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
        JsonNode answer = shown("hotline", number, "回复 answer");
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
        String project = shown("province", number, "网上申请").path("to").asText();
        new CaseLife(number)
                .answers(clerk, "withdraw", Map.of("reason", "申请人撤回"))
                .expect(200);
        JsonNode result = shown("province", project, "收到 UP_PRO_RESULT");
        assertEquals("4", result.path("fields").path("result_type").asText());

        demo("province/lose", Map.of());
        demo("province/reconcile", Map.of());
        JsonNode books = shown("province", "缺", "对账结果");
        assertTrue(books.path("fields").path("缺").asInt() >= 1, books.toString());
        assertTrue(books.path("fields").path("补发").asInt() >= 1, books.toString());
    }

    /** The newest card that mentions something. */
    private JsonNode shown(String channel, String about, String title) {
        Await.until(SOON, title + " of " + about, () -> find(channel, about, title) != null);
        return find(channel, about, title);
    }

    private JsonNode find(String channel, String about, String title) {
        for (JsonNode card : anyone.get("/demo/messages").expect(200).json()) {
            if (card.path("channel").asText().equals(channel)
                    && card.path("title").asText().equals(title)
                    && card.toString().contains(about)) {
                return card;
            }
        }
        return null;
    }

    private JsonNode step(String id, JsonNode order, Map<String, Object> step, Rest who) {
        Map<String, Object> body = new HashMap<>(step);
        body.put("version", order.path("version").asInt());
        return who.post("/hotline-orders/" + id + "/steps", body).expect(200).json();
    }

    private JsonNode demo(String path, Map<String, Object> body) {
        JsonNode said = anyone.post("/demo/" + path, body).expect(200).json();
        assertEquals("", said.path("errmsg").asText(""), said.toString());
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
