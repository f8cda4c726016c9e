// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
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
 * A made-up provider of text messages (示例短信平台): {@code POST /demo/sms} with {@code {"mobile","content"}} and optionally
 * {@code "id"} shows a message and answers {@code {"code":0,"msg":"…","data":{"id":"…"}}}. A number that ends with 0000 is
 * none (code 1001). It tells a moment later that it arrived, and what people reply. It is the form of no real provider.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-demo-sms",
            "osgi.http.whiteboard.servlet.pattern=" + DemoSms.PATH,
            "osgi.http.whiteboard.servlet.pattern=" + DemoSms.PATH + "/*"
        })
public final class DemoSms extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/demo/sms";
    private static final String CHANNEL = "sms";
    private static final long RECEIPT_MILLIS = 800;
    private static final int LONGEST = 200;

    private final transient DemoDesk desk;
    private final transient SmsReplies replies;
    private final AtomicLong ids = new AtomicLong();
    private final transient ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-demo-sms");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public DemoSms(@Reference DemoDesk desk, @Reference DemoSmsc centre) {
        this.desk = desk;
        this.replies = new SmsReplies(desk, centre);
    }

    /** What is still to be told is told no more. */
    @Deactivate
    public void stop() {
        later.shutdownNow();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode body = Wire.read(request);
        int port = request.getLocalPort();
        if ("/reply".equals(request.getPathInfo())) {
            Wire.write(response, reply(body, port));
        } else if (request.getPathInfo() != null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (!desk.misbehaves(CHANNEL, response)) {
            ObjectNode answer = answer(body);
            String id = answer.path("data").path("id").asText();
            if (!id.isEmpty()) {
                receipt(port, id);
            }
            desk.answer(CHANNEL, response, answer);
        }
    }

    private void receipt(int port, String id) {
        if (desk.does(CHANNEL, Kind.EARLY)) {
            replies.arrived(port, id);
        } else {
            later.schedule(() -> replies.arrived(port, id), RECEIPT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    ObjectNode answer(JsonNode asked) {
        String mobile = asked.path("mobile").asText();
        String content = asked.path("content").asText();
        if (mobile.isEmpty() || content.isEmpty()) {
            return said(1000, "示例：缺少 mobile 或 content");
        }
        if (mobile.endsWith("0000")) {
            return said(1001, "示例：空号");
        }
        desk.show(CHANNEL, mobile, "sms.text", null, Map.of(), content);
        String id = asked.path("id").asText();
        ObjectNode taken = said(0, "示例：已受理");
        taken.putObject("data").put("id", "demo-" + (id.isEmpty() ? ids.incrementAndGet() : id));
        return taken;
    }

    private static ObjectNode said(int code, String message) {
        return Wire.object().put("code", code).put("msg", message);
    }

    /** Somebody replies: {@code {"phone","text"}}; out of order, after what is written in the next seconds. */
    ObjectNode reply(JsonNode wish, int port) {
        String phone = wish.path("phone").asText();
        String text = wish.path("text").asText();
        if (!phone.matches("1[3-9][0-9]{9}") || text.isBlank() || text.length() > LONGEST) {
            return Wire.wrong("reply");
        }
        desk.show(CHANNEL, phone, "said", null, Map.of(), text);
        if (desk.does(CHANNEL, Kind.EARLY)) {
            later.schedule(() -> replies.tell(port, phone, text), DemoDesk.SLOW, TimeUnit.SECONDS);
            return Wire.object().put("told", "held");
        }
        return replies.tell(port, phone, text);
    }
}
