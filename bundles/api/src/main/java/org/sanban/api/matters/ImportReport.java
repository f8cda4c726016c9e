// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.util.List;
import org.sanban.api.problem.Text;

/**
 * What an import would do, or did, line by line. All or nothing: with one error nothing is written.
 *
 * @param file name of the file
 * @param applied whether it was written
 * @param created matters that are new
 * @param changed matters that get a new version
 * @param unchanged matters that are already as in the file
 * @param errors lines that are wrong; any error keeps the whole file out
 * @param lines every line that is wrong or changes something, in the file's order; at most 2,000 are listed. Warnings of
 *     one kind are one line, the first, with how many there are
 * @param columns how the file's columns were understood, left to right
 */
public record ImportReport(
        String file,
        boolean applied,
        int created,
        int changed,
        int unchanged,
        int errors,
        List<Line> lines,
        List<Heading> columns) {
    public ImportReport {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** What becomes of a line. */
    public enum Outcome {
        CREATED,
        CHANGED,
        WARNING,
        ERROR
    }

    /**
     * A column of the file.
     *
     * @param line number of the line that its heading ends in
     * @param column as a spreadsheet names it: A, B
     * @param heading as it stands in the file, the parts of a heading of two lines joined by {@code /}
     * @param meaning the element that is read from it, {@code null} where it is ignored
     */
    public record Heading(int line, String column, String heading, Text meaning) {}

    /**
     * One line.
     *
     * @param number line number in the file as a spreadsheet counts, the header being 1
     * @param code the matter's code as it stands there
     * @param outcome what becomes of it
     * @param message what is wrong and what to do, or what changes
     */
    public record Line(int number, String code, Outcome outcome, Text message) {}
}
