// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
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
 * A made-up system (示例系统) at {@code /demo/webhook}: it subscribes to what happens to cases, and shows each event once. Its
 * secret is in memory alone: after a restart the first event that comes makes it ask for a new one.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-demo-webhook",
            "osgi.http.whiteboard.servlet.pattern=" + DemoWebhook.PATH + "/*"
        })
public final class DemoWebhook extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/demo/webhook";
    private static final String CHANNEL = "webhook";
    static final String DOOR = "webhooks";

    private final transient DemoDesk desk;
    private final transient DemoPlatform platform;
    private final transient Seen seen = new Seen();
    private transient volatile WebhookParty party;

    /** The subscription as the platform told it last. */
    private transient volatile JsonNode subscription = Wire.object();

    @Activate
    public DemoWebhook(@Reference DemoDesk desk, @Reference DemoPlatform platform) {
        this.desk = desk;
        this.platform = platform;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = Wire.bytes(request);
        Here here = Here.of(request);
        String path = request.getPathInfo();
        if ("/subscribe".equals(path)) {
            Wire.write(response, subscribe(here));
        } else if ("/replay".equals(path)) {
            Wire.write(response, replay(here));
        } else if (path != null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (!desk.misbehaves(CHANNEL, response)) {
            if (party == null) {
                subscribe(here);
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
            int status = desk.does(CHANNEL, Kind.FORGED)
                    ? HttpServletResponse.SC_UNAUTHORIZED
                    : take(request::getHeader, body);
            if (status == HttpServletResponse.SC_OK) {
                desk.answer(CHANNEL, response, Wire.object());
            } else {
                response.setStatus(status);
            }
        }
    }

    /** Believes from now on what is signed with a secret. */
    void believe(String secret) {
        party = new WebhookParty(secret);
    }

    /** An event comes; what is believed is shown the first time. */
    int take(UnaryOperator<String> header, byte[] body) {
        String id = header.apply("webhook-id");
        int status = party.judge(
                id, header.apply("webhook-timestamp"), header.apply("webhook-signature"), body, Instant.now());
        if (status == HttpServletResponse.SC_OK && seen.first(id)) {
            show(event(header, Wire.read(body)));
        }
        return status;
    }

    /** Where headers say what the event is, the body is its data alone. */
    private static JsonNode event(UnaryOperator<String> header, JsonNode body) {
        return header.apply("ce-id") == null
                ? body
                : Wire.object()
                        .put("type", header.apply("ce-type"))
                        .put("subject", header.apply("ce-subject"))
                        .set("data", body);
    }

    private void show(JsonNode event) {
        Map<String, String> fields = new LinkedHashMap<>();
        event.path("data")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        fields.remove("number");
        desk.show(
                CHANNEL,
                event.path("subject").asText(),
                "webhook.event",
                event.path("type").asText(),
                fields,
                null);
    }

    /** Subscribes; where it has before, it takes a new secret and goes on where it was. */
    private synchronized ObjectNode subscribe(Here here) throws IOException {
        String own = "http://127.0.0.1:" + here.port() + PATH;
        DemoPlatform.Said said = platform.get(here, DemoPlatform.SYSTEM, DOOR + "?limit=200");
        if (!said.refused()) {
            String there = of(said.body(), own);
            said = there == null
                    ? post(here, DOOR, Wire.object().put("name", "示例系统").put("url", own))
                    : post(here, DOOR + "/" + there + "/secret", Wire.object());
        }
        if (!said.refused()) {
            believe(said.body().path("secret").asText());
            subscription = said.body().path("webhook");
            String id = subscription.path("id").asText();
            said = post(here, DOOR + "/" + id + "/resume", Wire.object());
            desk.show(CHANNEL, id, "webhook.subscribed", null, Map.of("field.address", own), null);
        }
        return said.told().put("id", subscription.path("id").asText());
    }

    private static String of(JsonNode page, String url) {
        for (JsonNode one : page.path("items")) {
            if (one.path("url").asText().equals(url)) {
                return one.path("id").asText();
            }
        }
        return null;
    }

    /** Has everything sent again since it subscribed. */
    private ObjectNode replay(Here here) throws IOException {
        String id = subscription.path("id").asText();
        if (id.isEmpty()) {
            return Wire.wrong("subscribe-first");
        }
        String from = subscription.path("madeAt").asText();
        DemoPlatform.Said said =
                post(here, DOOR + "/" + id + "/replay", Wire.object().put("from", from));
        if (!said.refused()) {
            desk.show(CHANNEL, id, "webhook.replay", null, Map.of("field.from", from), null);
        }
        return said.told();
    }

    private DemoPlatform.Said post(Here here, String path, ObjectNode body) throws IOException {
        return platform.post(
                here, DemoPlatform.SYSTEM, path, body.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
