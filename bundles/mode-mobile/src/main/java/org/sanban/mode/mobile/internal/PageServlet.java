// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import org.osgi.service.component.annotations.Component;
import org.sanban.web.OnStartPage;
import org.sanban.web.PageFiles;

/**
 * The page that takes cases, at {@code /mobile/}: files of this bundle, by name only. Its service worker keeps them on the
 * device; it is told their names, and a version that changes with any of them.
 */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/mobile/*")
@OnStartPage(
        address = "/mobile/",
        zh = "流动代办点收件",
        en = "Mobile point",
        zhAbout = "没有网络也能收件，联网后补传",
        enAbout = "takes cases without a network too, and sends them later",
        staff = true)
public final class PageServlet extends PageFiles {
    private static final long serialVersionUID = 1L;
    static final String WORKER = "sw.js";
    static final List<String> FILES = List.of(
            "index.html",
            "mobile.css",
            "app.js",
            "base.js",
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

    /** Reads its files. */
    public PageServlet() {
        super(
                "/mobile",
                "/page/",
                Stream.concat(FILES.stream(), Stream.of(WORKER)).toList(),
                "img-src 'self' blob:; form-action 'none'");
    }

    /** The worker keeps all files of a version; what it keeps and which version that is, it is told here. */
    @Override
    protected byte[] read(String name) {
        byte[] bytes = super.read(name);
        return name.equals(WORKER) ? worker(bytes) : bytes;
    }

    private byte[] worker(byte[] script) {
        long version = sum(script);
        for (String name : FILES) {
            version = 31 * version + sum(super.read(name));
        }
        return new String(script, StandardCharsets.UTF_8)
                .replace("@version@", Long.toHexString(version))
                .replace("'@files@'", "'" + String.join("', '", FILES) + "'")
                .getBytes(StandardCharsets.UTF_8);
    }
}
