// SPDX-License-Identifier: Apache-2.0
package org.sanban.pages.internal;

import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Component;
import org.sanban.web.OnStartPage;
import org.sanban.web.PageFiles;

/** How a case stands, for its applicant, at {@code /progress/}; {@code /progress/#NUMBER} fills its number in. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-progress",
            "osgi.http.whiteboard.servlet.pattern=/progress",
            "osgi.http.whiteboard.servlet.pattern=/progress/*"
        })
@OnStartPage(
        address = "/progress/",
        zh = "进度查询",
        en = "Follow a case",
        zhAbout = "凭办件编号和手机后四位查询，不用登录",
        enAbout = "by its number and the last four digits of the phone, without a login")
public final class ProgressPage extends PageFiles {
    private static final long serialVersionUID = 1L;
    private static final String INDEX = "progress.html";
    static final List<String> FILES = List.of(
            INDEX, "progress.js", "pages.css", "base.js", "dom.js", "server.js", "zh.json", "en.json", "icon.svg");

    /** Reads its files. */
    public ProgressPage() {
        super("/progress", "/pages/", FILES, "form-action 'none'");
    }

    @Override
    protected String index(HttpServletRequest request) {
        return INDEX;
    }
}
