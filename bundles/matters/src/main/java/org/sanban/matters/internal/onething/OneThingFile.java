// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.onething;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.sanban.api.matters.ImportReport.Heading;
import org.sanban.api.matters.OneThing;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.tables.TableLine;

/**
 * A table of packages, a line for each matter in its order; code and name of the package need to stand in its first line
 * only, as in a table whose cells were merged.
 *
 * @param things the packages by code
 * @param lines number of the line that each begins in
 * @param headings how the columns were understood
 */
record OneThingFile(Map<String, OneThing> things, Map<String, Integer> lines, List<Heading> headings) {
    static final int MOST_LINES = 2_000;

    private static final Texts TEXTS = Texts.of(OneThingFile.class);

    private enum Column {
        CODE("一件事编码", "code"),
        NAME("一件事名称", "name"),
        MATTER("事项编码", "matter"),
        WHEN("情形", "when");

        private final Set<String> names;
        private final Text label;

        Column(String zh, String en) {
            this.names = Set.of(zh, en);
            this.label = new Text(zh, en);
        }
    }

    /** @throws Problem invalid, when a column is missing or a line belongs to no package */
    static OneThingFile read(List<TableLine> table, String source, boolean sample) {
        if (table.size() < 2) {
            throw Problem.invalid("content", TEXTS.get("file.empty"));
        }
        TableLine head = table.get(0);
        Map<Column, Integer> places = new LinkedHashMap<>();
        List<Heading> headings = new ArrayList<>();
        IntStream.range(0, head.cells().size()).forEach(i -> {
            String cell = head.cells().get(i).strip();
            Text meaning = null;
            for (Column column : Column.values()) {
                if (column.names.contains(cell)) {
                    places.putIfAbsent(column, i);
                    meaning = column.label;
                }
            }
            headings.add(new Heading(head.number(), letter(i), cell, meaning));
        });
        for (Column column : Column.values()) {
            if (column != Column.WHEN && !places.containsKey(column)) {
                throw Problem.invalid("content", TEXTS.get("file.column", column.label));
            }
        }
        return rows(table.subList(1, table.size()), places, headings, source, sample);
    }

    private static OneThingFile rows(
            List<TableLine> rows, Map<Column, Integer> places, List<Heading> headings, String source, boolean sample) {
        Map<String, OneThing> things = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        String code = "";
        for (TableLine row : rows) {
            String given = cell(row, places.get(Column.CODE));
            code = given.isEmpty() ? code : given;
            if (code.isEmpty()) {
                throw Problem.invalid("content", TEXTS.get("file.line", row.number()));
            }
            lines.putIfAbsent(code, row.number());
            OneThing before = things.get(code);
            List<OneThing.Item> items = new ArrayList<>(before == null ? List.of() : before.items());
            items.add(new OneThing.Item(cell(row, places.get(Column.MATTER)), cell(row, places.get(Column.WHEN))));
            String name = before == null ? cell(row, places.get(Column.NAME)) : before.name();
            things.put(code, OneThingRules.normal(new OneThing(code, name, 0, null, null, source, sample, items)));
        }
        return new OneThingFile(things, lines, headings);
    }

    private static String cell(TableLine row, Integer place) {
        return place == null || place >= row.cells().size()
                ? ""
                : row.cells().get(place).strip();
    }

    private static String letter(int column) {
        return column < 26 ? Character.toString('A' + column) : Integer.toString(column + 1);
    }
}
