// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.supervision.Cause;
import org.sanban.api.web.Given;

/** Who was held accountable (R38): recorded and read by supervisors from above, taken back with a reason, never changed. */
@Component(service = Accountabilities.class)
public final class Accountabilities {
    private static final Texts TEXTS = Texts.of(Accountabilities.class);

    private final Rows rows;
    private final RegistryService registry;
    private final InstantSource clock;

    @Activate
    public Accountabilities(@Reference Rows rows, @Reference RegistryService registry) {
        this(rows, registry, InstantSource.system());
    }

    Accountabilities(Rows rows, RegistryService registry, InstantSource clock) {
        this.rows = rows;
        this.registry = registry;
        this.clock = clock;
    }

    /** What is to be recorded; {@code division} may be left to the notice. */
    record Draft(
            String division,
            String person,
            String account,
            Cause cause,
            String measure,
            String authority,
            String reference,
            LocalDate decidedOn,
            Long notice,
            String text) {}

    Accountability record(Draft draft, Actor actor) {
        actor.require(Role.SUPERVISOR);
        NoticeEntity notice = notice(draft.notice(), actor);
        String named = Given.word(draft.division());
        Cause cause = draft.cause() == null && notice != null ? Cause.valueOf(notice.cause) : draft.cause();
        Faults faults = new Faults()
                .text("person", draft.person(), 100)
                .optional("account", draft.account(), 60)
                .check(cause != null, "cause", "cause")
                .text("measure", draft.measure(), 200)
                .text("authority", draft.authority(), 100)
                .optional("reference", draft.reference(), 100)
                .past("decidedOn", draft.decidedOn(), Days.today(clock))
                .check(draft.notice() == null || notice != null, "notice", "notice.unknown", draft.notice())
                .optional("text", draft.text(), 2000);
        String division =
                Standing.division(named == null && notice != null ? notice.division : named, null, registry, faults);
        faults.raise();
        Standing.supervises(actor, division);
        if (actor.account().equals(draft.account())) {
            throw Problem.forbidden(TEXTS.get("accountability.self"));
        }
        AccountabilityEntity row = new AccountabilityEntity();
        row.place(division);
        row.person = draft.person();
        row.account = draft.account();
        row.cause = cause.name();
        row.measure = draft.measure();
        row.authority = draft.authority();
        row.reference = draft.reference();
        row.decidedOn = draft.decidedOn();
        row.notice = draft.notice();
        row.text = draft.text();
        row.byAccount = actor.account();
        row.byName = actor.name();
        return view(rows.add(row));
    }

    /** Takes a record back, as when the decision was; it stays, with the reason. */
    Accountability revoke(long id, String why, Actor actor) {
        new Faults().text("reason", why, 500).raise();
        return view(rows.change(AccountabilityEntity.class, found(id, actor).id, row -> {
                    if (row.revokedOn != null) {
                        throw Problem.conflict(TEXTS.get("accountability.revoked", id));
                    }
                    row.revokedOn = Days.today(clock);
                    row.revokedWhy = why;
                })
                .orElseThrow());
    }

    Accountability get(long id, Actor actor) {
        return view(found(id, actor));
    }

    /** Newest first; of one's own division, nothing. */
    Page<Accountability> list(String division, PageRequest page, Actor actor) {
        actor.require(Role.SUPERVISOR);
        Filter filter =
                Filter.of(Standing.asked(division, actor, registry)).and("r.division <> :own", "own", actor.division());
        return Page.of(rows.list(AccountabilityEntity.class, filter, page), page, row -> Long.toString(row.id))
                .map(Accountabilities::view);
    }

    private NoticeEntity notice(Long id, Actor actor) {
        return id == null
                ? null
                : rows.find(NoticeEntity.class, id)
                        .filter(row -> actor.sees(row.division))
                        .orElse(null);
    }

    private AccountabilityEntity found(long id, Actor actor) {
        actor.require(Role.SUPERVISOR);
        return rows.find(AccountabilityEntity.class, id)
                .filter(row -> Standing.above(actor, row.division))
                .orElseThrow(() -> Problem.notFound(TEXTS.get("accountability.unknown", id)));
    }

    private static Accountability view(AccountabilityEntity row) {
        return new Accountability(
                row.id,
                row.division,
                row.person,
                row.account,
                Cause.valueOf(row.cause),
                row.measure,
                row.authority,
                row.reference,
                row.decidedOn,
                row.notice,
                row.text,
                row.byName,
                row.revokedOn,
                row.revokedWhy);
    }
}
