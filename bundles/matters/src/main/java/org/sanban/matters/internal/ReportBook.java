// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.ImportReport.Heading;
import org.sanban.api.matters.ImportReport.Line;
import org.sanban.api.matters.ImportReport.Outcome;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** Writes an import's report while it runs. Where not all lines can be listed, the wrong ones come first. */
final class ReportBook {
    private static final Texts TEXTS = Texts.of(ReportBook.class);
    private static final int MOST_LISTED = 2000;

    private final List<Line> wrong = new ArrayList<>();
    private final List<Line> others = new ArrayList<>();
    private final Map<String, Warnings> warnings = new LinkedHashMap<>();
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
        warning(number, code, message.zh(), message);
    }

    /** A warning of a kind that many lines may give. */
    void warning(int number, String code, String kind, Text message) {
        warnings.computeIfAbsent(kind, k -> new Warnings(new Line(number, code, Outcome.WARNING, message))).count++;
    }

    /** A line that is wrong, for each of these reasons. */
    void error(int number, String code, List<Text> messages) {
        errors++;
        messages.forEach(message -> list(wrong, new Line(number, code, Outcome.ERROR, message)));
    }

    int errors() {
        return errors;
    }

    ImportReport report(String file, boolean applied, List<Heading> columns) {
        Stream<Line> doubts = warnings.values().stream().map(Warnings::line);
        List<Line> lines = Stream.of(wrong.stream(), doubts, others.stream())
                .flatMap(part -> part)
                .limit(MOST_LISTED)
                .sorted(Comparator.comparingInt(Line::number))
                .toList();
        return new ImportReport(file, applied, created, changed, unchanged, errors, lines, columns);
    }

    /** The row that keeps what an import did. */
    ImportEntity row() {
        ImportEntity row = new ImportEntity();
        row.created = created;
        row.changed = changed;
        row.unchanged = unchanged;
        return row;
    }

    /** Warnings of one kind. */
    private static final class Warnings {
        private final Line first;
        private int count;

        Warnings(Line first) {
            this.first = first;
        }

        Line line() {
            return count == 1
                    ? first
                    : new Line(
                            first.number(),
                            first.code(),
                            Outcome.WARNING,
                            TEXTS.get("warning.many", first.message(), count));
        }
    }

    private static void list(List<Line> lines, Line line) {
        if (lines.size() < MOST_LISTED) {
            lines.add(line);
        }
    }
}
