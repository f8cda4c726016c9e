// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.sanban.api.cases.Status;
import org.sanban.workflows.internal.Edge.Point;
import org.sanban.workflows.internal.Graph.Lane;
import org.sanban.workflows.internal.Node.Kind;

/** A graph as SVG, to be looked at and printed: the diagram, and below it what there is to say about each stage. */
final class Drawing {
    private static final String FONTS =
            "'WenQuanYi Micro Hei','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif";
    private static final double EDGE = 20;
    private static final double HEAD = 40;
    private static final double LEGEND_LINE = 19;
    private static final double LEAST_WIDTH = 560;
    private static final String INK = "#263238";
    private static final String GREY = "#78909c";

    private final Graph graph;
    private final Xml xml;
    private final Pen pen;

    private Drawing(Graph graph, Xml xml) {
        this.graph = graph;
        this.xml = xml;
        this.pen = new Pen(xml);
    }

    static void write(Graph graph, OutputStream out) throws IOException {
        try (Xml xml = new Xml(out)) {
            new Drawing(graph, xml).write();
        }
    }

    private void write() throws IOException {
        double width = Math.max(graph.pool.width(), LEAST_WIDTH);
        List<String> legend = legend(width);
        double height = HEAD + graph.pool.height() + 34 + legend.size() * LEGEND_LINE;
        String title = Notes.title(graph.workflow);
        xml.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + Math.round(width + 2 * EDGE) + " " + Math.round(height + 2 * EDGE),
                "width",
                width + 2 * EDGE,
                "height",
                height + 2 * EDGE,
                "font-family",
                FONTS,
                "font-size",
                "12",
                "fill",
                INK);
        xml.text("title", title);
        arrow();
        xml.empty("rect", "width", "100%", "height", "100%", "fill", "#ffffff");
        xml.text("text", title, "x", EDGE, "y", EDGE + 18, "font-size", "19", "font-weight", "bold");
        xml.open("g", "transform", "translate(" + Math.round(EDGE) + " " + Math.round(EDGE + HEAD) + ")");
        lanes();
        for (Edge edge : graph.edges) {
            edge(edge);
        }
        for (Node node : graph.drawn()) {
            node(node);
        }
        for (Timer timer : graph.timers) {
            timer(timer);
        }
        double y = graph.pool.height() + 28;
        for (String line : legend) {
            xml.text("text", line, "x", 0, "y", y, "xml:space", "preserve");
            y += LEGEND_LINE;
        }
        xml.close(2);
    }

    private void arrow() throws IOException {
        xml.open("defs");
        xml.open(
                "marker",
                "id",
                "arrow",
                "viewBox",
                "0 0 10 10",
                "refX",
                "9",
                "refY",
                "5",
                "markerWidth",
                "8",
                "markerHeight",
                "8",
                "orient",
                "auto");
        xml.empty("path", "d", "M0 1 10 5 0 9Z", "fill", INK).close(2);
    }

    private void lanes() throws IOException {
        pen.rect(graph.pool, "#ffffff", INK, 0);
        pen.upright(Notes.name(graph.workflow), Layout.HEAD / 2, graph.pool.height() / 2, graph.pool.height());
        for (int i = 0; i < graph.lanes.size(); i++) {
            Lane lane = graph.lanes.get(i);
            Box box = new Box(Layout.HEAD, lane.top, graph.pool.width() - Layout.HEAD, lane.height);
            pen.rect(box, i % 2 == 0 ? "#fafbfc" : "#f1f4f6", GREY, 0);
            pen.rect(new Box(Layout.HEAD, lane.top, Layout.HEAD, lane.height), "#e3eaee", GREY, 0);
            pen.upright(lane.name, Layout.HEAD * 1.5, lane.top + lane.height / 2, lane.height);
        }
    }

    private void edge(Edge edge) throws IOException {
        StringBuilder path = new StringBuilder();
        for (Point point : edge.points) {
            path.append(path.length() == 0 ? "M" : " L")
                    .append(Math.round(point.x()))
                    .append(' ')
                    .append(Math.round(point.y()));
        }
        xml.open("g");
        if (!edge.notes.isEmpty()) {
            xml.text("title", String.join("\n", edge.notes));
        }
        xml.empty(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                edge.back ? GREY : INK,
                "stroke-width",
                "1.2",
                "stroke-dasharray",
                edge.back ? "6 3" : null,
                "marker-end",
                "url(#arrow)");
        Box box = edge.name();
        if (box != null) {
            pen.lines(edge.lines(), box.x() + box.width() / 2, box.y(), "12", "#1a4d80");
        }
        xml.close(1);
    }

    private void node(Node node) throws IOException {
        xml.open("g");
        if (!node.notes.isEmpty()) {
            xml.text("title", String.join("\n", node.notes));
        }
        Box box = node.shape();
        double middle = box.x() + box.width() / 2;
        switch (node.kind) {
            case TASK -> {
                pen.rect(box, "#ffffff", "#1a4d80", 8);
                pen.lines(node.name, middle, node.y - node.name.size() * Node.LINE / 2, "13", INK);
            }
            case GATEWAY -> {
                double half = Node.GATEWAY_HALF;
                String diamond = Math.round(middle - half) + "," + Math.round(node.y) + " " + Math.round(middle) + ","
                        + Math.round(node.y - half) + " " + Math.round(middle + half) + "," + Math.round(node.y) + " "
                        + Math.round(middle) + "," + Math.round(node.y + half);
                xml.empty("polygon", "points", diamond, "fill", "#fff8e1", "stroke", "#8d6e00", "stroke-width", "1.4");
                xml.text(
                        "text",
                        "×",
                        "x",
                        middle,
                        "y",
                        node.y + 7,
                        "text-anchor",
                        "middle",
                        "font-size",
                        "20",
                        "fill",
                        "#8d6e00");
            }
            default -> {
                boolean end = node.kind == Kind.END;
                xml.empty(
                        "circle",
                        "cx",
                        middle,
                        "cy",
                        node.y,
                        "r",
                        Node.EVENT_HALF,
                        "fill",
                        "#ffffff",
                        "stroke",
                        end ? color(node) : "#2e7d32",
                        "stroke-width",
                        end ? "4" : "1.6");
                pen.lines(node.name, middle, node.nameBox().y(), "12", INK);
            }
        }
        xml.close(1);
    }

    /** A case that is done is another end than one that is refused; a reminder ends no case. */
    private static String color(Node end) {
        if (end.notes.isEmpty()) {
            return GREY;
        }
        return end.notes.contains(Notes.status(Status.DONE)) ? "#2e7d32" : "#b71c1c";
    }

    private void timer(Timer timer) throws IOException {
        Box box = timer.shape();
        double x = box.x() + Timer.HALF;
        double y = box.y() + Timer.HALF;
        String dashes = timer.leaves() ? null : "3 2";
        xml.open("g");
        xml.text("title", timer.name() + "\n" + String.join("\n", timer.notes()));
        xml.empty(
                "circle",
                "cx",
                x,
                "cy",
                y,
                "r",
                Timer.HALF,
                "fill",
                "#ffffff",
                "stroke",
                INK,
                "stroke-dasharray",
                dashes);
        xml.empty(
                "circle",
                "cx",
                x,
                "cy",
                y,
                "r",
                Timer.HALF - 3,
                "fill",
                "none",
                "stroke",
                INK,
                "stroke-dasharray",
                dashes);
        String hands = "M" + Math.round(x) + " " + Math.round(y - 7) + "v7h5";
        xml.empty("path", "d", hands, "fill", "none", "stroke", INK, "stroke-width", "1.2")
                .close(1);
    }

    private List<String> legend(double width) {
        List<String> lines = new ArrayList<>();
        lines.add(Notes.say("legend"));
        for (Node node : graph.nodes) {
            if (node.kind == Kind.TASK || node.kind == Kind.START) {
                String text = node.title + "：" + String.join("；", node.notes);
                List<String> wrapped = Wrap.lines(text, width / 12 - 3);
                for (int i = 0; i < wrapped.size(); i++) {
                    lines.add((i == 0 ? "· " : "　") + wrapped.get(i));
                }
            }
        }
        return lines;
    }
}
