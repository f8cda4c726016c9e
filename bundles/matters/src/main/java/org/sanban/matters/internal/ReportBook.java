// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.ImportReport.Line;
import org.sanban.api.matters.ImportReport.Outcome;
import org.sanban.api.problem.Text;

/** Writes an import's report while it runs. Where not all lines can be listed, the wrong ones come first. */
final class ReportBook {
    private static final int MOST_LISTED = 2000;

    private final List<Line> wrong = new ArrayList<>();
    private final List<Line> others = new ArrayList<>();
    private int created;
    private int changed;
    private int unchanged;
    private int errors;

    void created(int number, String code, Text message) {
        created++;
        list(others, new Line(number, code, Outcome.CREATED, message));
    }

    void changed(int number, String code, Text message) {
        changed++;
        list(others, new Line(number, code, Outcome.CHANGED, message));
    }

    void unchanged() {
        unchanged++;
    }

    void warning(int number, String code, Text message) {
        list(others, new Line(number, code, Outcome.WARNING, message));
    }

    /** A line that is wrong, for each of these reasons. */
    void error(int number, String code, List<Text> messages) {
        errors++;
        messages.forEach(message -> list(wrong, new Line(number, code, Outcome.ERROR, message)));
    }

    int errors() {
        return errors;
    }

    ImportReport report(String file, boolean applied) {
        List<Line> lines = Stream.concat(wrong.stream(), others.stream().limit(MOST_LISTED - wrong.size()))
                .sorted(Comparator.comparingInt(Line::number))
                .toList();
        return new ImportReport(file, applied, created, changed, unchanged, errors, lines);
    }

    /** The row that keeps what an import did. */
    ImportEntity row() {
        ImportEntity row = new ImportEntity();
        row.created = created;
        row.changed = changed;
        row.unchanged = unchanged;
        return row;
    }

    private static void list(List<Line> lines, Line line) {
        if (lines.size() < MOST_LISTED) {
            lines.add(line);
        }
    }
}
