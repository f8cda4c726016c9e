// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.supervision.Notice;
import org.sanban.api.supervision.NoticeDraft;
import org.sanban.api.supervision.NoticeEntry;
import org.sanban.api.supervision.NoticeQuery;
import org.sanban.api.supervision.NoticeService;
import org.sanban.api.supervision.NoticeStep;
import org.sanban.api.web.Given;

/** Notices of criticism and rectification, from issue to closure (R142). */
@Component(service = NoticeService.class)
public final class NoticeManager implements NoticeService {
    private static final Texts TEXTS = Texts.of(NoticeManager.class);
    private static final int LONGEST = 2000;
    private static final int MOST_DAYS = 250;

    private final NoticeStore store;
    private final Origins origins;
    private final RegistryService registry;
    private final AttachmentService attachments;
    private final WorkCalendar calendar;

    @Activate
    public NoticeManager(
            @Reference NoticeStore store,
            @Reference Origins origins,
            @Reference RegistryService registry,
            @Reference AttachmentService attachments,
            @Reference WorkCalendar calendar) {
        this.store = store;
        this.origins = origins;
        this.registry = registry;
        this.attachments = attachments;
        this.calendar = calendar;
    }

    @Override
    public Notice issue(NoticeDraft draft, Actor actor) {
        actor.require(Role.SUPERVISOR);
        Origins.Known known = origins.complete(draft, actor);
        NoticeDraft full = known.draft();
        LocalDate issued = full.issuedOn() == null ? store.today() : full.issuedOn();
        Faults faults = new Faults()
                .check(full.kind() != null, "kind", "notice.kind")
                .check(full.cause() != null, "cause", "cause")
                .text("text", full.text(), LONGEST)
                .optional("unit", full.unit(), 100)
                .optional("responsible", full.responsible(), 60)
                .optional("reference", full.reference(), 100)
                .past("issuedOn", issued, store.today());
        limit(full.kind() == Notice.Kind.RECTIFICATION, full.days(), full.dueOn(), issued, faults);
        String division = Standing.division(full.division(), full.site(), registry, faults);
        faults.raise();
        Standing.supervises(actor, division);
        NoticeEntity row = row(full, division, actor);
        row.issuedOn = issued;
        row.dueOn = due(full.days(), full.dueOn(), issued);
        NoticeStore.Line line = new NoticeStore.Line(NoticeEntry.Kind.ISSUED, full.text(), known.evidence(), actor);
        return store.issue(row, line, known.lateCase(), before -> {
                    throw Problem.conflict(TEXTS.get("origin.noticed", row.origin, before));
                })
                .value(true);
    }

    private static NoticeEntity row(NoticeDraft draft, String division, Actor actor) {
        NoticeEntity row = new NoticeEntity();
        row.place(division);
        row.kind = draft.kind().name();
        row.state = Notice.State.ISSUED.name();
        row.site = draft.site();
        row.unit = draft.unit();
        row.responsible = draft.responsible();
        row.cause = draft.cause().name();
        row.text = draft.text();
        row.reference = draft.reference();
        row.origin = Given.word(draft.origin());
        row.issuer = actor.account();
        row.issuerName = actor.name();
        row.byDivision = actor.division();
        return row;
    }

    @Override
    public Notice act(long id, NoticeStep step, Actor actor) {
        NoticeEntity seen = found(id, actor);
        NoticeStep.Kind kind = step.kind();
        Faults faults = new Faults()
                .check(kind != null, "kind", "notice.step")
                .text("text", step.text(), LONGEST)
                .files("evidence", step.evidence(), kind == NoticeStep.Kind.ANSWER ? 1 : 0);
        if (kind == NoticeStep.Kind.SEND_BACK) {
            boolean over = seen.dueOn != null && seen.dueOn.isBefore(store.today());
            limit(over, step.days(), step.dueOn(), store.today(), faults);
        } else {
            faults.check(step.days() == null, "days", "limit.needless")
                    .check(step.dueOn() == null, "dueOn", "limit.needless");
        }
        faults.raise();
        allow(seen, step, actor);
        LocalDate due = due(step.days(), step.dueOn(), store.today());
        attachments.keep(step.evidence(), seen.division, "evidence", actor);
        NoticeStore.Line line = new NoticeStore.Line(entry(kind), step.text(), step.evidence(), actor);
        return store.change(id, seen.version, row -> take(row, kind, due), line)
                .orElseThrow(() -> moved(found(id, actor)))
                .value(Standing.above(actor, seen.division));
    }

