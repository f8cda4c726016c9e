// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.supervision.Cause;
import org.sanban.api.supervision.NoticeDraft;
import org.sanban.api.web.Given;

/** What a notice comes from, and what that says of it already: an inspection, a late case, a complaint. */
@Component(service = Origins.class)
public final class Origins {
    static final String INSPECTIONS = "inspections/";
    static final String CASES = "cases/";
    static final String COMPLAINTS = "complaints/";

    private static final Texts TEXTS = Texts.of(Origins.class);

    private final Rows rows;

    @Activate
    public Origins(@Reference Rows rows) {
        this.rows = rows;
    }

    /**
     * A draft with what its origin knows.
     *
     * @param evidence ids of files that come with it
     * @param lateCase number of the late case it comes from, or {@code null}
     */
    record Known(NoticeDraft draft, List<String> evidence, String lateCase) {}

    Known complete(NoticeDraft draft, Actor actor) {
        String origin = Given.word(draft.origin());
        if (origin == null) {
            return new Known(draft, List.of(), null);
        }
        if (origin.startsWith(INSPECTIONS)) {
            return inspection(draft, origin, actor);
        }
        if (origin.startsWith(CASES)) {
            return lateCase(draft, origin, actor);
        }
        if (origin.startsWith(COMPLAINTS)) {
            return complaint(draft, origin, actor);
        }
        throw unknown(origin);
    }

    private Known inspection(NoticeDraft draft, String origin, Actor actor) {
        InspectionEntity row = Inspections.key(origin.substring(INSPECTIONS.length()))
                .flatMap(id -> rows.find(InspectionEntity.class, id))
                .filter(found -> Inspections.shown(found, actor))
                .orElseThrow(() -> unknown(origin));
        if (row.concludedAt == null) {
            throw Problem.conflict(TEXTS.get("inspection.running", row.id));
        }
        List<FindingEntity> findings = Inspections.findings(rows, row.id);
        List<FindingEntity> chosen = findings.stream()
                .filter(f ->
                        draft.cause() == null || f.cause.equals(draft.cause().name()))
                .toList();
        Cause cause = draft.cause() != null || chosen.isEmpty() ? draft.cause() : Cause.valueOf(chosen.get(0).cause);
        List<FindingEntity> same = chosen.stream()
                .filter(f -> cause != null && f.cause.equals(cause.name()))
                .toList();
        String text = String.join("\n", same.stream().map(f -> f.text).toList());
        List<String> evidence = same.stream()
                .flatMap(f -> Words.parted(f.evidence).stream())
                .distinct()
                .limit(20)
                .toList();
        return new Known(filled(draft, row.division, row.site, cause, text), evidence, null);
    }

    private Known lateCase(NoticeDraft draft, String origin, Actor actor) {
        String number = origin.substring(CASES.length());
        List<LateCaseEntity> found =
                rows.all(LateCaseEntity.class, new Filter().and("r.caseNumber = :number", "number", number), 100);
        if (found.isEmpty() || !actor.sees(found.get(0).division)) {
            throw unknown(origin);
        }
        LateCaseEntity last = found.get(found.size() - 1);
        String text = TEXTS.get("late-case", number, last.matter, last.stage).zh();
        return new Known(filled(draft, last.division, null, Cause.IMPROPER, text), List.of(), number);
    }

    private Known complaint(NoticeDraft draft, String origin, Actor actor) {
        ComplaintEntity row = Complaints.key(origin.substring(COMPLAINTS.length()))
                .flatMap(id -> rows.find(ComplaintEntity.class, id))
                .filter(found -> Standing.handles(actor, found.division))
                .orElseThrow(() -> unknown(origin));
        return new Known(filled(draft, row.division, row.site, null, null), List.of(), null);
    }

    private static NoticeDraft filled(NoticeDraft draft, String division, String site, Cause cause, String text) {
        boolean elsewhere = draft.division() != null && !draft.division().equals(division);
        return new NoticeDraft(
                draft.kind(),
                draft.division() == null && draft.site() == null ? division : draft.division(),
                draft.site() == null && !elsewhere ? site : draft.site(),
                draft.unit(),
                draft.responsible(),
                draft.cause() == null ? cause : draft.cause(),
                Given.word(draft.text()) == null ? text : draft.text(),
                draft.reference(),
                draft.origin(),
                draft.issuedOn(),
                draft.days(),
                draft.dueOn());
    }

    private static Problem unknown(String origin) {
        return Problem.invalid("origin", TEXTS.get("origin", origin));
    }
}
