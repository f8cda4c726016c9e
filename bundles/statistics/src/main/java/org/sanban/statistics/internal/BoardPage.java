// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/** The page that draws the numbers, at {@code /board/}: files of this bundle, by name only. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-board",
            "osgi.http.whiteboard.servlet.pattern=/board",
            "osgi.http.whiteboard.servlet.pattern=/board/*"
        })
public final class BoardPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String BASE = "/board";
    static final List<String> FILES = List.of(
            "index.html",
            "board.css",
            "app.js",
            "view.js",
            "charts.js",
            "cases.js",
            "score.js",
            "data.js",
            "dom.js",
            "server.js",
            "zh.json",
            "en.json",
            "icon.svg",
            "echarts.js");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml");
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Tags by name: what a browser has it asks for again, and is not sent twice. */
    private final Map<String, String> tags =
            FILES.stream().collect(Collectors.toMap(Function.identity(), BoardPage::tag));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(BASE.length());
        if (path.isEmpty()) {
            response.sendRedirect(BASE + "/");
            return;
        }
        String name = path.equals("/") ? "index.html" : path.substring(1);
        response.setHeader("X-Content-Type-Options", "nosniff");
        String tag = tags.get(name);
        if (tag == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain; charset=utf-8");
            response.getOutputStream().write("没有这个页面 No such page\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        response.setHeader("Content-Security-Policy", POLICY);
        response.getOutputStream().write(read(name));
    }

    private static String tag(String name) {
        CRC32 sum = new CRC32();
        sum.update(read(name));
        return '"' + Long.toHexString(sum.getValue()) + '"';
    }

    private static byte[] read(String name) {
        try (InputStream in = BoardPage.class.getResourceAsStream("/board/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