    /** Whether the step is for this actor, on this version, in this state. */
    private void allow(NoticeEntity row, NoticeStep step, Actor actor) {
        if (step.kind() == NoticeStep.Kind.ANSWER) {
            if (!Standing.answersFor(actor, row.division)) {
                throw Problem.forbidden(TEXTS.get("notice.answers", row.division));
            }
        } else {
            Standing.supervises(actor, row.division);
            List<NoticeEntry> history = store.history(row.id);
            boolean own = actor.account().equals(row.responsible)
                    || history.stream()
                            .anyMatch(e -> e.kind() == NoticeEntry.Kind.ANSWERED
                                    && e.account().equals(actor.account()));
            if (own) {
                throw Problem.forbidden(TEXTS.get("notice.own"));
            }
        }
        if (row.version != step.version() && !onlyEscalated(row, step.version())) {
            throw moved(row);
        }
        boolean right =
                switch (step.kind()) {
                    case ANSWER -> row.waiting();
                    case SEND_BACK -> row.state() == Notice.State.ANSWERED;
                    case CLOSE -> row.state() == Notice.State.ANSWERED || unlimited(row);
                    case WITHDRAW -> row.waiting() || row.state() == Notice.State.ANSWERED;
                };
        if (!right) {
            throw Problem.conflict(TEXTS.get("notice.state." + step.kind(), TEXTS.get("state." + row.state)));
        }
    }

    /** Criticism that asks for no answer can be closed without one. */
    private static boolean unlimited(NoticeEntity row) {
        return row.dueOn == null && row.state() == Notice.State.ISSUED;
    }

    /** That the clock told the county meanwhile is nothing a step has to have seen. */
    private boolean onlyEscalated(NoticeEntity row, int version) {
        List<NoticeEntry> since =
                store.history(row.id).stream().filter(e -> e.seq() > version).toList();
        return version >= 1
                && version < row.version
                && since.stream().allMatch(e -> e.kind() == NoticeEntry.Kind.ESCALATED);
    }

    private Problem moved(NoticeEntity row) {
        NoticeEntry last = store.history(row.id).stream().reduce((a, b) -> b).orElseThrow();
        return Problem.conflict(
                TEXTS.get("notice.moved", row.version, last.actor(), TEXTS.get("entry." + last.kind()), row.id));
    }

    private void take(NoticeEntity row, NoticeStep.Kind kind, LocalDate due) {
        switch (kind) {
            case ANSWER -> {
                row.state = Notice.State.ANSWERED.name();
                row.answeredOn = store.today();
            }
            case SEND_BACK -> {
                row.state = Notice.State.SENT_BACK.name();
                row.dueOn = due == null ? row.dueOn : due;
            }
            case CLOSE -> {
                row.state = Notice.State.CLOSED.name();
                row.closedOn = store.today();
            }
            case WITHDRAW -> {
                row.state = Notice.State.WITHDRAWN.name();
                row.closedOn = store.today();
            }
        }
    }

    private static NoticeEntry.Kind entry(NoticeStep.Kind kind) {
        return switch (kind) {
            case ANSWER -> NoticeEntry.Kind.ANSWERED;
            case SEND_BACK -> NoticeEntry.Kind.SENT_BACK;
            case CLOSE -> NoticeEntry.Kind.CLOSED;
            case WITHDRAW -> NoticeEntry.Kind.WITHDRAWN;
        };
    }

    private static void limit(boolean needed, Integer days, LocalDate due, LocalDate from, Faults faults) {
        faults.check(!needed || days != null || due != null, "days", "limit.needed", MOST_DAYS)
                .check(days == null || due == null, "dueOn", "limit.both")
                .check(days == null || days >= 1 && days <= MOST_DAYS, "days", "limit.days", MOST_DAYS)
                .check(due == null || from == null || !due.isBefore(from), "dueOn", "limit.order", from);
    }

    private LocalDate due(Integer days, LocalDate due, LocalDate from) {
        return days == null
                ? due
                : calendar.plusWorkdays(from, days)
                        .orElseThrow(() -> Problem.unavailable(TEXTS.get("limit.calendar", days, from)));
    }

    @Override
    public Notice notice(long id, Actor actor) {
        NoticeEntity row = found(id, actor);
        return row.value(Standing.above(actor, row.division));
    }

    @Override
    public List<NoticeEntry> history(long id, Actor actor) {
        return store.history(found(id, actor).id);
    }

    @Override
    public Page<Notice> notices(NoticeQuery query, PageRequest page, Actor actor) {
        Filter filter = Filter.of(Standing.asked(query.division(), actor, registry))
                .when(query.open() || query.late(), "r.state not in ('CLOSED', 'WITHDRAWN')")
                .when(query.late(), "r.lateOn is not null");
        return Page.of(store.list(filter, page), page, row -> Long.toString(row.id))
                .map(row -> row.value(Standing.above(actor, row.division)));
    }

    private NoticeEntity found(long id, Actor actor) {
        Standing.staff(actor);
        return store.find(id)
                .filter(row -> actor.sees(row.division))
                .orElseThrow(() -> Problem.notFound(TEXTS.get("notice.unknown", id)));
    }
}
