// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What applicants gain where no channel is set up yet: somebody calls when it matters, and the clerk sees that it was done. */
@ExtendWith(Distribution.class)
class MessagesIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest admin = sanban.as("sample-admin");

    /** Other tests may have left channels that were there a moment ago. */
    @BeforeAll
    static void withoutChannels() throws IOException {
        Files.writeString(settings(), "order = none\n");
        Await.until(SOON, "the setting is read", () -> Distribution.get()
                .done("config:property-list --pid org.sanban.messages")
                .contains("none"));
    }

    @BeforeEach
    void callsAreMade() {
        Await.until(SOON, "a refusal makes a call", () -> {
            String number = refused();
            Await.until(SOON, "it is told", () -> !messages(clerk, number).isEmpty());
            return messages(clerk, number).get(0).path("state").asText().equals("CALL");
        });
    }

    @AfterAll
    static void putBack() throws IOException {
        Files.delete(settings());
    }

    @Test
    void whoIsReachedByNothingIsCalledFromAList() {
        String number = refused();
        Await.until(
                SOON, "the refusal is to be told", () -> messages(clerk, number).size() == 1);
        JsonNode message = messages(clerk, number).get(0);
        assertEquals("CALL", message.path("state").asText());
        assertTrue(message.path("text").asText().contains(number), message.toString());
        assertTrue(message.path("text").asText().contains("不属于本机关职权范围；不属于本镇办理"), message.toString());
        assertFalse(message.path("text").asText().contains("张𠮷"), "a message names nobody in full");

        String path = "/messages/" + message.path("id").asText();
        assertTrue(ids(clerk.get("/messages/calls?limit=200").expect(200))
                .contains(message.path("id").asText()));
        sanban.as("xinglong-clerk").get(path + "/call").expect(404);
        assertFalse(
                ids(sanban.as("xinglong-clerk").get("/messages/calls?limit=200").expect(200))
                        .contains(message.path("id").asText()));
        sanban.anyone().get("/messages?number=" + number).expect(401);
        assertEquals(
                Sample.applicant().get("phone"),
                clerk.get(path + "/call").expect(200).json().path("phone").asText());

        JsonNode silent = clerk.post(path + "/called", Map.of("reached", false))
                .expect(400)
                .json();
        assertEquals("note", silent.path("violations").get(0).path("field").asText());
        clerk.post(path + "/called", Map.of("reached", false, "note", "无人接听")).expect(200);
        clerk.post(path + "/called", Map.of("reached", true)).expect(200);
        clerk.post(path + "/called", Map.of("reached", true)).expect(409);
        assertEquals("CALLED", messages(clerk, number).get(0).path("state").asText());
        assertTrue(sanban.done("sanban:message-list --number " + number).contains("已电话告知"));
    }

    @Test
    void aTemplateIsCheckedWhenItIsSaved() {
        Map<String, Object> template = new HashMap<>(
                Map.of("event", "ACCEPT", "language", "zh", "words", "您的{idNumber}已受理", "source", "示例", "matter", "m"));
        Set<String> fields = new TreeSet<>();
        admin.post("/message-templates", template)
                .expect(400)
                .json()
                .path("violations")
                .forEach(violation -> fields.add(violation.path("field").asText()));
        assertEquals(Set.of("event", "words"), fields);
        clerk.post("/message-templates", template).expect(403);
        template.putAll(Map.of("event", "ACCEPTED", "words", "您的“{matter}”已受理"));
        JsonNode saved = admin.post("/message-templates", template).expect(200).json();
        admin.post("/message-templates", template).expect(409);
        template.put("version", saved.path("version").asInt());
        admin.put("/message-templates/" + saved.path("id").asText(), template).expect(200);
        admin.put("/message-templates/" + saved.path("id").asText(), template).expect(409);
        admin.delete("/message-templates/" + saved.path("id").asText()).expect(204);
    }

    @Test
    void whatAListenerWasToldCanBeToldAgain() {
        admin.post("/journal/deliveries/messages/rewind?from=2000-01-01", "").expect(400);
        clerk.post("/journal/deliveries/messages/rewind?from=2026-01-01T00:00:00%2B08:00", "")
                .expect(403);
        Instant before = Instant.now();
        String number = refused();
        Await.until(SOON, "it is to be told", () -> messages(clerk, number).size() == 1);
        admin.post("/journal/deliveries/messages/rewind?from=" + before, "").expect(204);
        Await.until(Duration.ofSeconds(90), "all was told again", () -> {
            for (JsonNode one : admin.get("/journal/deliveries").expect(200).json()) {
                if (one.path("listener").asText().equals("messages")) {
                    return !one.path("waiting").asBoolean();
                }
            }
            return false;
        });
        assertEquals(1, messages(clerk, number).size(), "told twice, it is one message");
    }

    private String refused() {
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        clerk.act(number, 1, "refuse", Map.of("reason", "not-competent", "explanation", "不属于本镇办理（示例）"))
                .expect(200);
        return number;
    }

    private static Path settings() {
        return Distribution.get().home().resolve("etc/org.sanban.messages.cfg");
    }

    private static List<String> ids(Rest.Answer answer) {
        return answer.json().findValuesAsText("id");
    }

    private static JsonNode messages(Rest who, String number) {
        return who.get("/messages?number=" + number).expect(200).json().path("items");
    }
}
