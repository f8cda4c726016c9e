// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.identity.Mask;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Site;

/**
 * A case's journal as people read it.
 *
 * @param file the case
 * @param entries its entries, oldest first
 */
record Timeline(CaseFile file, List<JournalEntity> entries) {
    private static final Texts TEXTS = Texts.of(Timeline.class);
    /** What of the answers the applicant reads. */
    private static final Set<Field.Type> TOLD = Set.of(Field.Type.CHOICE, Field.Type.CHOICES, Field.Type.TEXT);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** An instant as people in the county read it. */
    static String time(long micros) {
        return TIME.format(CaseFile.instant(micros).atZone(CaseManager.ZONE));
    }

    /** What the applicant sees. */
    Progress progress(Site site, Due due, boolean offered) {
        CaseEntity row = file.row();
        Text stage = file.stage().name();
        return new Progress(
                row.number,
                row.matterName,
                site.name(),
                site.phone(),
                Mask.name(row.applicantName),
                stage,
                Status.valueOf(row.status),
                holder(),
                due.dueOn(),
                due.daysLeft(),
                due.light(),
                due.why(),
                due.lines(),
                missing(),
                file.data().parts().stream()
                        .map(part -> new Progress.PartLine(part.name(), !part.open(), part.result()))
                        .toList(),
                entries.stream().filter(entry -> entry.shown).map(this::event).toList(),
                offered || Status.valueOf(row.status).ended()
                        ? null
                        : TEXTS.get("progress.absent", file.workflow().name()));
    }

    /** The entry as the API shows it. */
    JournalEntry entry(JournalEntity entry) {
        return new JournalEntry(
                entry.id,
                file.row().number,
                entry.seq,
                CaseFile.instant(entry.at),
                JournalEntry.Kind.valueOf(entry.kind),
                entry.action,
                name(entry),
                entry.fromStage,
                entry.toStage,
                file.workflow().stage(entry.toStage).orElseThrow().status(),
                entry.account,
                entry.actor,
                entry.channel,
                file.row().division,
                entry.shown,
                Json.detail(entry.detail),
                Chain.hex(entry.hash));
    }

    /** What people call the action of an entry. */
    Text name(JournalEntity entry) {
        return step(entry).map(Step::name).orElseGet(() -> TEXTS.get("action.submit"));
    }

    private Optional<Step> step(JournalEntity entry) {
        return entry.fromStage == null ? Optional.empty() : file.workflow().step(entry.fromStage, entry.action);
    }

    private Progress.Event event(JournalEntity entry) {
        return new Progress.Event(CaseFile.instant(entry.at), name(entry), reason(entry));
    }

    /** What the applicant was told with it: choices by their label, and free text. */
    private String reason(JournalEntity entry) {
        List<Field> form = step(entry).map(Step::form).orElse(List.of());
        Object answers = Json.detail(entry.detail).get("answers");
        if (!(answers instanceof Map<?, ?> given)) {
            return null;
        }
        String reason = form.stream()
                .filter(field -> TOLD.contains(field.type()))
                .flatMap(field -> Stream.ofNullable(Details.label(form, given, field.name())))
                .collect(Collectors.joining("；"));
        return reason.isEmpty() ? null : reason;
    }

    private Text holder() {
        String role = file.stage().holder();
        return role == null
                ? TEXTS.get("holder.none")
                : TEXTS.has("holder." + role) ? TEXTS.get("holder." + role) : Text.of(role);
    }

    /** Names of the materials the case waits for, when it is with the applicant. */
    private List<String> missing() {
        List<String> names = new ArrayList<>();
        if (!Status.valueOf(file.row().status).ended()) {
            file.papers().stream().filter(Paper::missing).map(Paper::name).forEach(names::add);
        }
        return names;
    }
}
