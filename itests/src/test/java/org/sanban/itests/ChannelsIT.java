// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a county gains that has every channel: none is in another's way, and the end of a case is known wherever it is asked for. */
@ExtendWith(Distribution.class)
class ChannelsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TEMPLATE = "demo-end";

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest officer = sanban.as("chengguan-officer");
    private final Rest admin = sanban.as("sample-admin");
    private final Rest system = sanban.as("sample-system");
    private final JsonNode matter = Sample.committedMatter(clerk);
    private final String person = "demo-" + System.nanoTime();
    private final String phone = String.format("138%08d", System.nanoTime() / 1000 % 100_000_000);

    @TempDir
    Path folder;

    @Test
    void theEndOfACaseIsToldEverywhere() throws IOException {
        try (Outside outside = new Outside(sanban)) {
            outside.configure(matter);
            outside.installEarlier(folder);
            List<String> templates = List.of(template("wechat"), template("douyin"));
            bind(outside);
            // Who is bound, agrees and subscribes stays so while every channel is updated under way.
            outside.update();

            // A citizen is told once, where they agreed to it; who has no consent left is told by text message.
            String byWechat = ended();
            Await.until(SOON, "WeChat shows it", () -> shown(byWechat).equals("wechat"));
            String byDouyin = ended();
            Await.until(SOON, "Douyin shows it", () -> shown(byDouyin).equals("douyin"));
            String byText = ended();
            Await.until(SOON, "a text message tells it", () -> outside.texts().stream()
                    .map(text -> text.path("text").asText())
                    .anyMatch(text -> text.contains(byText) && text.contains("已办结")));
            for (String number : List.of(byWechat, byDouyin, byText)) {
                authoritiesKnow(outside, number);
            }
            theHotlineTells(outside, byText);

            templates.forEach(id -> admin.delete("/message-templates/" + id).expect(204));
            outside.unsubscribe();
            outside.remove();
        }
        assertEquals("", sanban.trouble());
    }

    private static void authoritiesKnow(Outside outside, String number) {
        Await.until(SOON, "the province has the result", () -> outside.province().party().records().stream()
                .anyMatch(record -> record.table().equals("UP_PRO_RESULT")
                        && record.data().path("project_no").asText().equals(number)));
        Await.until(SOON, "the other system has the event", () -> outside.events().stream()
                .anyMatch(event -> event.path("type").asText().equals("org.sanban.case.delivered")
                        && event.path("subject").asText().equals(number)));
    }

    /** Who telephones is told, and so is the centre. */
    private void theHotlineTells(Outside outside, String number) {
        Map<String, Object> order = Map.of(
                "number",
                "12345-" + number,
                "kind",
                "PROGRESS",
                "text",
                "查询办件",
                "caseNumber",
                number,
                "site",
                Sample.SITE);
        String path = "/hotline-orders/"
                + system.post("/hotline-orders", order)
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        assertEquals(
                "DONE",
                system.get(path + "/case").expect(200).json().path("status").asText());
        admin.post(path + "/steps", Map.of("action", "assign", "version", 1, "assignee", "chengguan-clerk"))
                .expect(200);
        clerk.post(path + "/steps", Map.of("action", "answer", "version", 2, "text", "已办结"))
                .expect(200);
        Await.until(SOON, "the centre knows", () -> outside.answers().stream()
                .anyMatch(answer -> answer.path("caseNumber").asText().equals(number)
                        && answer.path("text").asText().equals("已办结")));
    }

    /** The id of words for WeChat or Douyin, which take only what was approved there. */
    private String template(String channel) {
        Map<String, Object> template = new HashMap<>(Map.of(
                "event", "DELIVERED",
                "channel", channel,
                "language", "zh",
                "external", TEMPLATE,
                "fields", Map.of("thing1", "{matter}", "character_string2", "{number}"),
                "words", "您的“{matter}”已办结。",
                "source", "示例"));
        return admin.post("/message-templates", template)
                .expect(200)
                .json()
                .path("id")
                .asText();
    }

    /** Binds a citizen to both, who agrees to one message of each. */
    private void bind(Outside outside) {
        outside.demo("wechat/say", Map.of("openid", person, "text", "绑定 " + code()));
        system.post("/douyin/bindings", Map.of("openId", person, "code", code()))
                .expect(200);
        outside.demo("wechat/agree", Map.of("openid", person, "template", TEMPLATE));
        outside.demo("douyin/agree", Map.of("openid", person, "template", TEMPLATE));
    }

    private String code() {
        return clerk.post("/messages/codes", Map.of("number", submitted()))
                .expect(200)
                .json()
                .path("code")
                .asText();
    }

    private String submitted() {
        Map<String, Object> applicant = new HashMap<>(Sample.applicant());
        applicant.put("phone", phone);
        Map<String, Object> draft = new HashMap<>(Sample.draft(matter));
        draft.put("applicant", applicant);
        draft.put("materials", Sample.complete(matter));
        return clerk.post("/cases", draft).expect(201).json().path("number").asText();
    }

    private String ended() {
        CaseLife life = new CaseLife(submitted());
        life.does(clerk, "accept", Map.of()).expect(200);
        life.answers(officer, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        life.answers(clerk, "deliver", Map.of("receivedBy", "张示例")).expect(200);
        return life.number;
    }

    /** Which of the two shows the citizen a message of a case, or an empty text. */
    private String shown(String number) {
        for (JsonNode one : sanban.anyone().get("/demo/messages").expect(200).json()) {
            if (one.path("fields").path("character_string2").asText().equals(number)) {
                return one.path("channel").asText();
            }
        }
        return "";
    }
}
