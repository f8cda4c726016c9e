// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.sanban.web.PageFiles;

/**
 * Swagger UI at {@code /api/docs}, and what the start page is made of: files of this bundle, by name only; the page itself
 * in the browser's language, or that of {@code ?lang=}.
 */
class Front extends PageFiles {
    private static final long serialVersionUID = 1L;
    static final String ENGLISH = "index_en.html";

    /**
     * @param base the address of its pages, without the last slash
     * @param folder where its files lie in the bundle
     * @param more files beside the two pages
     */
    Front(String base, String folder, String... more) {
        super(
                base,
                folder,
                Stream.concat(Stream.of("index.html", ENGLISH), Stream.of(more)).toList(),
                "img-src 'self' data:; style-src 'self' 'unsafe-inline'");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Language", language(request).getLanguage());
        response.setHeader("Vary", "Accept-Language");
        super.doGet(request, response);
    }

    @Override
    protected String index(HttpServletRequest request) {
        return language(request) == Locale.ENGLISH ? ENGLISH : super.index(request);
    }

    private static Locale language(HttpServletRequest request) {
        String chosen = request.getParameter("lang");
        return Language.of(chosen == null ? request.getHeader("Accept-Language") : chosen);
    }
}
