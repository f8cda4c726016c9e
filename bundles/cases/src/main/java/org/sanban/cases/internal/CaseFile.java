// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Part;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Applicant;
import org.sanban.api.identity.Mask;
import org.sanban.api.matters.Guide;
import org.sanban.api.problem.Text;

/**
 * A case with all it is read by: its row, what the row's JSON holds, its workflow and its guide.
 *
 * @param row the row
 * @param data what its JSON holds
 * @param workflow what it runs under
 * @param guide what its materials are asked for by
 */
record CaseFile(CaseEntity row, CaseData data, Workflow workflow, Guide guide) {

    /** The case as the API shows it. */
    Case view(Due due, Text modeAbsent) {
        Stage stage = stage();
        return new Case(
                row.number,
                row.version,
                row.mode,
                row.workflow,
                row.matter,
                row.matterName,
                row.guide,
                row.immediate,
                row.site,
                row.division,
                applicant(),
                row.stage,
                stage.name(),
                Status.valueOf(row.status),
                new Holder(stage.holder(), row.holder, data.holderName()),
                row.firstAsked,
                instant(row.submittedAt),
                instant(row.changedAt),
                due,
                papers(),
                data.originals(),
                data.bookings(),
                data.parts(),
                data.answers(),
                data.done(),
                modeAbsent);
    }

    /** The case as a line of a list. */
    static CaseLine line(CaseEntity row, Workflow workflow, Light light) {
        return new CaseLine(
                row.number,
                row.matter,
                row.matterName,
                row.mode,
                row.site,
                Mask.name(row.applicantName),
                row.stage,
                workflow.stage(row.stage).orElseThrow().name(),
                Status.valueOf(row.status),
                instant(row.submittedAt),
                Deadlines.shown(row),
                light);
    }

    /** The step that the platform does once the limit of the stage is over; not again what is done once in a life. */
    Optional<Step> overdue() {
        return workflow.stepsFrom(row.stage).stream()
                .filter(step -> step.effects().contains(Step.Effect.OVERDUE))
                .filter(step -> !step.effects().contains(Step.Effect.ONCE)
                        || !data.done().contains(step.action()))
                .findFirst();
    }

    /** Accounts that have the case, or an open part of it, by name; nobody once it has ended. */
    Set<String> holders() {
        if (Status.valueOf(row.status).ended()) {
            return Set.of();
        }
        Set<String> holders = new HashSet<>();
        if (row.holder != null) {
            holders.add(row.holder);
        }
        data.parts().stream().filter(Part::open).map(Part::account).forEach(holders::add);
        return holders;
    }

    Stage stage() {
        return workflow.stage(row.stage).orElseThrow();
    }

    /** What the guide asks for and what was handed in. */
    List<Paper> papers() {
        Map<String, Handed> handed = data.handed().stream().collect(Collectors.toMap(Handed::code, h -> h));
        return guide.materials().stream()
                .map(m -> {
                    Handed h = handed.getOrDefault(m.code(), new Handed(m.code(), 0, 0, List.of()));
                    return new Paper(
                            m.code(),
                            m.name(),
                            m.required(),
                            m.originals(),
                            m.copies(),
                            h.originals(),
                            h.copies() + h.attachments().size(),
                            h.attachments());
                })
                .toList();
    }

    /** Codes of the guide's materials. */
    Set<String> codes() {
        return codes(guide);
    }

    static Set<String> codes(Guide guide) {
        return guide.materials().stream().map(Guide.Material::code).collect(Collectors.toSet());
    }

    /** What was handed in before and now, each code once. */
    static List<Handed> add(List<Handed> before, List<Handed> now) {
        Map<String, Handed> all = new LinkedHashMap<>();
        before.forEach(h -> all.put(h.code(), h));
        now.forEach(h -> all.merge(h.code(), h, CaseFile::sum));
        return List.copyOf(all.values());
    }

    private static Handed sum(Handed a, Handed b) {
        Set<String> attachments = new LinkedHashSet<>(a.attachments());
        attachments.addAll(b.attachments());
        return new Handed(a.code(), a.originals() + b.originals(), a.copies() + b.copies(), List.copyOf(attachments));
    }

    /** Answers with those given now. */
    static Map<String, Object> answers(Map<String, Object> before, Map<String, Object> now) {
        Map<String, Object> all = new HashMap<>(before);
        all.putAll(now);
        return all;
    }

    private Applicant applicant() {
        return new Applicant(
                Applicant.Kind.valueOf(row.applicantKind),
                row.applicantName,
                row.applicantId,
                row.applicantPhone,
                data.address());
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
