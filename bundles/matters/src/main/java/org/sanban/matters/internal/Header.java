// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.sanban.api.matters.ImportReport.Heading;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.matters.internal.file.Rows;

/**
 * Which column of a file holds what. Files come as people keep them: a title above the headings, headings of two lines
 * whose upper cells are merged, a column of serial numbers, blanks of any width.
 *
 * @param line number of the line that the headings end in
 * @param places column by meaning
 * @param headings every column that has a heading, left to right
 */
record Header(int line, Map<Column, Integer> places, List<Heading> headings) {
    private static final Texts TEXTS = Texts.of(Header.class);
    private static final String FIELD = "content";
    private static final int MOST_TITLES = 10;
    private static final String BLANKS = "[\\s\\p{Z}\uFEFF]+";

    /**
     * Finds the headings among the first lines, and takes these lines.
     *
     * @throws Problem invalid, when no line names each column that must be there, or one names a column twice
     */
    static Header find(Peeked rows, Predicate<Column> required) {
        Rows.Row best = null;
        Rows.Row above = null;
        for (int lines = 0; lines < MOST_TITLES && rows.peek() != null; lines++) {
            Rows.Row row = rows.next();
            for (Rows.Row head : above == null ? List.of(row) : List.of(row, joined(above, row))) {
                if (missing(head, required).isEmpty()) {
                    return of(below(head, rows), required);
                }
                best = best == null || known(head) > known(best) ? head : best;
            }
            above = row;
        }
        return of(best, required);
    }

    private static Header of(Rows.Row row, Predicate<Column> required) {
        if (row == null || row.blank()) {
            throw Problem.invalid(FIELD, TEXTS.get("header.none"));
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<Heading> headings = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String name = row.cells().get(i).replaceAll(BLANKS, " ").strip();
            Optional<Column> column = column(row.cells().get(i));
            if (column.isPresent() && places.put(column.get(), i) != null) {
                throw Problem.invalid(FIELD, TEXTS.get("header.twice", lowest(name)));
            }
            if (!name.isEmpty()) {
                String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
                headings.add(new Heading(
                        row.number(),
                        letters(i),
                        shown,
                        column.map(Column::label).orElse(null)));
            }
        }
        List<Column> missing = missing(row, required);
        if (!missing.isEmpty()) {
            throw Problem.invalid(FIELD, TEXTS.get("header.missing", Words.list(missing)));
        }
        return new Header(row.number(), places, headings);
    }

    /** Names that mean nothing here; a serial number needs no word. */
    List<String> unknown() {
        return headings.stream()
                .filter(h -> h.meaning() == null && !Column.serial(h.heading()))
                .map(Heading::heading)
                .toList();
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** What a line has in a column, without blanks around; empty where it has nothing. */
    String cell(Rows.Row row, Column column) {
        Integer place = places.get(column);
        if (place == null || place >= row.cells().size()) {
            return "";
        }
        String text = row.cells().get(place).replaceAll("^" + BLANKS + "|" + BLANKS + "$", "");
        return switch (column) {
            case CODE -> text.replaceAll(BLANKS, "");
                // 民　政　局, as titles are spaced out
            case NAME, DEPARTMENT, TYPE -> text.replaceAll("(?<=\\p{IsHan})" + BLANKS + "(?=\\p{IsHan})", "");
            default -> text;
        };
    }

    /** The headings with those of the line below, where that line has nothing but further headings. */
    private static Rows.Row below(Rows.Row head, Peeked rows) {
        Rows.Row next = rows.peek();
        boolean headings = next != null
                && !next.blank()
                && next.cells().stream()
                        .allMatch(cell -> cell.isBlank() || Column.named(cell).isPresent());
        return headings ? joined(head, rows.next()) : head;
    }

    /** A heading of two lines: the upper one, merged over several columns, stands in the first of them only. */
    private static Rows.Row joined(Rows.Row upper, Rows.Row lower) {
        int width = Math.max(upper.cells().size(), lower.cells().size());
        List<String> cells = IntStream.range(0, width)
                .mapToObj(i -> {
                    String top = at(upper, i);
                    String under = at(lower, i);
                    return top.isBlank() || under.isBlank() ? top + under : top.strip() + "/" + under.strip();
                })
                .toList();
        return new Rows.Row(lower.number(), cells);
    }

    /** The column that a heading names; of one of two lines the lower decides. */
    private static Optional<Column> column(String heading) {
        return Column.named(lowest(heading));
    }

    private static String lowest(String heading) {
        return heading.substring(heading.lastIndexOf('/') + 1).strip();
    }

    private static List<Column> missing(Rows.Row row, Predicate<Column> required) {
        List<Column> named = named(row);
        return Arrays.stream(Column.values())
                .filter(column -> required.test(column) && !named.contains(column))
                .toList();
    }

    private static int known(Rows.Row row) {
        return named(row).size();
    }

    private static List<Column> named(Rows.Row row) {
        return row.cells().stream()
                .map(Header::column)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static String at(Rows.Row row, int i) {
        return i < row.cells().size() ? row.cells().get(i) : "";
    }

    /** A, …, Z, AA, as a spreadsheet names columns. */
    private static String letters(int index) {
        String last = Character.toString('A' + index % 26);
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }
}
