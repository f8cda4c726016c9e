// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.supervision.LeadingGroup;
import org.sanban.api.supervision.LeadingGroupService;
import org.sanban.api.web.Given;

/** The register of leading groups (R135): a new one takes the place of the division's last one, which stays readable. */
@Component(service = {LeadingGroupService.class, LeadingGroups.class})
public final class LeadingGroups implements LeadingGroupService {
    private static final Texts TEXTS = Texts.of(LeadingGroups.class);

    private final Rows rows;
    private final RegistryService registry;
    private final AttachmentService attachments;
    private final InstantSource clock;

    @Activate
    public LeadingGroups(
            @Reference Rows rows, @Reference RegistryService registry, @Reference AttachmentService attachments) {
        this(rows, registry, attachments, InstantSource.system());
    }

    LeadingGroups(Rows rows, RegistryService registry, AttachmentService attachments, InstantSource clock) {
        this.rows = rows;
        this.registry = registry;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** A group to be entered; without a division, of the actor's own. */
    record Draft(
            String division,
            String name,
            String head,
            List<String> members,
            String office,
            String document,
            LocalDate formedOn,
            List<String> evidence) {}

    LeadingGroup record(Draft draft, Actor actor) {
        String named = Given.word(draft.division()) == null ? actor.division() : Given.word(draft.division());
        List<String> evidence = draft.evidence() == null ? List.of() : draft.evidence();
        Faults faults = new Faults()
                .text("name", draft.name(), 100)
                .text("head", draft.head(), 100)
                .names("members", draft.members(), 1, 2000)
                .optional("office", draft.office(), 100)
                .text("document", draft.document(), 100)
                .past("formedOn", draft.formedOn(), Days.today(clock))
                .files("evidence", evidence, 0);
        String division = Standing.division(named, null, registry, faults);
        faults.raise();
        boolean own = actor.is(Role.SUPERVISOR) && actor.division().equals(division);
        if (!own && !Standing.answersFor(actor, division)) {
            throw Problem.forbidden(TEXTS.get("group.foreign", division));
        }
        attachments.keep(evidence, division, "evidence", actor);
        LeadingGroupEntity row = row(draft, division, evidence, actor);
        return rows.in(em -> {
            for (LeadingGroupEntity before : em.createQuery(
                            "select r from LeadingGroupEntity r where r.division = :division and r.endedOn is null",
                            LeadingGroupEntity.class)
                    .setParameter("division", division)
                    .getResultList()) {
                if (before.formedOn.isAfter(row.formedOn)) {
                    throw Problem.conflict(TEXTS.get("group.older", before.document, before.formedOn));
                }
                before.endedOn = row.formedOn;
            }
            em.persist(row);
            return row.value();
        });
    }

    private static LeadingGroupEntity row(Draft draft, String division, List<String> evidence, Actor actor) {
        LeadingGroupEntity row = new LeadingGroupEntity();
        row.place(division);
        row.name = draft.name().strip();
        row.head = draft.head().strip();
        row.members = Words.joined(draft.members());
        row.office = Given.word(draft.office());
        row.document = draft.document().strip();
        row.formedOn = draft.formedOn();
        row.evidence = Words.joined(evidence);
        row.account = actor.account();
        return row;
    }

    LeadingGroup get(long id, Actor actor) {
        Standing.staff(actor);
        return rows.find(LeadingGroupEntity.class, id)
                .filter(found -> actor.sees(found.division))
                .orElseThrow(() -> Problem.notFound(TEXTS.get("group.unknown", id)))
                .value();
    }

    @Override
    public Page<LeadingGroup> groups(String division, boolean past, PageRequest page, Actor actor) {
        Filter filter = Filter.of(Standing.asked(division, actor, registry)).when(!past, "r.endedOn is null");
        return Page.of(rows.list(LeadingGroupEntity.class, filter, page), page, row -> Long.toString(row.id))
                .map(LeadingGroupEntity::value);
    }
}
