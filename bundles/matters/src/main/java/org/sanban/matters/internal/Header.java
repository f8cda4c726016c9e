// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.matters.internal.file.Rows;

/**
 * Which column of a file holds what.
 *
 * @param places column by meaning
 * @param unknown names that mean nothing here
 */
record Header(Map<Column, Integer> places, List<String> unknown) {
    private static final Texts TEXTS = Texts.of(Header.class);
    private static final String FIELD = "content";

    /**
     * Reads the first line.
     *
     * @throws Problem invalid, when it is missing, lacks a column that must be there or names one twice
     */
    static Header of(Rows.Row row) {
        return of(row, Column::required);
    }

    /** As {@link #of(Rows.Row)}, for a file that must have other columns. */
    static Header of(Rows.Row row, Predicate<Column> required) {
        if (row == null || row.blank()) {
            throw Problem.invalid(FIELD, TEXTS.get("header.none"));
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String name = row.cells().get(i).strip();
            Optional<Column> column = Column.named(name);
            if (column.isPresent() && places.put(column.get(), i) != null) {
                throw Problem.invalid(FIELD, TEXTS.get("header.twice", name));
            }
            if (column.isEmpty() && !name.isEmpty()) {
                unknown.add(name.length() > 40 ? name.substring(0, 40) + "…" : name);
            }
        }
        List<Column> missing = Arrays.stream(Column.values())
                .filter(column -> required.test(column) && !places.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(FIELD, TEXTS.get("header.missing", Words.list(missing)));
        }
        return new Header(places, unknown);
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** What a line has in a column, without blanks around; empty where it has nothing. */
    String cell(Rows.Row row, Column column) {
        Integer place = places.get(column);
        return place == null || place >= row.cells().size()
                ? ""
                : row.cells().get(place).strip();
    }
}
