// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.io.IOException;
import java.util.List;

/** Boxes and words in SVG. */
final class Pen {
    private final Xml xml;

    Pen(Xml xml) {
        this.xml = xml;
    }

    /** Chinese from top to bottom; smaller where it would not fit. */
    void upright(String text, double x, double middle, double room) throws IOException {
        int[] characters = text.codePoints().toArray();
        double step = Math.min(16, (room - 8) / characters.length);
        double y = middle - (characters.length - 1) * step / 2;
        for (int c : characters) {
            xml.text(
                    "text",
                    Character.toString(c),
                    "x",
                    x,
                    "y",
                    y + step * 0.3,
                    "text-anchor",
                    "middle",
                    "font-size",
                    Math.min(13, step),
                    "font-weight",
                    "bold");
            y += step;
        }
    }

    /** A box, with round corners or without. */
    void rect(Box box, String fill, String stroke, double round) throws IOException {
        xml.empty(
                "rect",
                "x",
                box.x(),
                "y",
                box.y(),
                "width",
                box.width(),
                "height",
                box.height(),
                "rx",
                round,
                "fill",
                fill,
                "stroke",
                stroke,
                "stroke-width",
                "1.2");
    }

    /** Lines below each other, centred on {@code middle}. */
    void lines(List<String> lines, double middle, double top, String size, String color) throws IOException {
        double base = top + 12;
        for (String line : lines) {
            xml.text("text", line, "x", middle, "y", base, "text-anchor", "middle", "font-size", size, "fill", color);
            base += Node.LINE;
        }
    }
}
