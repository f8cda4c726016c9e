// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sanban.api.registry.Division;

/**
 * A csv file of divisions: a header line, then a line each, the code (6, 9 or 12 digits) first and the name second;
 * further columns are not read. Level and parent follow from the code.
 */
final class DivisionFile {
    private DivisionFile() {}

    /**
     * Reads one file.
     *
     * @throws IllegalArgumentException naming file and line
     */
    static List<Division> read(String file, List<String> lines) {
        List<Division> divisions = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                divisions.add(division(file + ":" + (i + 1), line.split(",", 3)));
            }
        }
        return divisions;
    }

    /**
     * Checks that the files together make a tree.
     *
     * @throws IllegalArgumentException naming the division whose parent is missing or that is there twice
     */
    static void check(List<Division> divisions) {
        Set<String> codes = new HashSet<>();
        divisions.forEach(division -> {
            if (!codes.add(division.code())) {
                throw new IllegalArgumentException("division " + division.code() + " is there twice");
            }
        });
        divisions.forEach(division -> {
            if (division.parent() != null && !codes.contains(division.parent())) {
                throw new IllegalArgumentException(
                        "division " + division.code() + " lies in " + division.parent() + ", which is missing");
            }
        });
    }

    private static Division division(String where, String[] cells) {
        String digits = cells[0].strip();
        String name = cells.length < 2 ? "" : cells[1].strip().replaceAll("^\"(.*)\"$", "$1");
        if (!digits.matches("[0-9]{6}|[0-9]{9}|[0-9]{12}") || digits.startsWith("00", 4)) {
            throw new IllegalArgumentException(where + ": \"" + digits + "\" is no code of a county, town or village");
        }
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException(where + ": a name of 1 to 100 characters is missing");
        }
        String code = digits + "0".repeat(12 - digits.length());
        return new Division(code, name, Division.level(code), parent(code));
    }

    private static String parent(String code) {
        return switch (Division.level(code)) {
            case COUNTY -> null;
            case TOWN -> code.substring(0, 6) + "000000";
            case VILLAGE -> Division.town(code);
        };
    }
}
