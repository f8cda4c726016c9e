// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as Markdown: printed as it comes and kept for a file. */
final class Report {
    private final List<String> lines = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();

    void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        lines.add(line);
        System.out.println(line);
    }

    void heading(String title) {
        line("");
        line("## %s", title);
    }

    /** Begins a table; all columns but the first are right-aligned. */
    void table(String... columns) {
        line("");
        line("| %s |", String.join(" | ", columns));
        line("|---%s|", "|--:".repeat(columns.length - 1));
    }

    /** Keeps whether a goal is reached, for {@link #goals}. */
    void goal(String what, boolean reached, String format, Object... values) {
        checks.add("| " + what + " | " + String.format(Locale.ROOT, format, values) + " | "
                + (reached ? "reached" : "**missed**") + " |");
    }

    /** Prints the goals. */
    void goals() {
        heading("Goals");
        table("goal", "measured", "");
        checks.forEach(check -> line("%s", check));
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
        System.out.println("\nWritten to " + file);
    }
}
