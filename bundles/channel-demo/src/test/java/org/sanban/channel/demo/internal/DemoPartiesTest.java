// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The made-up parties speak the documented interfaces: what they would refuse, these refuse. */
class DemoPartiesTest {
    private static final String SEND = "/cgi-bin/message/subscribe/bizsend";
    private static final String NOTIFY = "/api/notification/v2/subscription/notify_user/";

    private final DemoDesk desk = new DemoDesk();
    private final DemoWechat wechat = new DemoWechat(desk);
    private final DemoDouyin douyin = new DemoDouyin(desk, new DemoPlatform(Path.of("none")));

    @AfterEach
    void close() {
        wechat.stop();
        desk.close();
    }

    @Test
    void weChatGivesEachAccountATokenThatStays() {
        String token = wechatToken(DemoWechat.SERVICE);
        assertEquals(token, wechatToken(DemoWechat.SERVICE));
        assertNotEquals(token, wechatToken(DemoWechat.MINI));
        assertEquals(40013, code(wechat.answer("/cgi-bin/stable_token", null, app("wx1", DemoWechat.SECRET), 1)));
        assertEquals(40125, code(wechat.answer("/cgi-bin/stable_token", null, app(DemoWechat.SERVICE, "x"), 1)));
        assertEquals(40001, code(wechat.answer(SEND, "none", message("demo-a", "demo-t", "thing1", "a"), 1)));
    }

    @Test
    void weChatTakesOneMessageForOneConsent() {
        String token = wechatToken(DemoWechat.SERVICE);
        ObjectNode message = message("demo-a", "demo-t", "thing1", "示例事项");
        assertEquals(43101, code(wechat.answer(SEND, token, message, 1)));
        Consents consents = new Consents();
        consents.add("a", "t");
        consents.add("a", "t");
        assertTrue(consents.use("a", "t") && consents.use("a", "t"));
        assertEquals(false, consents.use("a", "t"));
        consents.add("a", "t");
        consents.clear("a", "t");
        assertEquals(false, consents.use("a", "t"));
    }

    @Test
    void weChatChecksPeopleTemplatesAndFields() {
        String token = wechatToken(DemoWechat.SERVICE);
        assertEquals(40003, code(wechat.answer(SEND, token, message("someone", "demo-t", "thing1", "a"), 1)));
        assertEquals(40037, code(wechat.answer(SEND, token, message("demo-a", "t", "thing1", "a"), 1)));
        assertEquals(47003, code(wechat.answer(SEND, token, message("demo-a", "demo-t", "thing1", "长".repeat(21)), 1)));
        assertEquals(
                48001,
                code(wechat.answer(
                        "/cgi-bin/message/subscribe/send", token, message("demo-a", "demo-t", "thing1", "a"), 1)));
    }

    @Test
    void weChatPublishesArticlesThatHaveACover() {
        String token = wechatToken(DemoWechat.SERVICE);
        ObjectNode draft = Wire.object();
        ObjectNode article =
                draft.putArray("articles").addObject().put("title", "示例").put("content", "<p>一&amp;二</p>");
        assertEquals(40007, code(wechat.answer("/cgi-bin/draft/add", token, draft, 1)));
        article.put("thumb_media_id", "cover");
        String media = wechat.answer("/cgi-bin/draft/add", token, draft, 1)
                .path("media_id")
                .asText();
        String job = wechat.answer(
                        "/cgi-bin/freepublish/submit", token, Wire.object().put("media_id", media), 1)
                .path("publish_id")
                .asText();
        assertEquals(
                0,
                wechat.answer("/cgi-bin/freepublish/get", token, Wire.object().put("publish_id", job), 1)
                        .path("publish_status")
                        .asInt(-1));
        assertEquals("示例", desk.shown().get(0).title());
    }

    @Test
    void douyinTakesTokensAndConsents() {
        ObjectNode wrong = Wire.object().put("client_key", DemoDouyin.KEY).put("client_secret", "x");
        assertEquals(
                10013,
                douyin.answer("/oauth/client_token/", null, wrong)
                        .path("data")
                        .path("error_code")
                        .asInt());
        ObjectNode right = Wire.object().put("client_key", DemoDouyin.KEY).put("client_secret", DemoDouyin.SECRET);
        String token = douyin.answer("/oauth/client_token/", null, right)
                .path("data")
                .path("access_token")
                .asText();
        ObjectNode message = Wire.object().put("open_id", "demo-a").put("msg_id", "demo-t");
        message.putObject("data").put("办件", "示例");
        assertEquals(
                28001003, douyin.answer(NOTIFY, "x", message).path("err_no").asInt());
        assertEquals(
                28014043, douyin.answer(NOTIFY, token, message).path("err_no").asInt());
        message.put("open_id", "someone");
        assertEquals(
                28014001, douyin.answer(NOTIFY, token, message).path("err_no").asInt());
    }

    @Test
    void aFaultCountsDownAndOldMessagesAreForgotten() {
        desk.breaks("wechat", DemoDesk.Kind.ERROR, 2);
        assertEquals(Optional.of(DemoDesk.Kind.ERROR), desk.fault("wechat"));
        assertEquals(Optional.empty(), desk.fault("douyin"));
        assertEquals(Optional.of(DemoDesk.Kind.ERROR), desk.fault("wechat"));
        assertEquals(Optional.empty(), desk.fault("wechat"));
        for (int i = 0; i < 300; i++) {
            desk.show("wechat", "demo-a", "notice", "t" + i, Map.of(), null);
        }
        assertEquals(200, desk.shown().size());
        assertEquals("t299", desk.shown().get(0).title());
    }

    @Test
    void whatIsWrongWithWhatItTellsIsNoAnswer() {
        desk.breaks("wechat", DemoDesk.Kind.TWICE, 1);
        assertEquals(Optional.empty(), desk.fault("wechat"));
        assertEquals(false, desk.does("wechat", DemoDesk.Kind.FORGED));
        assertTrue(desk.does("wechat", DemoDesk.Kind.TWICE));
        assertEquals(false, desk.does("wechat", DemoDesk.Kind.TWICE), "it counts down as well");
    }

    private String wechatToken(String app) {
        return wechat.answer("/cgi-bin/stable_token", null, app(app, DemoWechat.SECRET), 1)
                .path("access_token")
                .asText();
    }

    private static ObjectNode app(String id, String secret) {
        return Wire.object().put("appid", id).put("secret", secret);
    }

    private static ObjectNode message(String person, String template, String field, String value) {
        ObjectNode message = Wire.object().put("touser", person).put("template_id", template);
        message.putObject("data").putObject(field).put("value", value);
        return message;
    }

    private static int code(ObjectNode answer) {
        return answer.path("errcode").asInt();
    }
}
