// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sanban.api.matters.Coverage;
import org.sanban.api.matters.CoverageService;
import org.sanban.api.matters.CoverageSummary;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Texts;

/**
 * The matrix of matters and channels as a workbook in Chinese, written page by page: a line for each matter, in each channel
 * either that it is reached or what to do next; then the whole in numbers.
 *
 * @param missing as in {@link CoverageService#coverage}
 */
record CoverageBook(CoverageService coverage, String missing) {
    private static final Texts TEXTS = Texts.of(CoverageBook.class);
    private static final List<String> MATTER = List.of("code", "name", "department", "sample");
    private static final List<String> SUMMARY = List.of("channel", "reached", "missing", "outdated", "next");

    void write(OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Sanban", "1.0");
        matters(book.newWorksheet(say("sheet")));
        summary(book.newWorksheet(say("summary")));
        book.finish();
    }

    private void matters(Worksheet sheet) throws IOException {
        sheet.width(1, 40);
        sheet.width(2, 24);
        sheet.freezePane(0, 1);
        CoverageSummary whole = coverage.summary();
        for (int i = 0; i < MATTER.size(); i++) {
            head(sheet, i, say(MATTER.get(i)));
        }
        for (int i = 0; i < whole.channels().size(); i++) {
            sheet.width(MATTER.size() + i, 30);
            head(sheet, MATTER.size() + i, whole.channels().get(i).name().zh());
        }
        int row = 1;
        String after = null;
        do {
            Page<Coverage> page = coverage.coverage(missing, new PageRequest(after, PageRequest.MAX));
            for (Coverage line : page.items()) {
                matter(sheet, row++, line);
            }
            sheet.flush();
            after = page.next();
        } while (after != null);
        sheet.finish();
    }

    private static void matter(Worksheet sheet, int row, Coverage line) {
        sheet.value(row, 0, line.matter());
        sheet.value(row, 1, line.name());
        sheet.value(row, 2, line.department());
        sheet.value(row, 3, line.sample() ? say("sample.yes") : null);
        int column = MATTER.size();
        for (Coverage.Reach reach : line.channels()) {
            sheet.value(
                    row, column++, reach.reached() ? say("yes") : reach.next().zh());
        }
    }

    private void summary(Worksheet sheet) throws IOException {
        CoverageSummary whole = coverage.summary();
        sheet.width(0, 20);
        sheet.width(4, 60);
        for (int i = 0; i < SUMMARY.size(); i++) {
            head(sheet, i, say(SUMMARY.get(i)));
        }
        int row = 1;
        for (CoverageSummary.Channel channel : whole.channels()) {
            sheet.value(row, 0, channel.name().zh());
            sheet.value(row, 1, channel.reached());
            sheet.value(row, 2, channel.missing());
            sheet.value(row, 3, channel.outdated());
            sheet.value(row, 4, channel.next() == null ? null : channel.next().zh());
            row++;
        }
        sheet.value(row + 1, 0, say("matters"));
        sheet.value(row + 1, 1, whole.matters());
        sheet.value(row + 2, 0, say("source"));
        sheet.value(row + 2, 1, whole.source());
        sheet.finish();
    }

    private static void head(Worksheet sheet, int column, String text) {
        sheet.value(0, column, text);
        sheet.style(0, column).bold().set();
    }

    private static String say(String key) {
        return TEXTS.get("book." + key).zh();
    }
}
