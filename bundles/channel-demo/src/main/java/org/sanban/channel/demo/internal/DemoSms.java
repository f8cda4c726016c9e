// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A made-up provider of text messages (示例短信平台): {@code POST /demo/sms} with {@code {"mobile","content"}} and optionally
 * {@code "id"} shows a message and answers {@code {"code":0,"msg":"…","data":{"id":"…"}}}. A number that ends with 0000 is
 * none (code 1001). It is the form of no real provider.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-demo-sms",
            "osgi.http.whiteboard.servlet.pattern=" + DemoSms.PATH
        })
public final class DemoSms extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/demo/sms";
    private static final String CHANNEL = "sms";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 16;

    private final transient DemoDesk desk;
    private final AtomicLong ids = new AtomicLong();

    @Activate
    public DemoSms(@Reference DemoDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST);
        if (!desk.misbehaves(CHANNEL, response)) {
            desk.answer(CHANNEL, response, answer(body));
        }
    }

    ObjectNode answer(byte[] body) {
        JsonNode asked;
        try {
            asked = JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return said(1000, "示例：不是 JSON");
        }
        String mobile = asked.path("mobile").asText();
        String content = asked.path("content").asText();
        if (mobile.isEmpty() || content.isEmpty()) {
            return said(1000, "示例：缺少 mobile 或 content");
        }
        if (mobile.endsWith("0000")) {
            return said(1001, "示例：空号");
        }
        desk.show(CHANNEL, mobile, "短信", Map.of(), content);
        String id = asked.path("id").asText();
        ObjectNode taken = said(0, "示例：已受理");
        taken.putObject("data").put("id", "demo-" + (id.isEmpty() ? ids.incrementAndGet() : id));
        return taken;
    }

    private static ObjectNode said(int code, String message) {
        return JSON.createObjectNode().put("code", code).put("msg", message);
    }
}
