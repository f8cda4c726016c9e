// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * The start page at {@code /} and Swagger UI at {@code /api/docs}: files of this bundle, by name only; the page itself in
 * the browser's language, or that of {@code ?lang=}.
 */
final class Front extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "png", "image/png");

    private final String base;
    private final String folder;

    /**
     * @param base the address of its pages, without the last slash
     * @param folder where its files lie in the bundle
     */
    Front(String base, String folder) {
        this.base = base;
        this.folder = folder;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(base.length());
        if (path.isEmpty()) {
            response.sendRedirect(base + "/");
            return;
        }
        boolean page = path.equals("/");
        Locale language = language(request);
        String index = language == Locale.ENGLISH ? "index_en.html" : "index.html";
        String name = page ? index : path.substring(1);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream in =
                !name.matches("[a-z0-9._-]+") || type == null ? null : Front.class.getResourceAsStream(folder + name)) {
            if (in == null) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                response.setContentType("text/plain; charset=utf-8");
                response.getOutputStream().write("没有这个页面 No such page\n".getBytes(StandardCharsets.UTF_8));
                return;
            }
            response.setContentType(type);
            if (page) {
                response.setHeader("Content-Language", language.getLanguage());
                response.setHeader("Vary", "Accept-Language");
            }
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'");
            in.transferTo(response.getOutputStream());
        }
    }

    private static Locale language(HttpServletRequest request) {
        String chosen = request.getParameter("lang");
        return Language.of(chosen == null ? request.getHeader("Accept-Language") : chosen);
    }
}
