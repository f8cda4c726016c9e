// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.tables.TableLine;
import org.sanban.rating.internal.PointTable.Line;
import org.sanban.rating.internal.TableReport.Entry;
import org.sanban.rating.internal.TableReport.Outcome;

/** Reads the lines of a point table (考评表) as towns and counties lay them out, and says what each becomes. */
final class TableImport {
    /** The names of the columns stand in one of so many lines; titles may stand above. */
    static final int HEADER_WITHIN = 10;

    private static final Texts TEXTS = Texts.of(TableImport.class);
    private static final Set<String> BLANK_FORM = Set.of("序号", "扣分加分情况", "自评分", "考核分", "备注", "");
    private static final Set<String> PANEL = Set.of("", "考核组", "panel");

    /** The columns, with the names they go by. */
    private enum Column {
        CODE("编码", "code"),
        BLOCK("考核内容", "block"),
        TEXT("考核标准", "text"),
        METHOD("考核办法", "method"),
        MAX("分值", "标准分", "max"),
        CRITERION("指标", "criterion"),
        RULE("计分规则", "rule");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        static Optional<Column> named(String name) {
            return Arrays.stream(values())
                    .filter(column -> column.names.contains(name))
                    .findFirst();
        }
    }

    private final Criteria criteria;
    private final Map<String, Line> before;
    private final List<Line> lines = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private int errors;

    /** @param last the version before, {@code null} for none */
    TableImport(Criteria criteria, PointTable last) {
        this.criteria = criteria;
        this.before =
                last == null ? Map.of() : last.lines().stream().collect(Collectors.toMap(Line::code, line -> line));
    }

    /**
     * What was read.
     *
     * @param lines the lines that are right
     * @param errors how many are wrong
     * @param entries what is to be said
     */
    record Read(List<Line> lines, int errors, List<Entry> entries) {
        /** @param table what it makes, {@code null} when lines are wrong */
        TableReport report(String file, PointTable table, boolean apply) {
            return new TableReport(
                    file,
                    apply && table != null,
                    apply && table != null ? table.version() : 0,
                    lines.size(),
                    lines.stream().map(Line::max).reduce(BigDecimal.ZERO, BigDecimal::add),
                    errors,
                    entries);
        }
    }

    /** @throws Problem invalid, when it is no point table */
    Read read(List<TableLine> rows) {
        int at = 0;
        while (at < Math.min(rows.size(), HEADER_WITHIN) && known(rows.get(at)).size() < 3) {
            at++;
        }
        if (at == Math.min(rows.size(), HEADER_WITHIN)) {
            throw Problem.invalid("content", TEXTS.get("header.none"));
        }
        Map<Column, Integer> header = header(rows.get(at));
        String block = null;
        for (TableLine row : rows.subList(at + 1, rows.size())) {
            block = line(header, row, block);
        }
        if (lines.isEmpty() && errors == 0) {
            throw Problem.invalid("content", TEXTS.get("lines.none"));
        }
        before.values().stream()
                .filter(line -> !seen.containsKey(line.code()))
                .forEach(line -> entries.add(
                        new Entry(0, line.code(), Outcome.REMOVED, TEXTS.get("line.removed", line.text()))));
        return new Read(lines, errors, entries);
    }

    /** What is given, and where it says nothing as the last version has it. */
    static PointTable merged(PointTable given, PointTable last, List<Line> lines) {
        boolean old = last != null;
        return new PointTable(
                given.id(),
                0,
                given.name() == null && old ? last.name() : given.name(),
                given.source() == null && old ? last.source() : given.source(),
                given.sample(),
                given.from() == null && old ? last.from() : given.from(),
                given.until() == null && old ? last.until() : given.until(),
                given.kinds().isEmpty() && old ? last.kinds() : given.kinds(),
                given.bands().isEmpty() && old ? last.bands() : given.bands(),
                given.edge() == null ? old ? last.edge() : PointTable.Edge.HIGHER : given.edge(),
                given.unscored() == null ? old ? last.unscored() : PointTable.Unscored.OUT : given.unscored(),
                given.least() == null ? old ? last.least() : new BigDecimal(60) : given.least(),
                lines,
                null,
                null);
    }

