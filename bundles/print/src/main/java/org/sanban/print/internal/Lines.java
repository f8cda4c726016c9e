// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines as Chinese is set: between any two characters, but no 。 at a beginning and no （ at an end. */
final class Lines {
    private static final String NOT_FIRST = "。，、；：？！）》」』】〕〉”’…—·％℃,.;:?!)]}%";
    private static final String NOT_LAST = "（《「『【〔〈“‘￥([{";
    private static final int TAB = 4;

    private final Typeface typeface;

    Lines(Typeface typeface) {
        this.typeface = typeface;
    }

    /**
     * The lines of a text.
     *
     * @param width of a line, in em
     * @param indent of the first line of each paragraph, in em of ideographic spaces
     */
    List<List<Glyph>> of(String text, float width, int indent) {
        List<List<Glyph>> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            fill(glyphs("　".repeat(indent) + paragraph), width, lines);
        }
        return lines;
    }

    /** One line, however long. */
    List<Glyph> one(String text) {
        return glyphs(text);
    }

    /** The width of a line in em. */
    static float width(List<Glyph> line) {
        float width = 0;
        for (Glyph glyph : line) {
            width += glyph.width();
        }
        return width;
    }

    private List<Glyph> glyphs(String text) {
        List<Glyph> glyphs = new ArrayList<>();
        text.replace("\t", " ".repeat(TAB))
                .codePoints()
                .filter(Lines::visible)
                .forEach(c -> glyphs.add(typeface.glyph(Character.isSpaceChar(c) && c != '　' ? ' ' : c)));
        return glyphs;
    }

    /** Not what only steers other systems: controls, joiners, variation selectors. */
    private static boolean visible(int codePoint) {
        int type = Character.getType(codePoint);
        boolean selector = codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
        return type != Character.CONTROL && type != Character.FORMAT && !selector;
    }

    private static void fill(List<Glyph> glyphs, float most, List<List<Glyph>> lines) {
        int start = 0;
        int gap = 0;
        float width = 0;
        for (int i = 0; i < glyphs.size(); i++) {
            if (i > start
                    && mayPart(glyphs.get(i - 1).codePoint(), glyphs.get(i).codePoint())) {
                gap = i;
            }
            width += glyphs.get(i).width();
            while (width > most && i > start && glyphs.get(i).codePoint() != ' ') {
                int end = gap > start ? gap : i;
                lines.add(glyphs.subList(start, end));
                start = end;
                width = width(glyphs.subList(start, i + 1));
            }
        }
        lines.add(glyphs.subList(start, glyphs.size()));
    }

    private static boolean mayPart(int before, int after) {
        if (after == ' ' || NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0) {
            return false;
        }
        return !(inWord(before) && inWord(after));
    }

    /** Letters, digits and what joins them: numbers, codes and addresses stay whole where a line holds them. */
    private static boolean inWord(int codePoint) {
        return codePoint > ' ' && codePoint < 0x250;
    }
}
