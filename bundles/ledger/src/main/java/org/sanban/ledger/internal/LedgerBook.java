// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sanban.api.ledger.Check;
import org.sanban.api.ledger.SiteCheck;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Site;

/** Ledgers as a spreadsheet, a line for each site, written out as it goes (R9). */
final class LedgerBook implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(LedgerBook.class);
    private static final List<String> HEADINGS = List.of(
            "code",
            "name",
            "kind",
            "address",
            "phone",
            "area",
            "workplaces",
            "windows",
            "staff",
            "areas",
            "self-service",
            "equipment",
            "hours",
            "responsible",
            "surveyed",
            "submitted",
            "done",
            "standard",
            "holding",
            "of",
            "missing",
            "warnings",
            "sample");

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    /** @param out is not closed */
    LedgerBook(OutputStream out) {
        workbook = new Workbook(out, "Sanban", "1.0");
        sheet = workbook.newWorksheet(TEXTS.get("book.sheet").zh());
        sheet.freezePane(0, 1);
        for (int i = 0; i < HEADINGS.size(); i++) {
            sheet.value(0, i, TEXTS.get("book." + HEADINGS.get(i)).zh());
        }
        sheet.range(0, 0, 0, HEADINGS.size() - 1).style().bold().set();
        row = 1;
    }

    void add(Snapshot s, SiteCheck check) throws IOException {
        Site site = s.site();
        Ledger ledger = s.ledger();
        Ledger.Responsible who = ledger.responsible();
        List<Object> cells = new ArrayList<>();
        cells.add(site.code());
        cells.add(site.name());
        cells.add(Labels.of(site.kind()).zh());
        cells.add(site.address());
        cells.add(site.phone());
        cells.add(ledger.area());
        cells.add(ledger.workplaces());
        cells.add(s.windows().size());
        cells.add(s.staff().size());
        cells.add(Labels.zh(ledger.areas()));
        cells.add(Labels.zh(ledger.selfService()));
        cells.add(ledger.equipment().stream()
                .map(one -> one.name() + "×" + one.count())
                .collect(Collectors.joining("、")));
        cells.add(String.join("、", ledger.workdayHours()));
        cells.add(who == null ? null : who.office() + " " + who.name());
        cells.add(ledger.surveyedOn() == null ? null : ledger.surveyedOn().toString());
        cells.add(s.tally().submitted());
        cells.add(s.tally().done());
        cells.add(check.standard() == null ? null : check.standard().zh());
        cells.add(check.standard() == null ? null : check.holding());
        cells.add(check.standard() == null ? null : check.of());
        cells.add(missing(check, Check.Weight.STANDARD));
        cells.add(missing(check, Check.Weight.REQUIRED));
        cells.add(site.sample() ? TEXTS.get("book.sample").zh() : null);
        write(cells);
    }

    private void write(List<Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell instanceof Number number) {
                sheet.value(row, i, number);
            } else if (cell != null) {
                sheet.value(row, i, cell.toString());
            }
        }
        row++;
        sheet.flush();
    }

    private static String missing(SiteCheck check, Check.Weight weight) {
        return check.missing().stream()
                .filter(one -> one.weight() == weight)
                .map(one -> one.name().zh())
                .collect(Collectors.joining("、"));
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