    private static Map<Column, Integer> known(TableLine row) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int place = i;
            Column.named(name(row.cells().get(i))).ifPresent(column -> places.putIfAbsent(column, place));
        }
        return places;
    }

    private Map<Column, Integer> header(TableLine row) {
        Map<Column, Integer> places = known(row);
        List<String> missing = List.of(Column.BLOCK, Column.TEXT, Column.MAX).stream()
                .filter(column -> !places.containsKey(column))
                .map(column -> column.names.get(0))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid("content", TEXTS.get("header.missing", String.join("、", missing)));
        }
        List<String> unknown = row.cells().stream()
                .map(TableImport::name)
                .filter(name -> Column.named(name).isEmpty() && !BLANK_FORM.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            warn(row.number(), "", TEXTS.get("header.unknown", String.join("、", unknown)));
        }
        return places;
    }

    /** @return the block that the next line belongs to where it names none, as below a merged cell */
    private String line(Map<Column, Integer> header, TableLine row, String above) {
        String block = cell(header, row, Column.BLOCK);
        String named = block.isEmpty() && above != null ? above : block;
        if (block.matches("(合\\s*计|总\\s*分|总\\s*计).*")
                || row.cells().get(0).strip().matches("(合\\s*计|总\\s*分|总\\s*计).*")) {
            warn(row.number(), "", TEXTS.get("line.total"));
            return named;
        }
        String code = cell(header, row, Column.CODE);
        if (code.isEmpty()) {
            code = String.format("L%02d", seen.size() + 1);
            warn(row.number(), code, TEXTS.get("line.numbered", code));
        }
        String criterion = cell(header, row, Column.CRITERION);
        String rule = cell(header, row, Column.RULE);
        String method = cell(header, row, Column.METHOD);
        Optional<Rule> parsed = rule.isEmpty() ? Optional.empty() : Rule.parse(rule);
        Line line = new Line(
                code,
                named,
                cell(header, row, Column.TEXT),
                method.isEmpty() ? null : method,
                number(cell(header, row, Column.MAX)),
                PANEL.contains(criterion) ? null : criterion,
                parsed.orElse(null));
        List<Text> faults = new ArrayList<>(PointTableRules.faults("", line).stream()
                .filter(fault ->
                        rule.isEmpty() || parsed.isPresent() || !fault.field().equals("rule"))
                .map(Problem.Violation::message)
                .toList());
        if (!rule.isEmpty() && parsed.isEmpty()) {
            faults.add(TEXTS.get("line.rule.unread", rule.length() > 60 ? rule.substring(0, 60) + "…" : rule));
        }
        Integer twin = seen.putIfAbsent(code, row.number());
        if (twin != null) {
            faults.add(TEXTS.get("line.twice", code, twin));
        }
        take(row.number(), line, faults);
        return named;
    }

    private void take(int number, Line line, List<Text> faults) {
        if (!faults.isEmpty()) {
            errors++;
            String code = line.code().length() > 40 ? line.code().substring(0, 40) + "…" : line.code();
            faults.forEach(fault -> entries.add(new Entry(number, code, Outcome.ERROR, fault)));
            return;
        }
        lines.add(line);
        if (line.criterion() != null && criteria.criterion(line.criterion()).isEmpty()) {
            warn(number, line.code(), TEXTS.get("line.criterion.absent", line.criterion()));
        }
        Line old = before.get(line.code());
        if (!line.equals(old)) {
            entries.add(new Entry(
                    number,
                    line.code(),
                    old == null ? Outcome.CREATED : Outcome.CHANGED,
                    TEXTS.get("line.taken", line.text(), Rule.plain(line.max()))));
        }
    }

    private void warn(int number, String code, Text message) {
        entries.add(new Entry(number, code, Outcome.WARNING, message));
    }

    private static String cell(Map<Column, Integer> header, TableLine row, Column column) {
        Integer place = header.get(column);
        return place == null || place >= row.cells().size()
                ? ""
                : row.cells().get(place).replace('\u3000', ' ').strip();
    }

    private static String name(String cell) {
        return cell.replaceAll("[\\s\u3000]", "");
    }

    private static BigDecimal number(String text) {
        return text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?分?") ? new BigDecimal(text.replace("分", "")) : null;
    }
}
