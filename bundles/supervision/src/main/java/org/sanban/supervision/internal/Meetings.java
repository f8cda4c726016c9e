// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.supervision.PlanTask;
import org.sanban.api.web.Given;
import org.sanban.supervision.internal.Meeting.Decision;

/** Leaders' meetings (R136); what they decide becomes tasks beside T1–T20. */
@Component(service = Meetings.class)
public final class Meetings {
    private static final Texts TEXTS = Texts.of(Meetings.class);
    private static final int MOST = 50;

    private final Rows rows;
    private final RegistryService registry;
    private final AttachmentService attachments;
    private final InstantSource clock;

    @Activate
    public Meetings(
            @Reference Rows rows, @Reference RegistryService registry, @Reference AttachmentService attachments) {
        this(rows, registry, attachments, InstantSource.system());
    }

    Meetings(Rows rows, RegistryService registry, AttachmentService attachments, InstantSource clock) {
        this.rows = rows;
        this.registry = registry;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** A meeting to be recorded; without a division, of the actor's own. */
    record Draft(
            String division,
            LocalDate heldOn,
            String chair,
            String topic,
            String minutes,
            List<String> evidence,
            List<Decision> decisions) {}

    Meeting record(Draft draft, Actor actor) {
        String named = Given.word(draft.division()) == null ? actor.division() : Given.word(draft.division());
        List<Decision> decisions = draft.decisions() == null ? List.of() : draft.decisions();
        List<String> evidence = draft.evidence() == null ? List.of() : draft.evidence();
        Faults faults = new Faults()
                .past("heldOn", draft.heldOn(), Days.today(clock))
                .text("chair", draft.chair(), 100)
                .text("topic", draft.topic(), 500)
                .optional("minutes", draft.minutes(), 4000)
                .files("evidence", evidence, 0)
                .check(decisions.size() <= MOST, "decisions", "decisions.most", MOST);
        String division = Standing.division(named, null, registry, faults);
        check(decisions, division, draft.heldOn(), faults);
        faults.raise();
        boolean own = actor.is(Role.SUPERVISOR) && actor.division().equals(division);
        if (!own && !Standing.answersFor(actor, division)) {
            throw Problem.forbidden(TEXTS.get("meeting.foreign", division));
        }
        attachments.keep(evidence, division, "evidence", actor);
        MeetingEntity row = row(draft, division, evidence, actor);
        return rows.in(em -> {
            em.persist(row);
            List<TaskEntity> tasks = new ArrayList<>();
            for (Decision decision : decisions) {
                TaskEntity task = task(row, decision, tasks.size() + 1);
                em.persist(task);
                tasks.add(task);
            }
            return view(row, tasks);
        });
    }

    private static MeetingEntity row(Draft draft, String division, List<String> evidence, Actor actor) {
        MeetingEntity row = new MeetingEntity();
        row.place(division);
        row.heldOn = draft.heldOn();
        row.chair = draft.chair();
        row.topic = draft.topic();
        row.minutes = Given.word(draft.minutes());
        row.evidence = Words.joined(evidence);
        row.account = actor.account();
        return row;
    }

    private static TaskEntity task(MeetingEntity meeting, Decision decision, int number) {
        TaskEntity task = TaskEntity.of(new PlanTask(
                0,
                "M" + meeting.id + "-" + number,
                decision.title(),
                Given.word(decision.text()) == null ? decision.title() : decision.text(),
                decision.owners(),
                null,
                decision.dueOn(),
                TEXTS.get("meeting.source", meeting.heldOn, meeting.id).zh(),
                meeting.division,
                !decision.perTown(),
                decision.perTown()));
        task.meeting = meeting.id;
        return task;
    }

    Meeting get(long id, Actor actor) {
        Standing.staff(actor);
        MeetingEntity row = rows.find(MeetingEntity.class, id)
                .filter(found -> actor.sees(found.division))
                .orElseThrow(() -> Problem.notFound(TEXTS.get("meeting.unknown", id)));
        return view(row, tasks(id));
    }

    /** Newest first. */
    Page<Meeting> list(String division, PageRequest page, Actor actor) {
        Filter filter = Filter.of(Standing.asked(division, actor, registry));
        return Page.of(rows.list(MeetingEntity.class, filter, page), page, row -> Long.toString(row.id))
                .map(row -> view(row, tasks(row.id)));
    }

    private List<TaskEntity> tasks(long meeting) {
        return rows.all(TaskEntity.class, new Filter().and("r.meeting = :meeting", "meeting", meeting), MOST);
    }

    private static void check(List<Decision> decisions, String division, LocalDate heldOn, Faults faults) {
        boolean county = division != null && Division.county(division).equals(division);
        for (int i = 0; i < decisions.size(); i++) {
            String field = "decisions[" + i + "]";
            Decision one = decisions.get(i);
            faults.check(one != null, field, "decision");
            if (one != null) {
                faults.text(field + ".title", one.title(), 100)
                        .optional(field + ".text", one.text(), 2000)
                        .names(field + ".owners", one.owners(), 1, 500)
                        .check(!one.perTown() || county, field + ".perTown", "decision.towns")
                        .check(
                                one.dueOn() == null
                                        || heldOn == null
                                        || !one.dueOn().isBefore(heldOn),
                                field + ".dueOn",
                                "limit.order",
                                heldOn);
            }
        }
    }

    private static Meeting view(MeetingEntity row, List<TaskEntity> tasks) {
        return new Meeting(
                row.id,
                row.division,
                row.heldOn,
                row.chair,
                row.topic,
                row.minutes,
                Words.parted(row.evidence),
                tasks.stream().map(TaskEntity::value).toList());
    }
}
