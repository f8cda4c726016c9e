// SPDX-License-Identifier: Apache-2.0
package org.sanban.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A page of a bundle: its files, at an address of its own, and nothing else. What a browser has it asks for again and is
 * not sent twice; scripts, styles and images come from the platform alone.
 */
@ConsumerType
public abstract class PageFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String INDEX = "index.html";
    private static final String BASE = "base.js";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json; charset=utf-8");

    private final String base;
    private final String folder;
    private final String policy;
    /** By name, quoted. */
    private final Map<String, String> tags = new TreeMap<>();

    /**
     * @param base its address, without the last slash
     * @param folder where its files lie in the bundle, with both slashes
     * @param files their names; {@code index.html} is what the address itself shows, {@code base.js} the one that pages share
     * @param more of the content security policy, beyond {@code default-src 'self'}; empty for none
     */
    protected PageFiles(String base, String folder, Collection<String> files, String more) {
        this.base = base;
        this.folder = folder;
        this.policy =
                "default-src 'self'; base-uri 'none'; frame-ancestors 'none'" + (more.isEmpty() ? "" : "; " + more);
        files.forEach(name -> tags.put(name, tag(read(name))));
    }

    /** The file the address itself shows. */
    protected String index(HttpServletRequest request) {
        return INDEX;
    }

    /** What is in a file of the page, or in {@code base.js}, which pages share. */
    protected byte[] read(String name) {
        try (InputStream in = name.equals(BASE)
                ? PageFiles.class.getResourceAsStream(BASE)
                : getClass().getResourceAsStream(folder + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is sent of a file: what is in it. */
    protected byte[] content(String name) {
        return read(name);
    }

    /** What tells one content of a file from another, quoted; {@code null} for a file that there is not. */
    protected String tag(String name) {
        return tags.get(name);
    }

    /** What tells some bytes from others, quoted. */
    protected static String tag(byte[] bytes) {
        return '"' + Long.toHexString(sum(bytes)) + '"';
    }

    /** The checksum of some bytes. */
    protected static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(base.length());
        if (path.isEmpty()) {
            response.sendRedirect(base + "/");
            return;
        }
        String name = path.equals("/") ? index(request) : path.substring(1);
        String tag = tag(name);
        response.setHeader("X-Content-Type-Options", "nosniff");
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
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.getOutputStream().write(content(name));
    }
}
