// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines by the width its characters mostly have; whoever looks at the drawing brings the font. */
final class Wrap {
    private static final String NOT_FIRST = "。，、；：）》」”’／";
    private static final double NARROW = 0.6;

    private Wrap() {}

    /** Lines of at most {@code em}; none for no text. */
    static List<String> lines(String text, double em) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double width = 0;
        for (int c : text.codePoints().toArray()) {
            boolean fits = width + width(c) <= em || NOT_FIRST.indexOf(c) >= 0;
            if (!fits && line.length() > 0) {
                int word = c < 0x250 && c != ' ' ? line.lastIndexOf(" ") + 1 : 0;
                String rest = word > 0 ? line.substring(word) : "";
                lines.add(line.substring(0, line.length() - rest.length()).strip());
                line.setLength(0);
                line.append(rest);
                width = width(rest);
            }
            line.appendCodePoint(c);
            width += width(c);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** The width of the widest line, in em. */
    static double widest(List<String> lines) {
        return lines.stream().mapToDouble(Wrap::width).max().orElse(0);
    }

    private static double width(String text) {
        return text.codePoints().mapToDouble(Wrap::width).sum();
    }

    private static double width(int codePoint) {
        return codePoint < 0x250 ? NARROW : 1;
    }
}
