// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.channel.demo.internal.DemoDesk.Kind;

/**
 * A made-up WeChat (示例微信) at {@code /demo/wechat}: tokens, subscribe messages with their consents, templates and fields,
 * published articles; and somebody who writes and agrees, by command of the page. It knows two accounts, people whose
 * openid begins with {@code demo-} and templates whose id does.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-demo-wechat",
            "osgi.http.whiteboard.servlet.pattern=/demo/wechat/*"
        })
public final class DemoWechat extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANNEL = "wechat";
    static final String SERVICE = "wxdemo0000000001";
    static final String MINI = "wxdemo0000000002";
    static final String SECRET = "demo-secret";
    static final String TOKEN = "demo-token";
    static final String KEY = "ShiliDemoKeyShiliDemoKeyShiliDemoKeyShiliDA";
    private static final String CALLBACK = "/api/v1/wechat/callback";
    private static final String OURS = "demo-[A-Za-z0-9_-]{1,40}";
    private static final long RECEIPT_MILLIS = 800;

    private final transient DemoDesk desk;
    private final transient Consents consents = new Consents();
    private final transient Callbacks callbacks = new Callbacks();
    private final transient Map<String, String> tokens = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(1_000_000);
    private final transient ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-demo-wechat");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public DemoWechat(@Reference DemoDesk desk) {
        this.desk = desk;
    }

    /** What is still to be told is told no more. */
    @Deactivate
    public void stop() {
        later.shutdownNow();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        JsonNode body = Wire.read(request);
        int port = request.getLocalPort();
        if ("/say".equals(path) || "/agree".equals(path)) {
            Wire.write(response, "/say".equals(path) ? say(body, port) : agree(body, port));
        } else if (!desk.misbehaves(CHANNEL, response)) {
            desk.answer(
                    CHANNEL, response, answer(String.valueOf(path), request.getParameter("access_token"), body, port));
        }
    }

    ObjectNode answer(String path, String token, JsonNode body, int port) {
        if (path.equals("/cgi-bin/stable_token")) {
            return token(body);
        }
        if (token == null || !tokens.containsKey(token)) {
            return said(40001, "invalid credential, access_token is invalid or not latest");
        }
        return switch (path) {
            case "/cgi-bin/message/subscribe/bizsend", "/cgi-bin/message/subscribe/send" -> send(
                    path.endsWith("/bizsend"), tokens.get(token), body, port);
            case "/cgi-bin/draft/add" -> draft(body);
            case "/cgi-bin/freepublish/submit" -> said(0, "ok").put("publish_id", publish(body));
            case "/cgi-bin/freepublish/get" -> published(body.path("publish_id").asText());
            default -> said(40066, "invalid url");
        };
    }

    private ObjectNode token(JsonNode body) {
        String app = body.path("appid").asText();
        if (!Set.of(SERVICE, MINI).contains(app)) {
            return said(40013, "invalid appid");
        }
        if (!body.path("secret").asText().equals(SECRET)) {
            return said(40125, "invalid appsecret");
        }
        String token = tokens.entrySet().stream()
                .filter(known -> known.getValue().equals(app))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> "demo-" + UUID.randomUUID());
        tokens.put(token, app);
        return Wire.object().put("access_token", token).put("expires_in", 7200);
    }

    private ObjectNode send(boolean service, String app, JsonNode body, int port) {
        String person = body.path("touser").asText();
        String template = body.path("template_id").asText();
        if (!app.equals(service ? SERVICE : MINI)) {
            return said(48001, "api unauthorized");
        }
        if (!person.matches(OURS)) {
            return said(40003, "invalid openid");
        }
        if (!template.matches(OURS)) {
            return said(40037, "invalid template_id");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        body.path("data")
                .properties()
                .forEach(field -> fields.put(
                        field.getKey(), field.getValue().path("value").asText()));
        String wrong = DemoFields.wrong(fields);
        if (wrong != null) {
            return said(47003, "argument invalid! " + wrong);
        }
        if (!consents.use(person, template)) {
            return said(43101, "user refuse to accept the msg");
        }
        String id = Long.toString(ids.incrementAndGet());
        desk.show(CHANNEL, person, "notice", template, fields, null);
        if (desk.does(CHANNEL, Kind.EARLY)) {
            arrived(person, template, id, service, port);
        } else {
            later.schedule(() -> arrived(person, template, id, service, port), RECEIPT_MILLIS, TimeUnit.MILLISECONDS);
        }
        return said(0, "ok").put("msgid", Long.parseLong(id));
    }

    private void arrived(String person, String template, String id, boolean service, int port) {
        try {
            post(
                    person,
                    "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_sent_event]]></Event>"
                            + "<SubscribeMsgSentEvent><List><TemplateId><![CDATA[" + template
                            + "]]></TemplateId><MsgID>" + id + "</MsgID><ErrorCode>0</ErrorCode><ErrorStatus>"
                            + "<![CDATA[success]]></ErrorStatus></List></SubscribeMsgSentEvent>",
                    !service,
                    port);
        } catch (IOException e) {
            // The platform does not answer; the real one would try again.
            desk.show(CHANNEL, person, "receipt-untold", id, Map.of(), null);
        }
    }

    private ObjectNode draft(JsonNode body) {
        JsonNode article = body.path("articles").path(0);
        if (article.path("title").asText().isEmpty()
                || article.path("content").asText().isEmpty()) {
            return said(44003, "empty news data");
        }
        if (article.path("thumb_media_id").asText().isEmpty()) {
            return said(40007, "invalid media_id");
        }
        String text = article.path("content")
                .asText()
                .replaceAll("</(p|li|h3)>", "\n")
                .replaceAll("<[^>]*>", "");
        desk.show(CHANNEL, null, "wechat.article", article.path("title").asText(), Map.of(), text);
        return Wire.object().put("media_id", "demo-draft-" + ids.incrementAndGet());
    }

    private String publish(JsonNode body) {
        return body.path("media_id").asText().replace("demo-draft-", "");
    }

    private static ObjectNode published(String job) {
        ObjectNode answer =
                Wire.object().put("publish_id", job).put("publish_status", 0).put("article_id", "demo-" + job);
        ObjectNode detail = answer.putObject("article_detail").put("count", 1);
        detail.putArray("item")
                .addObject()
                .put("idx", 1)
                .put("article_url", "https://mp.weixin.qq.com.example/s/demo-" + job);
        return answer;
    }

    /** Somebody writes to the account: {@code {"openid","text","mini"}}. */
    private ObjectNode say(JsonNode body, int port) throws IOException {
        String person = body.path("openid").asText();
        String text = body.path("text").asText();
        if (!person.matches(OURS) || text.isBlank() || text.contains("]]>")) {
            return Wire.wrong("demo-names");
        }
        desk.show(CHANNEL, person, "said", null, Map.of(), text);
        Callbacks.Said said = post(
                person,
                "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[" + text + "]]></Content><MsgId>"
                        + ids.incrementAndGet() + "</MsgId>",
                body.path("mini").asBoolean(),
                port);
        String reply = Callbacks.between(said.body(), "<Content>", "</Content>");
        if (reply != null) {
            String words = reply.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            desk.show(CHANNEL, person, "wechat.reply", null, Map.of(), words);
        }
        return told(said).put("reply", reply);
    }

    /** Somebody agrees to one message of a template, or refuses: {@code {"openid","template","refuse","mini"}}. */
    private ObjectNode agree(JsonNode body, int port) throws IOException {
        String person = body.path("openid").asText();
        String template = body.path("template").asText();
        if (!person.matches(OURS) || !template.matches(OURS)) {
            return Wire.wrong("demo-names");
        }
        boolean refuse = body.path("refuse").asBoolean();
        if (refuse) {
            consents.clear(person, template);
        } else {
            consents.add(person, template);
        }
        return told(post(
                person,
                "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_popup_event]]></Event>"
                        + "<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[" + template + "]]></TemplateId>"
                        + "<SubscribeStatusString><![CDATA[" + (refuse ? "reject" : "accept")
                        + "]]></SubscribeStatusString><PopupScene>1</PopupScene></List></SubscribeMsgPopupEvent>",
                body.path("mini").asBoolean(),
                port));
    }

    private Callbacks.Said post(String person, String inside, boolean mini, int port) throws IOException {
        String xml = "<xml><ToUserName><![CDATA[gh_demo]]></ToUserName><FromUserName><![CDATA[" + person
                + "]]></FromUserName><CreateTime>" + System.currentTimeMillis() / 1000 + "</CreateTime>" + inside
                + "</xml>";
        String path = CALLBACK + (mini ? "/mini" : "");
        String app = mini ? MINI : SERVICE;
        if (desk.does(CHANNEL, Kind.FORGED)) {
            int status =
                    callbacks.seal(port, path, "another-token", KEY, app, xml).status();
            desk.show(CHANNEL, Kind.FORGED, person, status);
        }
        if (desk.does(CHANNEL, Kind.TWICE)) {
            int status = callbacks.seal(port, path, TOKEN, KEY, app, xml).status();
            desk.show(CHANNEL, Kind.TWICE, person, status);
        }
        return callbacks.seal(port, path, TOKEN, KEY, app, xml);
    }

    private static ObjectNode told(Callbacks.Said said) {
        return Wire.object().put("status", said.status());
    }

    private static ObjectNode said(int code, String message) {
        return Wire.object().put("errcode", code).put("errmsg", message);
    }
}
