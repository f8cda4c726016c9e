// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.io.IOException;
import java.util.function.Supplier;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Text that is made anew for each request: the OpenAPI document, the metrics. */
final class Pages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient Supplier<byte[]> content;

    Pages(String type, Supplier<byte[]> content) {
        this.type = type;
        this.content = content;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = content.get();
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
