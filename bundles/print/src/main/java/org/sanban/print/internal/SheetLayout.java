// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.io.IOException;
import java.util.List;
import org.sanban.api.print.Sheet;
import org.sanban.api.print.Sheet.Row;
import org.sanban.api.print.Sheet.Section;
import org.sanban.api.problem.Texts;

/** How a paper looks: title, tables of labels and values, running text, lines to sign on, a QR code at the foot. */
final class SheetLayout {
    private static final Texts TEXTS = Texts.of(SheetLayout.class);
    private static final float TITLE = 20;
    private static final float HEADING = 12.5f;
    private static final float TEXT = 10.5f;
    private static final float SMALL = 9;
    private static final float LEADING = 15;
    private static final float PAD = 4;
    private static final float LABEL = 118;
    private static final float VALUE = Pages.WIDTH - LABEL;
    /** Of a row that is filled in by hand. */
    private static final float TO_WRITE = 32;
    /** From the upper edge of a line to its base. */
    private static final float ASCENT = 11;

    private static final int FULL_PAGE = (int) ((Pages.TOP - Pages.BOTTOM - 2 * PAD) / LEADING);
    private static final int FEWEST_LINES = 3;
    private static final int ABREAST = 3;
    private static final float SIGNING = 70;
    private static final float CODE = 78;
    private static final float SHORTEST_LINE = 40;
    private static final float LONGEST_LINE = 220;

    private final Pages pages;
    private final Lines lines;

    SheetLayout(Pages pages, Lines lines) {
        this.pages = pages;
        this.lines = lines;
    }

    void set(Sheet sheet) throws IOException {
        if (sheet.reference() != null) {
            reference(TEXTS.get("reference", sheet.reference()).zh());
        }
        title(sheet.title());
        for (Section section : sheet.sections()) {
            section(section);
        }
        List<String> signers = sheet.signatures();
        for (int i = 0; i < signers.size(); i += ABREAST) {
            int end = Math.min(i + ABREAST, signers.size());
            // A page with nothing but the code would be lost.
            boolean codeFollows = end == signers.size() && sheet.link() != null;
            sign(signers.subList(i, end), codeFollows ? SIGNING + CODE : SIGNING);
        }
        if (sheet.link() != null) {
            code(sheet.link());
        }
    }

    private void reference(String text) throws IOException {
        for (List<Glyph> line : lines.of(text, Pages.WIDTH / SMALL, 0)) {
            float x = Pages.LEFT + Pages.WIDTH - Lines.width(line) * SMALL;
            pages.write(line, x, pages.y() - SMALL, SMALL, false);
            pages.down(LEADING);
        }
    }

    private void title(String text) throws IOException {
        pages.down(4);
        for (List<Glyph> line : lines.of(text, Pages.WIDTH / TITLE, 0)) {
            float x = Pages.LEFT + (Pages.WIDTH - Lines.width(line) * TITLE) / 2;
            pages.write(line, x, pages.y() - TITLE, TITLE, true);
            pages.down(TITLE * 1.5f);
        }
        pages.down(4);
    }

    private void section(Section section) throws IOException {
        if (section.heading() != null) {
            pages.need(HEADING * 2 + LEADING * FEWEST_LINES);
            pages.down(8);
            for (List<Glyph> line : lines.of(section.heading(), Pages.WIDTH / HEADING, 0)) {
                pages.write(line, Pages.LEFT, pages.y() - HEADING, HEADING, true);
                pages.down(HEADING * 1.7f);
            }
        }
        for (Row row : section.rows()) {
            row(row);
        }
        pages.down(section.rows().isEmpty() ? 0 : 6);
        for (String paragraph : section.paragraphs()) {
            paragraph(paragraph);
        }
    }

    /** A row goes to the next page whole; only one that is longer than a page is divided. */
    private void row(Row row) throws IOException {
        List<List<Glyph>> label = lines.of(row.label(), (LABEL - 2 * PAD) / TEXT, 0);
        boolean toWrite = row.value() == null || row.value().isBlank();
        List<List<Glyph>> value = toWrite ? List.of() : lines.of(row.value(), (VALUE - 2 * PAD) / TEXT, 0);
        int count = Math.max(label.size(), value.size());
        float least = toWrite ? TO_WRITE : 0;
        int done = 0;
        while (done < count) {
            int fit = (int) ((pages.room() - 2 * PAD) / LEADING);
            boolean moves = count - done > fit && (count <= FULL_PAGE || fit < FEWEST_LINES);
            if (moves || pages.room() < least) {
                pages.next();
                fit = FULL_PAGE;
            }
            int end = Math.min(done + fit, count);
            float height = Math.max((end - done) * LEADING + 2 * PAD, least);
            pages.box(Pages.LEFT, pages.y(), LABEL, height);
            pages.box(Pages.LEFT + LABEL, pages.y(), VALUE, height);
            cell(label, done, end, Pages.LEFT + PAD, height);
            cell(value, done, end, Pages.LEFT + LABEL + PAD, height);
            pages.down(height);
            done = end;
        }
    }

    /** Lines from {@code start} in the middle of a cell's height. */
    private void cell(List<List<Glyph>> text, int start, int end, float x, float height) throws IOException {
        int count = Math.max(Math.min(end, text.size()) - start, 0);
        float base = pages.y() - (height - count * LEADING) / 2 - ASCENT;
        for (int i = start; i < start + count; i++) {
            pages.write(text.get(i), x, base, TEXT, false);
            base -= LEADING;
        }
    }

    private void paragraph(String text) throws IOException {
        for (List<Glyph> line : lines.of(text, Pages.WIDTH / TEXT, 2)) {
            pages.need(LEADING * 1.15f);
            pages.write(line, Pages.LEFT, pages.y() - ASCENT, TEXT, false);
            pages.down(LEADING * 1.15f);
        }
        pages.down(2);
    }

    private void sign(List<String> signers, float height) throws IOException {
        pages.need(height);
        float column = Pages.WIDTH / signers.size();
        for (int i = 0; i < signers.size(); i++) {
            float x = Pages.LEFT + i * column;
            List<Glyph> who = lines.one(TEXTS.get("signer", signers.get(i)).zh());
            float base = pages.y() - 30;
            pages.write(who, x, base, TEXT, false);
            float from = x + Lines.width(who) * TEXT + 2;
            float end = Math.min(x + column - 16, from + LONGEST_LINE);
            if (end - from < SHORTEST_LINE) {
                base -= 20;
                from = x;
                end = x + column - 16;
            }
            pages.line(from, base - 2, end, base - 2);
            pages.write(lines.one(TEXTS.get("date").zh()), x, base - 24, TEXT, false);
        }
        pages.down(SIGNING);
    }

    private void code(String link) throws IOException {
        pages.need(CODE);
        float top = Pages.BOTTOM + CODE;
        QrCode.draw(link, Pages.LEFT, Pages.BOTTOM, CODE, pages);
        float x = Pages.LEFT + CODE + 10;
        float base = top - 30;
        for (List<Glyph> line : lines.of(TEXTS.get("scan", link).zh(), (Pages.WIDTH - CODE - 10) / SMALL, 0)) {
            pages.write(line, x, base, SMALL, false);
            base -= 14;
        }
    }
}
