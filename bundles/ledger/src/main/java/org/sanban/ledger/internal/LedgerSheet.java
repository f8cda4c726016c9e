// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sanban.api.ledger.Check;
import org.sanban.api.ledger.SiteCheck;
import org.sanban.api.print.Sheet;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Site;

/** A site's ledger as a paper of one page (R9). What would not fit on it is cut short; the rest is on the platform. */
final class LedgerSheet {
    private static final Texts TEXTS = Texts.of(LedgerSheet.class);
    private static final int LINE = 34;

    private LedgerSheet() {}

    static Sheet of(Snapshot snapshot, SiteCheck check) {
        Site site = snapshot.site();
        List<Sheet.Section> sections = new ArrayList<>();
        sections.add(new Sheet.Section(null, place(snapshot), List.of()));
        if (check.standard() != null) {
            sections.add(new Sheet.Section(
                    say("sheet.standard", check.standard(), check.holding(), check.of()), standard(check), List.of()));
        }
        String missing = check.missing().stream()
                .filter(one -> one.weight() == Check.Weight.REQUIRED)
                .map(one -> one.name().zh())
                .collect(Collectors.joining("、"));
        sections.add(new Sheet.Section(
                null,
                List.of(new Sheet.Row(say("sheet.missing"), line(missing.isEmpty() ? "无" : missing, 2))),
                List.of()));
        return new Sheet(
                say("sheet.title", site.name()),
                site.code(),
                sections,
                List.of(say("sheet.filled"), say("sheet.checked")),
                null,
                site.sample());
    }

    private static List<Sheet.Row> place(Snapshot s) {
        Ledger ledger = s.ledger();
        Site site = s.site();
        List<Sheet.Row> rows = new ArrayList<>();
        row(rows, "address", join(site.address(), site.phone()), 1);
        row(
                rows,
                "hall",
                join(ledger.area() == null ? null : ledger.area().toPlainString() + " ㎡", premises(ledger)),
                1);
        row(
                rows,
                "places",
                say(
                        "sheet.count",
                        s.windows().size(),
                        text(ledger.workplaces()),
                        s.staff().size()),
                1);
        row(rows, "areas", join(Labels.zh(ledger.areas()), Labels.zh(ledger.selfService())), 2);
        row(
                rows,
                "equipment",
                ledger.equipment().stream()
                        .map(one -> one.name() + "×" + one.count())
                        .collect(Collectors.joining("、")),
                2);
        row(rows, "hours", String.join("、", ledger.workdayHours()), 1);
        Ledger.Responsible who = ledger.responsible();
        row(rows, "responsible", who == null ? null : who.office() + " " + who.name(), 1);
        row(
                rows,
                "survey",
                join(ledger.surveyedOn() == null ? null : ledger.surveyedOn().toString(), ledger.surveyor()),
                1);
        return rows;
    }

    private static List<Sheet.Row> standard(SiteCheck check) {
        return check.checks().stream()
                .filter(one -> one.weight() == Check.Weight.STANDARD)
                .map(one -> new Sheet.Row(
                        (one.holds() ? "√ " : "× ") + one.name().zh(),
                        line(one.facts().get(0).text().zh(), 1)))
                .toList();
    }

    private static String premises(Ledger ledger) {
        return ledger.premises() == null ? null : Labels.of(ledger.premises()).zh();
    }

    private static void row(List<Sheet.Row> rows, String key, String value, int lines) {
        // A blank value would leave room to write, of which a page has little.
        rows.add(new Sheet.Row(say("sheet." + key), value == null || value.isBlank() ? "—" : line(value, lines)));
    }

    private static String join(String... parts) {
        return Arrays.stream(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("；"));
    }

    private static String text(Integer number) {
        return number == null ? "—" : number.toString();
    }

    /** At most so many lines of a row. */
    private static String line(String text, int lines) {
        int most = LINE * lines;
        int count = text.codePointCount(0, text.length());
        return count <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static String say(String key, Object... arguments) {
        return TEXTS.get(key, arguments).zh();
    }
}
