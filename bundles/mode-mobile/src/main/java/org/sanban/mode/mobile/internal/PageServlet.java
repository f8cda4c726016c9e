// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/**
 * The page that takes cases, at {@code /mobile/}: files of this bundle, by name only. Its service worker keeps them on the
 * device; it is told their names, and a version that changes with any of them.
 */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/mobile/*")
public final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String WORKER = "sw.js";
    static final List<String> FILES = List.of(
            "index.html",
            "mobile.css",
            "app.js",
            "dom.js",
            "login.js",
            "pack.js",
            "take.js",
            "photos.js",
            "cases.js",
            "checks.js",
            "store.js",
            "server.js",
            "sync.js",
            "zh.json",
            "en.json",
            "icon.svg",
            "app.webmanifest");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json; charset=utf-8");
    private static final String POLICY =
            "default-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String version = version();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            response.sendRedirect(request.getRequestURI() + "/");
            return;
        }
        String name = path.equals("/") ? "index.html" : path.substring(1);
        boolean worker = name.equals(WORKER);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!worker && !FILES.contains(name)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain; charset=utf-8");
            response.getOutputStream().write("没有这个页面 No such page\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        response.setContentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(worker ? worker() : read(name));
    }

    private byte[] worker() {
        String files = "'" + String.join("', '", FILES) + "'";
        return new String(read(WORKER), StandardCharsets.UTF_8)
                .replace("@version@", version)
                .replace("'@files@'", files)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String version() {
        CRC32 sum = new CRC32();
        FILES.forEach(name -> sum.update(read(name)));
        sum.update(read(WORKER));
        return Long.toHexString(sum.getValue());
    }

    private static byte[] read(String name) {
        try (InputStream in = PageServlet.class.getResourceAsStream("/page/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
