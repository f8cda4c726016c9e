// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table whose columns line up although Chinese characters take two places on a terminal (Karaf's own does not). */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings, and no rows yet. */
    public Table(List<String> headings) {
        rows.add(headings);
    }

    /** Adds a row; {@code null} is left blank. */
    public Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell == null ? "" : cell.toString());
        }
        rows.add(row);
        return this;
    }

    /** Prints it. */
    public void print(PrintStream out) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(i == 0 ? "" : " │ ").append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i))));
            }
            out.println(line.toString().stripTrailing());
            if (row == rows.get(0)) {
                out.println(rule(widths));
            }
        }
    }

    private static String rule(int[] widths) {
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            rule.append(i == 0 ? "" : "─┼─").append("─".repeat(widths[i]));
        }
        return rule.toString();
    }

    /** How many places a text takes. */
    public static int width(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    private static boolean wide(int c) {
        boolean ideograph = c >= 0x2E80 && c <= 0xA4CF || c >= 0xF900 && c <= 0xFAFF;
        boolean hangul = c >= 0xAC00 && c <= 0xD7A3;
        boolean fullWidth = c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF01 && c <= 0xFF60 || c >= 0xFFE0 && c <= 0xFFE6;
        return ideograph || hangul || fullWidth || c >= 0x20000 && c <= 0x3FFFD;
    }
}
