// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The start page at {@code /} and Swagger UI at {@code /api/docs}: files of this bundle, by name only. */
final class Front extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "png", "image/png");

    private final String folder;

    /** @param folder where its files lie in the bundle */
    Front(String folder) {
        this.folder = folder;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null && request.getServletPath().length() > 1) {
            response.sendRedirect(request.getRequestURI() + "/");
            return;
        }
        String name = path == null || path.equals("/") ? "index.html" : path.substring(1);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream in =
                !name.matches("[a-z0-9.-]+") || type == null ? null : Front.class.getResourceAsStream(folder + name)) {
            if (in == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(type);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'");
            in.transferTo(response.getOutputStream());
        }
    }
}
