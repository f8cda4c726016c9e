// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.channel.demo.internal.DemoDesk.Kind;

/** The page {@code /demo/} that shows messages as a phone would, and the switch that breaks the simulated parties. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-demo-page",
            "osgi.http.whiteboard.servlet.pattern=/demo",
            "osgi.http.whiteboard.servlet.pattern=/demo/*"
        })
public final class DemoPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String BASE = "/demo";
    private static final int MOST = 1_000;
    private static final Map<String, String> TYPES = Map.of(
            "/", "text/html; charset=utf-8",
            "/demo.css", "text/css; charset=utf-8",
            "/demo.js", "text/javascript; charset=utf-8");

    private final transient DemoDesk desk;

    @Activate
    public DemoPage(@Reference DemoDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(BASE.length());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (path.isEmpty()) {
            response.sendRedirect(BASE + "/");
        } else if (path.equals("/messages")) {
            response.setHeader("Cache-Control", "no-store");
            Wire.write(response, messages());
        } else if (TYPES.containsKey(path)) {
            response.setContentType(TYPES.get(path));
            response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
            response.setHeader("Cache-Control", "no-cache");
            try (InputStream in =
                    DemoPage.class.getResourceAsStream(path.equals("/") ? "/demo/index.html" : "/demo" + path)) {
                in.transferTo(response.getOutputStream());
            }
        } else {
            text(response, HttpServletResponse.SC_NOT_FOUND, "没有这个页面 No such page\n");
        }
    }

    /** {@code POST /demo/faults {"channel","kind","count"}}; a count of 0 mends it. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode wish = Wire.read(request);
        String channel = wish.path("channel").asText();
        int count = wish.path("count").asInt(1);
        Kind kind = Stream.of(Kind.values())
                .filter(one -> one.name().equals(wish.path("kind").asText().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
        if (!request.getRequestURI().equals(BASE + "/faults")) {
            text(response, HttpServletResponse.SC_NOT_FOUND, "没有这个地址 No such address\n");
        } else if (kind == null || !channel.matches("[a-z-]{1,20}") || count < 0 || count > MOST) {
            text(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "channel, kind: slow error busy hang garbage encoding lost twice forged early, count: 0-1000\n");
        } else {
            desk.breaks(channel, kind, count);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private ArrayNode messages() {
        ArrayNode all = Wire.JSON.createArrayNode();
        for (DemoDesk.Shown one : desk.shown()) {
            ObjectNode message = all.addObject()
                    .put("id", one.id())
                    .put("at", one.at().toString())
                    .put("channel", one.channel())
                    .put("to", one.to())
                    .put("title", one.title())
                    .put("text", one.text());
            one.fields().forEach(message.putObject("fields")::put);
        }
        return all;
    }

    private static void text(HttpServletResponse response, int status, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }
}
