// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.Matter;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.matters.internal.file.Rows;

/**
 * One run of an import within one transaction: reads, checks, compares and, until the first wrong line, writes by fifty
 * lines, so that a long file stays small in memory. Whoever runs it undoes the transaction when there were errors.
 */
final class MatterImport {
    static final int MOST_LINES = 20_000;

    private static final Texts TEXTS = Texts.of(MatterImport.class);
    private static final int CHUNK = 50;

    private final MatterStore.Session session;
    private final MatterRules rules;
    private final Order order;
    private final ReportBook book = new ReportBook();
    private final Map<String, Integer> seen = new HashMap<>();
    private List<ImportReport.Heading> columns = List.of();

    /**
     * What is asked for.
     *
     * @param source where the file comes from
     * @param sample whether its matters are samples
     * @param apply whether to write
     * @param account who imports
     */
    record Order(String source, boolean sample, boolean apply, String account, Instant now) {}

    MatterImport(MatterStore.Session session, MatterRules rules, Order order) {
        this.session = session;
        this.rules = rules;
        this.order = order;
    }

    /**
     * Takes the whole file.
     *
     * @throws Problem invalid, when it is no catalogue or too long
     */
    ReportBook run(Rows file, IntConsumer progress) {
        Peeked rows = new Peeked(file);
        Header header = Header.find(rows, Column::required);
        columns = header.headings();
        if (!header.unknown().isEmpty()) {
            book.warning(header.line(), "", TEXTS.get("header.unknown", String.join("、", header.unknown())));
        }
        List<Rows.Row> chunk = new ArrayList<>(CHUNK);
        for (Rows.Row row = rows.next(); row != null; row = rows.next()) {
            if (row.number() > MOST_LINES + header.line()) {
                throw Problem.invalid("content", TEXTS.get("lines.most", MOST_LINES));
            }
            if (!row.blank()) {
                chunk.add(row);
            }
            if (chunk.size() == CHUNK) {
                take(header, chunk);
                progress.accept(row.number());
                chunk.clear();
            }
        }
        take(header, chunk);
        if (seen.isEmpty() && book.errors() == 0) {
            throw Problem.invalid("content", TEXTS.get("lines.none"));
        }
        return book;
    }

    /** How the columns of the file that was run were understood. */
    List<ImportReport.Heading> columns() {
        return columns;
    }

    private void take(Header header, List<Rows.Row> chunk) {
        Set<String> codes = chunk.stream()
                .map(row -> code(header, row))
                .filter(c -> c.length() <= 80)
                .collect(Collectors.toSet());
        Map<String, Matter> current = session.matters(codes);
        List<Matter> publish = new ArrayList<>();
        chunk.forEach(row -> {
            Matter wanted = check(header, row, current.get(code(header, row)));
            if (wanted != null) {
                publish.add(wanted);
            }
        });
        if (order.apply() && book.errors() == 0 && !publish.isEmpty()) {
            session.publish(publish, current.keySet(), order.now(), order.account());
        }
        session.forget();
    }

    /** The matter that the line makes new or different, {@code null} for none. */
    private Matter check(Header header, Rows.Row row, Matter current) {
        LineReader reader = new LineReader(header, row, current);
        Matter wanted = reader.read(current, order.source(), order.sample());
        String code = wanted.code();
        List<Problem.Violation> faults = new ArrayList<>(reader.faults());
        rules.faults(wanted).stream()
                .filter(found ->
                        reader.faults().stream().noneMatch(f -> f.field().equals(found.field())))
                .forEach(faults::add);
        Integer twin = seen.putIfAbsent(code, row.number());
        if (twin != null) {
            faults.add(new Problem.Violation("code", TEXTS.get("code.twice", twin)));
        }
        if (!faults.isEmpty()) {
            book.error(
                    row.number(),
                    shown(code),
                    faults.stream().map(MatterImport::message).toList());
            return null;
        }
        reader.doubts().forEach(doubt -> book.warning(row.number(), code, doubt.kind(), doubt.text()));
        Text doubt = rules.doubt(wanted);
        if (doubt != null) {
            book.warning(row.number(), code, doubt);
        }
        return compare(row.number(), current, wanted);
    }

    private Matter compare(int number, Matter current, Matter wanted) {
        if (current == null) {
            book.created(number, wanted.code(), TEXTS.get("created", wanted.name()));
            return wanted;
        }
        List<Column> changes = changes(current, wanted);
        if (changes.isEmpty()) {
            book.unchanged();
            if (current.guide().withdrawn() != null) {
                book.warning(number, wanted.code(), TEXTS.get("unchanged.withdrawn"));
            }
            return null;
        }
        book.changed(number, wanted.code(), TEXTS.get("changed", current.guide().version() + 1, Words.list(changes)));
        return wanted;
    }

    /** The columns in which two states of a matter differ. */
    static List<Column> changes(Matter before, Matter after) {
        return Arrays.stream(Column.values())
                .filter(column -> !Objects.equals(column.of(before), column.of(after)))
                .toList();
    }

    private static Text message(Problem.Violation fault) {
        return Column.holding(fault.field())
                .map(column -> TEXTS.get("column", column.label(), fault.message()))
                .orElse(fault.message());
    }

    private static String code(Header header, Rows.Row row) {
        return MatterCode.normal(header.cell(row, Column.CODE));
    }

    static String shown(String code) {
        return code.length() > 80 ? code.substring(0, 80) + "…" : code;
    }
}
