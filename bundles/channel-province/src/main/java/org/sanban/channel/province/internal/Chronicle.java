// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Status;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;

/**
 * What the province is told of a case: nothing before it is accepted or has ended; then the acceptance with its materials
 * and the steps so far, each public step, each special procedure once it is over, and the result, once.
 */
final class Chronicle {
    private static final String POSTAL = "postal";

    private final JournalEntry entry;
    private final Case state;
    private final List<Known> known;
    private final List<JournalEntry> past;

    /**
     * @param known what is in the outbox of the case
     * @param journal the case's journal, read only where it is needed
     */
    Chronicle(JournalEntry entry, Case state, List<Known> known, Supplier<List<JournalEntry>> journal) {
        this.entry = entry;
        this.state = state;
        this.known = known;
        boolean needed = tells() && (known.isEmpty() || entry.kind() == Kind.RESUMED || ended());
        this.past = needed
                ? journal.get().stream().filter(one -> one.seq() < entry.seq()).toList()
                : List.of();
    }

    private boolean ended() {
        return entry.status().ended();
    }

    private boolean tells() {
        return !known.isEmpty() || ended() || accepts();
    }

    private boolean accepts() {
        return switch (entry.kind()) {
            case ACCEPTED, DECIDED, DELIVERED -> true;
            default -> entry.status() == Status.DONE;
        };
    }

    /** The records of the entry, in order; empty where it says nothing to the province. */
    List<NewRecord> records() {
        List<NewRecord> records = new ArrayList<>();
        if (!tells()) {
            return records;
        }
        if (known.isEmpty()) {
            open(records);
        }
        if (entry.shown()) {
            records.add(process(entry, before()));
        }
        special(records);
        if (decides() && known.stream().noneMatch(one -> one.subject() == Subject.RESULT)) {
            records.add(result());
        }
        return records;
    }

    private void open(List<NewRecord> records) {
        if (accepts()) {
            JournalEntry accepted = past.stream()
                    .filter(one -> one.kind() == Kind.ACCEPTED)
                    .findFirst()
                    .orElse(entry);
            records.add(once(
                    Subject.ACCEPT,
                    0,
                    Map.of("accept_date", accepted.at().toString(), "handle_user_name", accepted.actor())));
            for (int i = 0; i < state.materials().size(); i++) {
                Paper paper = state.materials().get(i);
                if (paper.originalsHanded() + paper.copiesHanded() > 0) {
                    records.add(once(Subject.MATERIAL, i, material(paper)));
                }
            }
        }
        JournalEntry last = null;
        for (JournalEntry one : past) {
            if (one.shown()) {
                records.add(process(one, last == null ? one.at() : last.at()));
            }
            last = one;
        }
    }

    private static Map<String, String> material(Paper paper) {
        Map<String, String> content = new HashMap<>();
        content.put("material_name", paper.name());
        content.put(
                "get_type",
                paper.originalsHanded() > 0 ? "original" : paper.attachments().isEmpty() ? "copy" : "file");
        content.put("get_num", Integer.toString(paper.originalsHanded() + paper.copiesHanded()));
        return content;
    }

    /** When the step before ended, which is when this one began. */
    private Instant before() {
        Stream<Instant> told = known.stream()
                .filter(one -> one.subject() != Subject.RATING && one.seq() < entry.seq())
                .map(Known::at);
        return Stream.concat(told, past.stream().map(JournalEntry::at))
                .max(Instant::compareTo)
                .orElse(entry.at());
    }

    private NewRecord process(JournalEntry step, Instant began) {
        Map<String, String> content = new HashMap<>();
        content.put("event_name", Codes.word(step.kind()));
        content.put("process_name", step.name().zh());
        content.put(
                "handle_explain",
                step.kind() == Kind.DECIDED ? words(step) : step.name().zh());
        content.put("handle_user_name", step.actor());
        content.put("event_start_time", began.toString());
        content.put("event_end_time", step.at().toString());
        return new NewRecord(entry.number(), step.seq(), Subject.PROCESS, 0, step.at(), content);
    }

    /** A special procedure ends when it is resumed, or with the case. */
    private void special(List<NewRecord> records) {
        JournalEntry paused = null;
        for (JournalEntry one : Stream.concat(past.stream(), Stream.of(entry)).toList()) {
            boolean over = one.kind() == Kind.RESUMED || one.status().ended();
            if (paused != null && over) {
                records.add(special(paused, one));
            }
            paused = one.kind() == Kind.PAUSED ? one : over ? null : paused;
        }
    }

    private NewRecord special(JournalEntry paused, JournalEntry over) {
        Map<String, String> content = new HashMap<>();
        content.put("special_type", "other");
        content.put("special_name", paused.name().zh());
        content.put("special_reason", answer(paused, "basis", paused.name().zh()));
        content.put("special_time", paused.at().toString());
        content.put("end_time", over.at().toString());
        content.put("result", answer(over, "finding", over.name().zh()));
        content.put("handle_user", over.actor());
        return new NewRecord(entry.number(), paused.seq(), Subject.SPECIAL, 0, over.at(), content);
    }

    private boolean decides() {
        return ended() || entry.kind() == Kind.DECIDED || entry.kind() == Kind.DELIVERED;
    }

    private NewRecord result() {
        Map<String, String> content = new HashMap<>();
        content.put(
                "result_type",
                switch (entry.status()) {
                    case REFUSED -> "refused";
                    case WITHDRAWN -> "withdrawn";
                    case TERMINATED -> "terminated";
                    default -> "denied".equals(answer(entry, "outcome", null)) ? "denied" : "approved";
                });
        content.put("result_date", entry.at().toString());
        content.put("result_explain", words(entry));
        content.put("is_delivery_results", POSTAL.equals(state.mode()) ? "yes" : "no");
        content.put("handle_user_name", entry.actor());
        certificate(content);
        return once(Subject.RESULT, 0, content);
    }

    /** By reference only (R59): the number that the issuer gave it, as a form of the case names it. */
    private void certificate(Map<String, String> content) {
        if (state.answers().get("certificateNo") instanceof String number) {
            content.put("result_cetr_no", number);
            content.put("result_cetr_name", String.valueOf(state.answers().getOrDefault("certificateName", "")));
        }
    }

    /** What the applicant was told; remarks for the staff stay here. */
    private static String words(JournalEntry step) {
        return answer(
                step,
                "result",
                answer(
                        step,
                        "conclusion",
                        answer(step, "explanation", step.name().zh())));
    }

    private static String answer(JournalEntry step, String field, String otherwise) {
        return step.detail().get("answers") instanceof Map<?, ?> answers
                        && answers.get(field) instanceof String text
                        && !text.isBlank()
                ? text
                : otherwise;
    }

    private NewRecord once(Subject subject, int item, Map<String, String> content) {
        return new NewRecord(entry.number(), 0, subject, item, entry.at(), content);
    }
}
