// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.util.List;
import javax.servlet.Servlet;
import org.osgi.service.component.annotations.Component;
import org.sanban.web.OnStartPage;
import org.sanban.web.PageFiles;

/** The page that draws the numbers, at {@code /board/}: files of this bundle, by name only. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-board",
            "osgi.http.whiteboard.servlet.pattern=/board",
            "osgi.http.whiteboard.servlet.pattern=/board/*"
        })
@OnStartPage(
        address = "/board/",
        zh = "办件看板",
        en = "Board of cases",
        zhAbout = "办件量、按时办结率、满意率和星级得分",
        enAbout = "volumes, on-time rate, satisfaction and star scores",
        staff = true)
public final class BoardPage extends PageFiles {
    private static final long serialVersionUID = 1L;
    static final List<String> FILES = List.of(
            "index.html",
            "board.css",
            "app.js",
            "view.js",
            "charts.js",
            "cases.js",
            "score.js",
            "data.js",
            "base.js",
            "dom.js",
            "server.js",
            "zh.json",
            "en.json",
            "icon.svg",
            "echarts.js");

    /** Reads its files. */
    public BoardPage() {
        super("/board", "/board/", FILES, "form-action 'none'");
    }
}
