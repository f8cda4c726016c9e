// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * A made-up 12345 centre (示例 12345 中心) at {@code /demo/centre}: it gives out orders by command of the page, and shows the
 * answers that come back, each once.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-demo-centre",
            "osgi.http.whiteboard.servlet.pattern=/demo/centre/*"
        })
public final class DemoCentre extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANNEL = "hotline";
    private static final String ORDERS = "hotline-orders";
    static final String SECRET = "demo-secret-of-the-centre";

    private final transient DemoDesk desk;
    private final transient DemoPlatform platform;
    private final transient CentreParty party = new CentreParty(SECRET);
    private final transient Seen seen = new Seen();
    private final AtomicLong orders = new AtomicLong(System.currentTimeMillis());

    @Activate
    public DemoCentre(@Reference DemoDesk desk, @Reference DemoPlatform platform) {
        this.desk = desk;
        this.platform = platform;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = Wire.bytes(request);
        String path = String.valueOf(request.getPathInfo());
        if (path.equals("/order")) {
            Wire.write(response, order(Wire.read(body), Here.of(request)));
        } else if (!path.equals("/answers")) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (!desk.misbehaves(CHANNEL, response)) {
            if (!desk.does(CHANNEL, Kind.FORGED) && party.signed(request.getHeader("X-Sanban-Signature"), body)) {
                desk.answer(CHANNEL, response, take(Wire.read(body), request.getHeader("Idempotency-Key")));
            } else {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            }
        }
    }

    /** An answer comes back. */
    ObjectNode take(JsonNode answer, String key) {
        if (seen.first(String.valueOf(key))) {
            Map<String, String> fields = new LinkedHashMap<>();
            answer.properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
            fields.remove("text");
            desk.show(
                    CHANNEL,
                    answer.path("number").asText(),
                    "hotline.answer",
                    answer.path("action").asText(),
                    fields,
                    answer.path("text").asText(null));
        }
        return Wire.object().put("code", 0);
    }

    /** Somebody has called: {@code {"kind","text","name","phone"}}. */
    private ObjectNode order(JsonNode call, Here here) throws IOException {
        String number = "DEMO-" + orders.incrementAndGet();
        ObjectNode order = Wire.object()
                .put("number", number)
                .put("kind", call.path("kind").asText())
                .put("text", call.path("text").asText())
                .put("callerName", call.path("name").asText())
                .put("callerPhone", call.path("phone").asText());
        byte[] body = order.toString().getBytes(StandardCharsets.UTF_8);
        DemoPlatform.Said said = platform.post(here, DemoPlatform.SYSTEM, ORDERS, body, Map.of());
        if (!said.refused()) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("field.there", said.body().path("id").asText());
            if (desk.does(CHANNEL, Kind.TWICE)) {
                said = platform.post(here, DemoPlatform.SYSTEM, ORDERS, body, Map.of());
                fields.put(
                        "field.again",
                        said.status() + " " + said.body().path("id").asText());
            }
            desk.show(
                    CHANNEL,
                    number,
                    "hotline.order",
                    null,
                    fields,
                    call.path("text").asText());
        }
        return said.told().put("number", number);
    }
}
