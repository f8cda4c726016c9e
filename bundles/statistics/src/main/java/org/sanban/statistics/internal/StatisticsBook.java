// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.statistics.By;
import org.sanban.api.statistics.Counts;
import org.sanban.api.statistics.Figure;
import org.sanban.api.statistics.Line;
import org.sanban.api.statistics.Point;
import org.sanban.api.statistics.Selection;
import org.sanban.api.statistics.StatisticsService;
import org.sanban.api.statistics.Summary;
import org.sanban.api.statistics.Summary.SiteMeasures;

/**
 * The statistics of a place as a workbook in Chinese, a sheet after the other as they are read; a sheet that this
 * selection cannot have is left out.
 *
 * @param summary of the same selection
 */
record StatisticsBook(StatisticsService statistics, Selection selection, Summary summary, Actor actor) {
    private static final Texts TEXTS = Texts.of(StatisticsBook.class);
    private static final List<String> COUNTS = List.of(
            "submitted",
            "accepted",
            "ended",
            "done",
            "refused",
            "withdrawn",
            "terminated",
            "on-time",
            "late",
            "unlimited",
            "unknown",
            "rate");
    private static final Map<By, String> SHEETS = new TreeMap<>(Map.of(
            By.DIVISION, "book.divisions",
            By.SITE, "book.sites",
            By.MODE, "book.modes",
            By.MATTER, "book.matters",
            By.LIGHT, "book.lights"));

    void write(OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Sanban", "1.0");
        overview(book.newWorksheet(say("book.summary")));
        for (Map.Entry<By, String> sheet : SHEETS.entrySet()) {
            List<Line> lines = lines(sheet.getKey());
            if (!lines.isEmpty()) {
                lines(book.newWorksheet(say(sheet.getValue())), lines);
            }
        }
        months(book.newWorksheet(say("book.months")));
        book.finish();
    }

    private List<Line> lines(By by) {
        try {
            return statistics.breakdown(selection, by, actor);
        } catch (Problem partsOfMonths) {
            return List.of();
        }
    }

    private void overview(Worksheet sheet) throws IOException {
        sheet.width(0, 30);
        sheet.width(1, 30);
        heading(sheet, say("head.item"), say("head.value"));
        int row = pair(sheet, 1, say("head.place"), summary.name());
        row = pair(sheet, row, say("head.from"), summary.from().toString());
        row = pair(sheet, row, say("head.until"), summary.until().toString());
        Object[] numbers = numbers(summary.counts());
        for (int i = 0; i < COUNTS.size(); i++) {
            row = pair(sheet, row, say("head." + COUNTS.get(i)), numbers[i]);
        }
        row = pair(sheet, row, say("head.open"), summary.open().total());
        row = pair(sheet, row, say("head.overdue"), summary.open().overdue());
        for (SiteMeasures site : summary.sites()) {
            for (Summary.Measured measured : site.measures()) {
                row = pair(sheet, row, site.name() + " " + measured.name().zh(), measured.value());
            }
        }
        sheet.finish();
    }

    private static int pair(Worksheet sheet, int row, String label, Object value) {
        sheet.value(row, 0, label);
        cell(sheet, row, 1, value);
        return row + 1;
    }

    private static void lines(Worksheet sheet, List<Line> lines) throws IOException {
        sheet.width(0, 24);
        sheet.width(1, 36);
        boolean open = lines.get(0).open() != null;
        heading(sheet, say("head.code"), say("head.name"));
        for (int i = 0; i < COUNTS.size(); i++) {
            head(sheet, 2 + i, say("head." + COUNTS.get(i)));
        }
        if (open) {
            head(sheet, 2 + COUNTS.size(), say("head.open"));
            head(sheet, 3 + COUNTS.size(), say("head.overdue"));
        }
        int row = 1;
        for (Line line : lines) {
            sheet.value(row, 0, line.key());
            sheet.value(row, 1, line.name().zh());
            Object[] numbers = numbers(line.counts());
            numbers[2] = line.ended();
            for (int i = 0; i < numbers.length; i++) {
                cell(sheet, row, 2 + i, numbers[i]);
            }
            if (open) {
                cell(sheet, row, 2 + COUNTS.size(), line.open().total());
                cell(sheet, row, 3 + COUNTS.size(), line.open().overdue());
            }
            row++;
        }
        sheet.finish();
    }

    private void months(Worksheet sheet) throws IOException {
        List<Figure> figures = List.of(
                Figure.SUBMITTED, Figure.ACCEPTED, Figure.ENDED, Figure.ON_TIME, Figure.LATE, Figure.ON_TIME_RATE);
        List<String> heads = List.of("submitted", "accepted", "ended", "on-time", "late", "rate");
        head(sheet, 0, say("head.month"));
        for (int i = 0; i < figures.size(); i++) {
            head(sheet, i + 1, say("head." + heads.get(i)));
            int row = 1;
            for (Point point : statistics.series(selection, figures.get(i), true, actor)) {
                sheet.value(row, 0, point.at());
                cell(sheet, row, i + 1, point.value());
                row++;
            }
        }
        sheet.finish();
    }

    /** In the order of {@link #COUNTS}. */
    private static Object[] numbers(Counts counts) {
        return new Object[] {
            counts.submitted(),
            counts.accepted(),
            counts.ended(),
            counts.done(),
            counts.refused(),
            counts.withdrawn(),
            counts.terminated(),
            counts.onTime(),
            counts.late(),
            counts.unlimited(),
            counts.unknown(),
            counts.onTimeRate()
        };
    }

    private static void heading(Worksheet sheet, String first, String second) {
        head(sheet, 0, first);
        head(sheet, 1, second);
    }

    private static void head(Worksheet sheet, int column, String text) {
        sheet.value(0, column, text);
        sheet.style(0, column).bold().set();
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }

    private static String say(String key) {
        Text text = TEXTS.get(key);
        return text.zh();
    }
}
