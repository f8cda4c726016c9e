// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.util.ArrayList;
import java.util.List;
import org.sanban.api.print.Sheet;
import org.sanban.api.print.Sheet.Row;
import org.sanban.api.print.Sheet.Section;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.supervision.Notice;
import org.sanban.api.supervision.NoticeEntry;

/** A notice as it is printed, stamped and handed over: what is wrong, until when, and what came of it so far. */
final class NoticePaper {
    private static final Texts TEXTS = Texts.of(NoticePaper.class);

    private final RegistryService registry;

    NoticePaper(RegistryService registry) {
        this.registry = registry;
    }

    Sheet fill(Notice notice, List<NoticeEntry> history) {
        Site site = notice.site() == null ? null : registry.site(notice.site());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                text("paper.to"),
                List.of(
                        row(
                                "paper.division",
                                registry.division(notice.division()).name()),
                        row("paper.site", site == null ? "—" : site.name()),
                        row("paper.unit", notice.unit() == null ? "—" : notice.unit()),
                        row("paper.cause", text("cause." + notice.cause())),
                        row("paper.issued", notice.issuedOn()),
                        row("paper.due", notice.dueOn() == null ? text("paper.no-limit") : notice.dueOn()),
                        row("paper.by", notice.issuer())),
                List.of()));
        sections.add(
                new Section(text("paper.text"), List.of(), notice.text().lines().toList()));
        if (notice.kind() == Notice.Kind.RECTIFICATION) {
            sections.add(new Section(null, List.of(), List.of(text("paper.ask"))));
        }
        List<String> lines = history.stream()
                .filter(entry -> entry.kind() != NoticeEntry.Kind.ISSUED)
                .map(NoticePaper::line)
                .toList();
        if (!lines.isEmpty()) {
            sections.add(new Section(text("paper.history"), List.of(), lines));
        }
        return new Sheet(
                text("paper." + notice.kind()),
                notice.reference() == null ? "No. " + notice.id() : notice.reference(),
                sections,
                List.of(text("paper.sign-by"), text("paper.sign-to")),
                null,
                site != null && site.sample());
    }

    private static String line(NoticeEntry entry) {
        String what = TEXTS.get("entry." + entry.kind()).zh();
        String head = Days.day(Days.micros(entry.at())) + " " + what + "（" + entry.actor() + "）";
        String files = entry.evidence().isEmpty()
                ? ""
                : TEXTS.get("paper.files", entry.evidence().size()).zh();
        return head + (entry.text() == null ? "" : "：" + entry.text().replace('\n', ' ')) + files;
    }

    private static Row row(String label, Object value) {
        return new Row(text(label), String.valueOf(value));
    }

    private static String text(String key) {
        return TEXTS.get(key).zh();
    }
}
