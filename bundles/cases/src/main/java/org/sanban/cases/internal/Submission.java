// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.Site;

/**
 * The rules of submitting a case: who may, where, for which matter, with what.
 *
 * @param draft what is submitted
 * @param actor who submits it
 * @param site where
 * @param matter for what
 * @param workflow what the case will run under
 * @param directory what it may name
 */
record Submission(Draft draft, Actor actor, Site site, Matter matter, Workflow workflow, Directory directory) {
    private static final Texts TEXTS = Texts.of(Submission.class);

    /**
     * Checks everything at once.
     *
     * @throws Problem as {@link org.sanban.api.cases.CaseService#submit} says
     */
    void check(Instant now) {
        if (!actor.sees(site.division())) {
            throw Problem.forbidden(TEXTS.get("site.foreign", site.name(), actor.account()));
        }
        actor.require(workflow.submitters().toArray(String[]::new));
        Guide guide = matter.guide();
        if (!guide.inForce(now)) {
            throw Problem.conflict(TEXTS.get("matter.withdrawn", matter.name(), matter.code()))
                    .about("matter");
        }
        List<Violation> faults = new ArrayList<>();
        Forms forms = new Forms(faults, CaseFile.codes(guide), code -> directory
                .matter(code, now)
                .isPresent());
        if (draft.applicant() == null) {
            forms.fault("applicant", TEXTS.get("applicant.required"));
        } else {
            faults.addAll(draft.applicant().faults());
        }
        if (!guide.levels().isEmpty() && !guide.levels().contains(site.level())) {
            forms.fault("site", TEXTS.get("matter.level", matter.name(), site.name()));
        }
        if (!guide.modes().isEmpty() && !guide.modes().contains(workflow.mode())) {
            forms.fault("mode", TEXTS.get("matter.mode", matter.name(), workflow.name()));
        }
        forms.answers(workflow.application(), draft.answers());
        forms.materials(draft.materials());
        forms.taken(draft.taken());
        if (draft.taken().stream().anyMatch(original -> original.where() != null)) {
            forms.fault("taken", TEXTS.get("original.where"));
        }
        forms.text("note", draft.note(), false, 500);
        forms.text("key", draft.key(), false, 80);
        if (draft.number() != null && !CaseNumber.of(draft.number(), site.division())) {
            forms.fault("number", TEXTS.get("number.wrong", draft.number(), site.name()));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /**
     * The row of the new case; its head and due date are still to be set.
     *
     * @param next gives the next serial
     */
    CaseEntity row(LongSupplier next, ZonedDateTime now) {
        Guide guide = matter.guide();
        Stage stage = workflow.stage(workflow.initial()).orElseThrow();
        CaseEntity row = new CaseEntity();
        boolean reserved = draft.number() != null;
        row.id = reserved ? CaseNumber.id(draft.number()).orElseThrow() : next.getAsLong();
        row.number = reserved ? draft.number() : CaseNumber.of(row.id, now.getYear(), site.division());
        row.version = 1;
        row.mode = workflow.mode();
        row.workflow = workflow.version();
        row.matter = matter.code();
        row.matterName = matter.name();
        row.guide = guide.version();
        row.immediate = guide.immediate();
        row.limitDays = guide.committedDays();
        row.site = site.code();
        row.division = site.division();
        row.town = Division.town(site.division());
        row.county = Division.county(site.division());
        row.applicantKind = draft.applicant().kind().name();
        row.applicantName = draft.applicant().name();
        row.applicantId = draft.applicant().idNumber();
        row.applicantPhone = draft.applicant().phone();
        row.stage = stage.id();
        row.status = stage.status().name();
        row.firstAsked = staff(actor) ? actor.account() : null;
        row.submittedAt = CaseList.micros(now.toInstant());
        row.changedAt = row.submittedAt;
        return row;
    }

    /** What the new case holds beside its columns. */
    CaseData data(Instant now) {
        return new CaseData(
                draft.applicant().address(),
                CaseList.micros(now),
                null,
                CaseFile.add(List.of(), draft.materials()),
                Custody.take(List.of(), draft.taken(), now, actor.account()),
                List.of(),
                List.of(),
                draft.answers(),
                List.of(),
                List.of("submit"),
                null);
    }

    /** What the journal keeps of it. */
    Map<String, Object> detail() {
        return Details.of(draft);
    }

    /** Whether the account is of someone who serves (首问负责 counts from them, not from a system). */
    static boolean staff(Actor actor) {
        return actor.is(Role.CLERK, Role.OFFICER, Role.AGENT);
    }
}
