// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/** The page that links lead to, {@code /evaluate/}: files of this bundle, by name only. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-evaluate",
            "osgi.http.whiteboard.servlet.pattern=/evaluate",
            "osgi.http.whiteboard.servlet.pattern=/evaluate/*"
        })
public final class EvaluatePage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String BASE = "/evaluate";
    private static final Map<String, String> FILES = Map.of(
            "/", "index.html",
            "/evaluate.css", "evaluate.css",
            "/evaluate.js", "evaluate.js",
            "/texts.js", "texts.js");
    private static final Map<String, String> TYPES = Map.of(
            "html",
            "text/html; charset=utf-8",
            "css",
            "text/css; charset=utf-8",
            "js",
            "text/javascript; charset=utf-8");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(BASE.length());
        if (path.isEmpty()) {
            response.sendRedirect(BASE + "/");
            return;
        }
        String file = FILES.get(path);
        if (file == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain; charset=utf-8");
            response.getOutputStream().write("没有这个页面 No such page\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        response.setContentType(TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-cache");
        try (InputStream in = EvaluatePage.class.getResourceAsStream("/evaluate/" + file)) {
            in.transferTo(response.getOutputStream());
        }
    }
}
