// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sanban.api.identity.CreditCode;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterType;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.matters.internal.file.Rows;

/**
 * Reads one line of a catalogue file as a matter. A blank cell is an element that is not known; an element whose column
 * the file lacks stays as it is. Nothing is guessed.
 */
final class LineReader {
    private static final Texts TEXTS = Texts.of(LineReader.class);
    private static final int LONGEST = 16_000;
    private static final Pattern DAYS = Pattern.compile("([0-9]{1,4})(?:\\s*个?\\s*(?:工作日|working days?))?");
    private static final Map<String, Integer> LEVELS =
            Map.of("国家", 1, "省", 2, "市", 3, "县", 4, "镇", 5, "村", 6, "分级管理", 7);
    private static final Guide NOTHING = new Guide(
            0, null, null, List.of(), List.of(), List.of(), null, null, List.of(), null, null, null, Set.of(),
            Set.of());

    private final Header header;
    private final Rows.Row row;
    private final Guide before;
    private final List<Problem.Violation> faults = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    /** What was left out, without harm; those of a kind are told together. */
    record Doubt(String kind, Text text) {}

    /** @param current the matter as it is, {@code null} for a new one */
    LineReader(Header header, Rows.Row row, Matter current) {
        this.header = header;
        this.row = row;
        this.before = current == null ? NOTHING : current.guide();
    }

    /** The matter that the line tells; what could not be read is left out of it and told by {@link #faults}. */
    Matter read(Matter current, String source, boolean sample) {
        Arrays.stream(Column.values()).forEach(this::checkText);
        Guide guide = new Guide(
                0,
                null,
                null,
                value(Column.CONDITIONS, before.conditions(), List.of(), LineReader::list),
                value(Column.PROCESS, before.process(), List.of(), LineReader::list),
                value(Column.MATERIALS, before.materials(), List.of(), this::materials),
                value(Column.STATUTORY_DAYS, before.statutoryDays(), null, c -> days(Column.STATUTORY_DAYS, c)),
                value(Column.COMMITTED_DAYS, before.committedDays(), null, c -> days(Column.COMMITTED_DAYS, c)),
                value(Column.BASIS, before.basis(), List.of(), LineReader::list),
                value(Column.FEE, before.fee(), null, Function.identity()),
                value(Column.RESULT, before.result(), null, Function.identity()),
                value(Column.SUPERVISION_PHONE, before.supervisionPhone(), null, Function.identity()),
                value(Column.LEVELS, before.levels(), Set.of(), this::levels),
                value(Column.MODES, before.modes(), Set.of(), cell -> new HashSet<>(list(cell))));
        return new Matter(
                MatterCode.normal(header.cell(row, Column.CODE)),
                header.cell(row, Column.NAME),
                header.cell(row, Column.DEPARTMENT),
                value(
                        Column.DEPARTMENT_CODE,
                        current == null ? null : current.departmentCode(),
                        null,
                        this::departmentCode),
                value(Column.TYPE, null, null, this::type),
                source,
                sample,
                guide);
    }

    /** What is wrong with the line. */
    List<Problem.Violation> faults() {
        return faults;
    }

    /** What was left out, without harm. */
    List<Doubt> doubts() {
        return doubts;
    }

    private <T> T value(Column column, T absent, T blank, Function<String, T> reading) {
        if (!header.has(column)) {
            return absent;
        }
        String cell = header.cell(row, column);
        return cell.isEmpty() ? blank : reading.apply(cell);
    }

    private void checkText(Column column) {
        String cell = header.cell(row, column);
        if (cell.length() > LONGEST) {
            fault(column, "cell.long", LONGEST);
        } else if (Faults.unreadable(cell.replace("\r\n", "\n"))) {
            fault(column, "text.control");
        }
    }

    /** Items of a cell, each on a line of its own or between bars. */
    private static List<String> list(String cell) {
        return Stream.of(cell.split("[\\r\\n|｜]+"))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private MatterType type(String cell) {
        Optional<MatterType> type = Arrays.stream(MatterType.values())
                .filter(t -> t.label().zh().equals(cell) || t.label().en().equalsIgnoreCase(cell))
                .findFirst()
                .or(() -> MatterType.of(cell));
        if (type.isEmpty()) {
            fault(Column.TYPE, "type.unknown", shown(cell));
        }
        return type.orElse(null);
    }

    private String departmentCode(String cell) {
        String code = MatterCode.normal(cell);
        if (CreditCode.fault(code) != null) {
            doubts.add(new Doubt("department.code", TEXTS.get("department.code", shown(cell))));
            return null;
        }
        return code;
    }

    private Integer days(Column column, String cell) {
        if (cell.matches("即办|即时办结|当场办结|immediate")) {
            return 0;
        }
        Matcher days = DAYS.matcher(cell);
        if (!days.matches()) {
            fault(column, "days.unknown", shown(cell));
            return null;
        }
        return Integer.valueOf(days.group(1));
    }

    private Set<Integer> levels(String cell) {
        Set<Integer> levels = new HashSet<>();
        for (String item : cell.split("[\\s|｜,，、;；]+")) {
            String word = item.replaceFirst("级$", "");
            if (word.matches("[1-7]")) {
                levels.add(Integer.valueOf(word));
            } else if (LEVELS.containsKey(word)) {
                levels.add(LEVELS.get(word));
            } else {
                fault(Column.LEVELS, "level.unknown", shown(item));
            }
        }
        return levels;
    }

    /** {@code 居民身份证;1;1;是;原件核验后退还}. */
    private List<Guide.Material> materials(String cell) {
        List<Guide.Material> materials = new ArrayList<>();
        for (String item : list(cell)) {
            String[] parts = item.split("\\s*[;；]\\s*", 5);
            if (parts.length < 4
                    || !parts[1].matches("[0-9]{1,2}")
                    || !parts[2].matches("[0-9]{1,2}")
                    || !parts[3].matches("是|否|true|false")) {
                fault(Column.MATERIALS, "material.form", shown(item));
                continue;
            }
            materials.add(new Guide.Material(
                    "m" + (materials.size() + 1),
                    parts[0],
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    parts[3].matches("是|true"),
                    parts.length < 5 || parts[4].isBlank() ? null : parts[4].strip()));
        }
        return materials;
    }

    private void fault(Column column, String key, Object... arguments) {
        faults.add(new Problem.Violation(column.field(), TEXTS.get(key, arguments)));
    }

    private static String shown(String cell) {
        return cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
    }
}
