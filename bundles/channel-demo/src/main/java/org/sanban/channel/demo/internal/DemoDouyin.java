// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.channel.demo.internal.DemoDesk.Kind;
import org.sanban.channel.demo.internal.DemoPlatform.Here;

/**
 * A made-up Douyin (示例抖音) at {@code /demo/douyin}: tokens and subscribe messages with their consents; and somebody who
 * agrees, or enters a code in the mini program, by command of the page. It knows people whose openid begins with
 * {@code demo-} and templates whose id does.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-demo-douyin",
            "osgi.http.whiteboard.servlet.pattern=/demo/douyin/*"
        })
public final class DemoDouyin extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANNEL = "douyin";
    static final String KEY = "ttdemo0000000001";
    static final String SECRET = "demo-secret";
    private static final String WEBHOOK = "/api/v1/douyin/webhook";
    private static final String OURS = "demo-[A-Za-z0-9_-]{1,40}";

    private final transient DemoDesk desk;
    private final transient DemoPlatform platform;
    private final transient Consents consents = new Consents();
    private final transient Callbacks callbacks = new Callbacks();
    private final transient Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicLong ids = new AtomicLong(1_000_000);

    @Activate
    public DemoDouyin(@Reference DemoDesk desk, @Reference DemoPlatform platform) {
        this.desk = desk;
        this.platform = platform;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        JsonNode body = Wire.read(request);
        if ("/agree".equals(path)) {
            Wire.write(response, agree(body, request.getLocalPort()));
        } else if ("/bind".equals(path)) {
            Wire.write(response, bind(body, Here.of(request)));
        } else if (!desk.misbehaves(CHANNEL, response)) {
            desk.answer(CHANNEL, response, answer(String.valueOf(path), request.getHeader("access-token"), body));
        }
    }

    ObjectNode answer(String path, String token, JsonNode body) {
        return switch (path) {
            case "/oauth/client_token/" -> token(body);
            case "/api/notification/v2/subscription/notify_user/" -> token == null || !tokens.contains(token)
                    ? said(28001003, "access_token无效")
                    : send(body);
            default -> said(28001007, "示例：没有这个接口");
        };
    }

    private ObjectNode token(JsonNode body) {
        ObjectNode answer = Wire.object().put("message", "success");
        ObjectNode data = answer.putObject("data");
        boolean known = body.path("client_key").asText().equals(KEY);
        if (!known || !body.path("client_secret").asText().equals(SECRET)) {
            data.put("error_code", known ? 10013 : 10003).put("description", "client_key 或者 client_secret 报错");
            return answer;
        }
        String token = "clt.demo-" + UUID.randomUUID();
        tokens.add(token);
        data.put("access_token", token)
                .put("expires_in", 7200)
                .put("error_code", 0)
                .put("description", "");
        return answer;
    }

    private ObjectNode send(JsonNode body) {
        String person = body.path("open_id").asText();
        String template = body.path("msg_id").asText();
        Map<String, String> fields = new LinkedHashMap<>();
        body.path("data")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        if (!person.matches(OURS) || !template.matches(OURS) || fields.isEmpty()) {
            return said(28014001, "参数错误");
        }
        if (!consents.use(person, template)) {
            return said(28014043, "用户未订阅该模板");
        }
        desk.show(CHANNEL, person, "notice", template, fields, null);
        return said(0, "");
    }

    /** The mini program's server tells of a code that somebody entered: {@code {"openid","code"}}. */
    private ObjectNode bind(JsonNode body, Here here) throws IOException {
        String person = body.path("openid").asText();
        if (!person.matches(OURS)) {
            return Wire.wrong("demo-names");
        }
        byte[] told = Wire.object()
                .put("openId", person)
                .put("code", body.path("code").asText())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        DemoPlatform.Said said = platform.post(here, DemoPlatform.SYSTEM, "douyin/bindings", told, Map.of());
        if (!said.refused()) {
            desk.show(CHANNEL, person, "douyin.bound", null, Map.of(), null);
        }
        return said.told();
    }

    /** Somebody agrees to one message of a template, or refuses: {@code {"openid","template","refuse"}}. */
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
        String content = Wire.object()
                .put("msg_id", template)
                .put("time", System.currentTimeMillis() / 1000)
                .put("subscribe_action", refuse ? 4 : 1)
                .toString();
        String event = Wire.object()
                .put("event", "user_subscribe_action")
                .put("client_key", KEY)
                .put("from_user_id", person)
                .put("content", content)
                .put("log_id", log())
                .toString();
        if (desk.does(CHANNEL, Kind.FORGED)) {
            int status = callbacks.sign(port, WEBHOOK, "another-secret", event).status();
            desk.show(CHANNEL, Kind.FORGED, person, status);
        }
        if (desk.does(CHANNEL, Kind.TWICE)) {
            int status = callbacks.sign(port, WEBHOOK, SECRET, event).status();
            desk.show(CHANNEL, Kind.TWICE, person, status);
        }
        return Wire.object()
                .put("status", callbacks.sign(port, WEBHOOK, SECRET, event).status());
    }

    private ObjectNode said(int code, String message) {
        return Wire.object().put("err_no", code).put("err_msg", message).put("log_id", log());
    }

    private String log() {
        return "demo-" + ids.incrementAndGet();
    }
}
