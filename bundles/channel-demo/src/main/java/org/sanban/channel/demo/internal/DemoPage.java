// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.channel.demo.internal.DemoDesk.Kind;
import org.sanban.channel.demo.internal.DemoPlatform.Here;
import org.sanban.web.OnStartPage;
import org.sanban.web.PageFiles;

/** The page {@code /demo/} that shows messages as a phone would, and the switch that breaks the simulated parties. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-demo-page",
            "osgi.http.whiteboard.servlet.pattern=/demo",
            "osgi.http.whiteboard.servlet.pattern=/demo/*"
        })
@OnStartPage(
        address = "/demo/",
        zh = "示例对端（仅供演示）",
        en = "Made-up other sides, for demonstrations only",
        zhAbout = "示例手机、12345 中心、省平台和订阅系统，可让它们出故障",
        enAbout = "a phone, the 12345 centre, the province and a system that subscribes, and how to break them",
        staff = true)
public final class DemoPage extends PageFiles {
    private static final long serialVersionUID = 1L;
    private static final String BASE = "/demo";
    private static final int MOST = 1_000;
    static final List<String> FILES =
            List.of("index.html", "demo.js", "parties.js", "demo.css", "base.js", "zh.json", "en.json", "icon.svg");

    private final transient DemoDesk desk;
    private final transient DemoState state;

    @Activate
    public DemoPage(@Reference DemoDesk desk, @Reference DemoState state) {
        super(BASE, "/demo/", FILES, "form-action 'none'");
        this.desk = desk;
        this.state = state;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getRequestURI().substring(BASE.length())) {
            case "/messages" -> fresh(response, messages());
            case "/faults" -> fresh(response, faults());
            case "/state" -> fresh(
                    response, state.of(String.valueOf(request.getParameter("channel")), Here.of(request)));
            default -> super.doGet(request, response);
        }
    }

    private static void fresh(HttpServletResponse response, JsonNode answer) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Wire.write(response, answer);
    }

    /** {@code POST /demo/faults {"channel","kind","count"}}; a count of 0 mends it. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode wish = Wire.read(request);
        String channel = wish.path("channel").asText();
        int count = wish.path("count").asInt(1);
        Map<Kind, Integer> possible = desk.faults().getOrDefault(channel, Map.of());
        Kind kind = possible.keySet().stream()
                .filter(one -> name(one).equals(wish.path("kind").asText()))
                .findFirst()
                .orElse(null);
        if (!request.getRequestURI().equals(BASE + "/faults")) {
            text(response, HttpServletResponse.SC_NOT_FOUND, "没有这个地址 No such address\n");
        } else if (kind == null || count < 0 || count > MOST) {
            text(response, HttpServletResponse.SC_BAD_REQUEST, "channel, kind: see GET /demo/faults; count: 0-1000\n");
        } else {
            desk.breaks(channel, kind, count);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** {@code {"wechat":{"slow":0,…},…}}: how many times each will still happen. */
    private ObjectNode faults() {
        ObjectNode all = Wire.object();
        desk.faults().forEach((channel, kinds) -> {
            ObjectNode left = all.putObject(channel);
            kinds.forEach((kind, count) -> left.put(name(kind), count));
        });
        return all;
    }

    private ArrayNode messages() {
        ArrayNode all = Wire.JSON.createArrayNode();
        for (DemoDesk.Shown one : desk.shown()) {
            ObjectNode message = all.addObject()
                    .put("id", one.id())
                    .put("at", one.at().toString())
                    .put("channel", one.channel())
                    .put("to", one.to())
                    .put("what", one.what())
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
