// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.sanban.api.problem.Texts;

/** A4 pages filled from top to bottom; measures are points. Feet are written last, when it is known how many there are. */
final class Pages implements Closeable {
    static final float LEFT = 62;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    static final float TOP = PDRectangle.A4.getHeight() - 54;
    static final float BOTTOM = 74;

    private static final Texts TEXTS = Texts.of(Pages.class);
    private static final float FOOT = 34;
    private static final float SMALL = 8;
    private static final float NOTE_LEADING = 11;
    private static final float WATERMARK = 170;
    private static final Color PALE = new Color(236, 236, 236);
    private static final Color GREY = new Color(96, 96, 96);

    private final PDDocument document;
    private final Lines lines;
    private final boolean sample;
    private final List<Set<Integer>> lost = new ArrayList<>();
    private PDPageContentStream ink;
    private float y;

    Pages(PDDocument document, Lines lines, boolean sample) throws IOException {
        this.document = document;
        this.lines = lines;
        this.sample = sample;
        next();
    }

    /** Height that is left on this page. */
    float room() {
        return y - BOTTOM;
    }

    /** Where the next thing goes: its upper edge. */
    float y() {
        return y;
    }

    /** Goes down. */
    void down(float height) {
        y -= height;
    }

    /** Goes to the next page unless {@code height} is left. */
    void need(float height) throws IOException {
        if (room() < height) {
            next();
        }
    }

    /** Goes to the next page. */
    void next() throws IOException {
        close();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        lost.add(new LinkedHashSet<>());
        ink = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
        ink.setLineWidth(0.6f);
        y = TOP;
        if (sample) {
            watermark();
        }
    }

    /** Writes a line with its base at {@code base}. */
    void write(List<Glyph> line, float x, float base, float size, boolean bold) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        ink.beginText();
        // The font has one weight; a thin outline makes the other.
        ink.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        ink.setLineWidth(bold ? size / 36 : 0.6f);
        ink.newLineAtOffset(x, base);
        show(line, size);
        ink.endText();
        ink.setLineWidth(0.6f);
    }

    /** Draws a straight line. */
    void line(float fromX, float fromY, float toX, float toY) throws IOException {
        ink.moveTo(fromX, fromY);
        ink.lineTo(toX, toY);
        ink.stroke();
    }

    /** Draws an empty box; {@code top} is its upper edge. */
    void box(float x, float top, float width, float height) throws IOException {
        ink.addRect(x, top - height, width, height);
        ink.stroke();
    }

    /** Fills boxes of one size. */
    void dots(List<float[]> corners, float size) throws IOException {
        for (float[] corner : corners) {
            ink.addRect(corner[0], corner[1], size, size);
        }
        ink.fill();
    }

    /** Writes the feet. */
    void finish() throws IOException {
        close();
        int count = document.getNumberOfPages();
        for (int i = 0; i < count; i++) {
            ink = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
            ink.setNonStrokingColor(GREY);
            centred(TEXTS.get("page", i + 1, count).zh(), FOOT);
            if (sample) {
                centred(TEXTS.get("sample").zh(), FOOT - NOTE_LEADING);
            }
            note(lost.get(i));
            close();
        }
    }

    private void centred(String text, float base) throws IOException {
        List<Glyph> line = lines.one(text);
        write(line, LEFT + (WIDTH - Lines.width(line) * SMALL) / 2, base, SMALL, false);
    }

    /** Which characters a clerk writes in by hand, since no font has them. */
    private void note(Set<Integer> characters) throws IOException {
        if (characters.isEmpty()) {
            return;
        }
        String codes = characters.stream().map(c -> String.format("U+%04X", c)).collect(Collectors.joining("、"));
        List<List<Glyph>> text = lines.of(TEXTS.get("lost", codes).zh(), WIDTH / SMALL, 0);
        float base = FOOT + NOTE_LEADING * Math.min(text.size(), 3) + 2;
        for (List<Glyph> line : text.subList(0, Math.min(text.size(), 3))) {
            write(line, LEFT, base, SMALL, false);
            base -= NOTE_LEADING;
        }
    }

    private void watermark() throws IOException {
        List<Glyph> word = lines.one(TEXTS.get("watermark").zh());
        ink.beginMarkedContent(COSName.ARTIFACT);
        ink.saveGraphicsState();
        ink.setNonStrokingColor(PALE);
        ink.beginText();
        double angle = Math.toRadians(45);
        float half = Lines.width(word) * WATERMARK / 2;
        float x = PDRectangle.A4.getWidth() / 2 - (float) Math.cos(angle) * half + WATERMARK / 4;
        float base = PDRectangle.A4.getHeight() / 2 - (float) Math.sin(angle) * half;
        ink.setTextMatrix(Matrix.getRotateInstance(angle, x, base));
        show(word, WATERMARK);
        ink.endText();
        ink.restoreGraphicsState();
        ink.endMarkedContent();
    }

    private void show(List<Glyph> line, float size) throws IOException {
        StringBuilder run = new StringBuilder();
        PDFont font = line.get(0).font();
        for (Glyph glyph : line) {
            if (glyph.font() != font) {
                flush(run, font, size);
                font = glyph.font();
            }
            run.appendCodePoint(glyph.codePoint());
            if (glyph.lost() != 0) {
                lost.get(lost.size() - 1).add(glyph.lost());
            }
        }
        flush(run, font, size);
    }

    private void flush(StringBuilder run, PDFont font, float size) throws IOException {
        if (run.length() > 0) {
            ink.setFont(font, size);
            ink.showText(run.toString());
            run.setLength(0);
        }
    }

    @Override
    public void close() throws IOException {
        if (ink != null) {
            ink.close();
            ink = null;
        }
    }
}
