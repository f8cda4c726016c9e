// SPDX-License-Identifier: Apache-2.0
package org.sanban.pages.internal;

import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Component;
import org.sanban.web.OnStartPage;
import org.sanban.web.PageFiles;

/** Guides of the matters in force, at {@code /guides/}; one of them at {@code /guides/#CODE} or {@code /guides/#CODE/VERSION}. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-guides",
            "osgi.http.whiteboard.servlet.pattern=/guides",
            "osgi.http.whiteboard.servlet.pattern=/guides/*"
        })
@OnStartPage(
        address = "/guides/",
        zh = "办事指南",
        en = "Guides",
        zhAbout = "查事项：要什么材料、去哪里办、几天办结、收不收费",
        enAbout = "what to bring, where to go, how long it takes, what it costs")
public final class GuidesPage extends PageFiles {
    private static final long serialVersionUID = 1L;
    private static final String INDEX = "guides.html";
    static final List<String> FILES = List.of(
            INDEX, "guides.js", "pages.css", "base.js", "dom.js", "server.js", "zh.json", "en.json", "icon.svg");

    /** Reads its files. */
    public GuidesPage() {
        super("/guides", "/pages/", FILES, "form-action 'none'");
    }

    @Override
    protected String index(HttpServletRequest request) {
        return INDEX;
    }
}
