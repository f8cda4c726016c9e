// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.util.List;
import javax.servlet.Servlet;
import org.osgi.service.component.annotations.Component;
import org.sanban.web.PageFiles;

/** The page that links lead to, {@code /evaluate/}: files of this bundle, by name only. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-evaluate",
            "osgi.http.whiteboard.servlet.pattern=/evaluate",
            "osgi.http.whiteboard.servlet.pattern=/evaluate/*"
        })
public final class EvaluatePage extends PageFiles {
    private static final long serialVersionUID = 1L;

    /** Reads its files. */
    public EvaluatePage() {
        super("/evaluate", "/evaluate/", List.of("index.html", "evaluate.css", "evaluate.js", "texts.js"), "");
    }
}
