// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** WeChat and Douyin: installed on the running county, configured wrong, then right, used by a citizen, and removed. */
@ExtendWith(Distribution.class)
class WechatIT {
    private static final List<String> MODULES =
            List.of("sanban-channel-demo", "sanban-channel-wechat", "sanban-channel-douyin");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TEMPLATE = "demo-accepted";
    private static final String VISIT = "demo-visit";
    private static final String NINE = "T09:00:00+08:00";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static boolean installed;

    private final Sanban sanban = Distribution.get();
    private final Rest anyone = sanban.anyone();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest admin = sanban.as("sample-admin");
    private final JsonNode matter = Sample.committedMatter(clerk);
    private final String person = "demo-" + System.nanoTime();

    @BeforeAll
    static void tellAtOnce() throws IOException {
        configure("messages", "quiet =\nremind = 00:00\n");
    }

    @AfterAll
    static void remove() throws IOException {
        if (installed) {
            Distribution.get().shell(each("remove", MODULES));
        }
        for (String name : List.of("messages", "channel.wechat", "channel.douyin")) {
            Files.deleteIfExists(etc(name));
        }
    }

    @Test
    void theyComeAreMendedServeAndGo() throws IOException {
        installed = true;
        sanban.done(each(
                "install",
                MODULES.stream().map(module -> new Archive(module).file()).toList()));
        Await.until(
                SOON, "what is missing is named", () -> sanban.fault("wechat").contains("appId"));
        assertTrue(sanban.fault("douyin").contains("etc/org.sanban.channel.douyin.cfg"), sanban.fault("douyin"));
        configure("channel.wechat", wechat("short"));
        Await.until(SOON, "what is wrong is named", () -> sanban.fault("wechat").contains("aesKey"));
        configure("channel.wechat", wechat("ShiliDemoKeyShiliDemoKeyShiliDemoKeyShiliDA"));
        configure(
                "channel.douyin",
                "url = " + sanban.base() + "/demo/douyin\nclientKey = ttdemo0000000001\nclientSecret = demo-secret\n");
        Await.until(
                SOON,
                "both work",
                () -> state("wechat").equals("UP") && state("douyin").equals("UP"));

        onlyWeChatIsHeard();
        aCitizenIsToldOnWeChat();
        aCitizenIsToldThatTheVisitIsTomorrowAtNine();
        guidesArePublished();
        assertEquals(
                200,
                demo("douyin/agree", Map.of("openid", person, "template", "demo-t"))
                        .path("status")
                        .asInt());

        sanban.done(each("remove", MODULES));
        installed = false;
        int gone = anyone.get("/wechat/callback" + signed("demo-token")).status();
        assertTrue(gone == 404 || gone == 503, "its door answers " + gone);
        assertEquals("", sanban.trouble());
        assertFalse(sanban.log().contains("demo-secret"), "a secret stands in the log");
        assertFalse(sanban.log().contains(person), "somebody stands in the log");
    }

    /** One command for all: a shell takes seconds to start. */
    private static String each(String step, List<?> modules) {
        return modules.stream()
                .map(module -> "sanban:module-" + step + " " + module)
                .collect(Collectors.joining("; "));
    }

    private void onlyWeChatIsHeard() {
        assertEquals(
                "hello",
                anyone.get("/wechat/callback" + signed("demo-token") + "&echostr=hello")
                        .expect(200)
                        .body());
        anyone.get("/wechat/callback" + signed("another") + "&echostr=hello").expect(403);
        String plain = "<xml><FromUserName>x</FromUserName><MsgType>text</MsgType><Content>进度</Content></xml>";
        byte[] body = plain.getBytes(StandardCharsets.UTF_8);
        anyone.post("/wechat/callback" + signed("demo-token"), body, "Content-Type", "text/xml")
                .expect(403);
        byte[] bomb = ("<!DOCTYPE x [<!ENTITY a \"b\">]>" + plain).getBytes(StandardCharsets.UTF_8);
        anyone.post("/wechat/callback" + signed("demo-token"), bomb, "Content-Type", "text/xml")
                .expect(400);
        anyone.post("/douyin/webhook", "{}", "X-Douyin-Signature", "0".repeat(40))
                .expect(403);
    }

    private void aCitizenIsToldOnWeChat() {
        String template = template(Map.of(
                "event",
                "ACCEPTED",
                "external",
                TEMPLATE,
                "fields",
                Map.of("thing1", "{matter}", "character_string2", "{number}", "thing3", "{site}"),
                "words",
                "您的“{matter}”已受理。"));
        Map<String, Object> draft = new HashMap<>(Sample.draft(matter));
        draft.put("materials", Sample.complete(matter));
        String number =
                clerk.post("/cases", draft).expect(201).json().path("number").asText();
        assertTrue(said("绑定 " + code(number)).contains("绑定成功"));
        assertTrue(said("进度").contains(number));
        assertEquals(
                200,
                demo("wechat/agree", Map.of("openid", person, "template", TEMPLATE))
                        .path("status")
                        .asInt());
        demo("faults", Map.of("channel", "wechat", "kind", "garbage", "count", 1));
        clerk.act(number, 1, "accept", Map.of()).expect(200);
        Await.until(
                SOON,
                "the phone shows it",
                () -> shown(number).path("title").asText().contains(TEMPLATE));
        JsonNode fields = shown(number).path("fields");
        assertTrue(fields.path("thing1").asText().length() <= 20, fields.toString());
        Await.until(
                SOON,
                "its receipt is kept",
                () -> clerk.get("/messages?number=" + number).expect(200).body().contains("\"ARRIVED\""));
        assertTrue(said("解绑").contains("已解除绑定"));
        assertTrue(said("进度").contains("没有查到"));
        admin.delete("/message-templates/" + template).expect(204);
    }

    private void aCitizenIsToldThatTheVisitIsTomorrowAtNine() {
        String template = template(Map.of(
                "event",
                "REMIND",
                "external",
                VISIT,
                "fields",
                Map.of("time1", "{when}", "thing3", "{matter}", "character_string2", "{number}"),
                "words",
                "{when} 上门办理“{matter}”。"));
        Map<String, Object> draft = new HashMap<>(Modes.draft(clerk, "onsite"));
        draft.put("materials", Sample.complete(Modes.matter(clerk, "onsite")));
        CaseLife life = new CaseLife(
                clerk.post("/cases", draft).expect(201).json().path("number").asText());
        assertTrue(said("bind " + code(life.number)).startsWith("Bound."));
        for (String fault : List.of("forged", "twice", "encoding", "early")) {
            demo("faults", Map.of("channel", "wechat", "kind", fault, "count", 1));
        }
        demo("wechat/agree", Map.of("openid", person, "template", VISIT));
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        life.does(clerk, "coordinate", Map.of("assignee", "chengguan-clerk2", "answers", Map.of("unit", "民政窗口")))
                .expect(200);
        life.answers(clerk, "plan", Map.of("team", "王受理（示例）", "equipment", "高拍仪", "proposedAt", tomorrow + NINE))
                .expect(200);
        Map<String, Object> visit = Map.of(
                "resource",
                "person:chengguan-clerk2",
                "from",
                tomorrow + NINE,
                "to",
                tomorrow + "T09:30:00+08:00",
                "travelMinutes",
                10);
        life.does(clerk, "agree", Map.of("answers", Map.of("agreedBy", "phone"), "bookings", List.of(visit)))
                .expect(200);
        Await.until(
                SOON,
                "the phone shows it",
                () -> shown(life.number).path("title").asText().contains(VISIT));
        assertEquals(
                tomorrow.getYear() + "年" + tomorrow.getMonthValue() + "月" + tomorrow.getDayOfMonth() + "日 09:00",
                shown(life.number).path("fields").path("time1").asText());
        Await.until(SOON, "its receipt is kept, though it came before the answer", () -> clerk.get(
                        "/messages?number=" + life.number)
                .expect(200)
                .body()
                .contains("\"ARRIVED\""));
        admin.delete("/message-templates/" + template).expect(204);
    }

    /** The id of words for WeChat in Chinese. */
    private String template(Map<String, Object> words) {
        Map<String, Object> template = new HashMap<>(words);
        template.putAll(Map.of("channel", "wechat", "language", "zh", "source", "示例"));
        return admin.post("/message-templates", template)
                .expect(200)
                .json()
                .path("id")
                .asText();
    }

    private String code(String number) {
        return clerk.post("/messages/codes", Map.of("number", number))
                .expect(200)
                .json()
                .path("code")
                .asText();
    }

    private void guidesArePublished() {
        String code = matter.path("code").asText();
        clerk.post("/wechat/guides/" + code, Map.of()).expect(403);
        JsonNode posted =
                admin.post("/wechat/guides/" + code, Map.of()).expect(200).json();
        assertTrue(posted.path("reference").asText().startsWith("https://mp."), posted.toString());
        assertTrue(admin.get("/wechat/guides?limit=200").expect(200).body().contains(code));
        assertTrue(admin.get("/wechat/guides/" + code)
                .expect(200)
                .json()
                .path("content")
                .asText()
                .contains("<h3>"));
        assertTrue(clerk.get("/douyin/guides/" + code)
                        .expect(200)
                        .json()
                        .path("lines")
                        .size()
                > 1);
        admin.post("/douyin/guides/" + code, Map.of("reference", "https://v.douyin.com/shili/"))
                .expect(200);
        admin.post("/douyin/guides/" + code, Map.of("reference", "nowhere")).expect(400);
    }

    private String wechat(String aesKey) {
        return "url = " + sanban.base() + "/demo/wechat\nappId = wxdemo0000000001\nappSecret = demo-secret\n"
                + "token = demo-token\naesKey = " + aesKey + "\ncoverMediaId = demo-cover\n";
    }

    /** What the account replies to what somebody writes. */
    private String said(String words) {
        JsonNode answer = demo("wechat/say", Map.of("openid", person, "text", words));
        assertEquals(200, answer.path("status").asInt(), answer.toString());
        return answer.path("reply").asText();
    }

    private JsonNode shown(String number) {
        for (JsonNode one : demo("messages", null)) {
            if (one.path("fields").path("character_string2").asText().equals(number)) {
                return one;
            }
        }
        return Rest.JSON.missingNode();
    }

    /** Asks the simulated parties: POST with a body, GET without. */
    private JsonNode demo(String path, Map<String, ?> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sanban.base() + "/demo/" + path))
                    .timeout(SOON);
            if (body != null) {
                request.POST(BodyPublishers.ofString(Rest.JSON.writeValueAsString(body)));
            }
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
            return answer.statusCode() == 204 ? Rest.JSON.missingNode() : Rest.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String signed(String token) {
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        String nonce = Long.toString(System.nanoTime());
        String sorted =
                String.join("", Stream.of(token, timestamp, nonce).sorted().toList());
        try {
            byte[] sha = MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8));
            return "?signature=" + HexFormat.of().formatHex(sha) + "&timestamp=" + timestamp + "&nonce=" + nonce;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String state(String channel) {
        return sanban.channel(channel).path("state").asText();
    }

    private static void configure(String name, String settings) throws IOException {
        Files.writeString(etc(name), settings);
    }

    private static Path etc(String name) {
        return Distribution.get().home().resolve("etc/org.sanban." + name + ".cfg");
    }
}
