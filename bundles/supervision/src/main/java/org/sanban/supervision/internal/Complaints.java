// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.problem.Tries;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.web.Given;
import org.sanban.supervision.internal.Complaint.Outcome;
import org.sanban.supervision.internal.Complaint.State;

/**
 * Complaints and reports (R37). Anyone files one; supervisors above the division complained of see it, the one who took it
 * sees by whom, and nobody else does.
 */
@Component(service = Complaints.class)
public final class Complaints {
    private static final Texts TEXTS = Texts.of(Complaints.class);
    private static final int LONGEST = 2000;
    private static final String PREFIX = "TS";

    private final Rows rows;
    private final RegistryService registry;
    private final WorkCalendar calendar;
    private final SupervisionSettings settings;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Tries addresses;
    private final Tries node;
    private final Tries wrong = new Tries(5, Duration.ofMinutes(15), minutes -> TEXTS.get("complaint.tries", minutes));

    @Activate
    public Complaints(
            @Reference Rows rows,
            @Reference RegistryService registry,
            @Reference WorkCalendar calendar,
            @Reference SupervisionSettings settings) {
        this(rows, registry, calendar, settings, InstantSource.system());
    }

    Complaints(
            Rows rows,
            RegistryService registry,
            WorkCalendar calendar,
            SupervisionSettings settings,
            InstantSource clock) {
        this.rows = rows;
        this.registry = registry;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
        this.addresses = new Tries(settings.perAddress(), Duration.ofHours(1), Complaints::flood);
        this.node = new Tries(settings.perNode(), Duration.ofHours(1), Complaints::flood);
    }

    private static Text flood(long minutes) {
        return TEXTS.get("complaint.flood", minutes);
    }

    /** A complaint to be filed; without a name it is anonymous. */
    record Draft(Complaint.Kind kind, String division, String site, String text, String name, String phone) {}

    /** @param address where it comes from, for the bound alone: it is not kept */
    Complaint.Receipt file(Draft draft, String address) {
        String name = Given.word(draft.name());
        String phone = Given.word(draft.phone());
        Faults faults = new Faults()
                .text("text", draft.text(), LONGEST)
                .optional("name", name, 60)
                .check(phone == null || phone.matches("[0-9()+ 转-]{3,40}"), "phone", "phone");
        String division = Standing.division(Given.word(draft.division()), Given.word(draft.site()), registry, faults);
        faults.raise();
        addresses.take(address);
        node.take("");
        String code = FollowCode.random(random);
        ComplaintEntity row = new ComplaintEntity();
        row.place(division);
        row.kind = (draft.kind() == null ? Complaint.Kind.COMPLAINT : draft.kind()).name();
        row.state = State.FILED.name();
        row.site = Given.word(draft.site());
        row.text = draft.text();
        row.name = name;
        row.phone = phone;
        row.code = FollowCode.hash(code);
        row.filedAt = Days.micros(clock.instant());
        row.filedOn = Days.today(clock);
        row.dueOn = due(row.filedOn);
        rows.add(row);
        return new Complaint.Receipt(
                number(row), code, row.dueOn, settings.complaintDays(), settings.complaintSource());
    }

    /** How it stands, for whoever has its code. */
    Complaint.Progress follow(String number, String code) {
        String key = number.strip().toUpperCase(Locale.ROOT);
        wrong.check(key);
        ComplaintEntity row = key(key).flatMap(id -> rows.find(ComplaintEntity.class, id))
                .filter(found -> code != null && FollowCode.matches(code, found.code))
                .orElse(null);
        if (row == null) {
            if (key.length() <= 20) {
                wrong.count(key);
            }
            throw Problem.notFound(TEXTS.get("complaint.follow"));
        }
        return new Complaint.Progress(
                number(row), state(row), row.filedOn, row.dueOn, outcome(row), row.answer, row.closedOn);
    }

    Complaint get(String number, Actor actor) {
        return view(found(number, actor), actor);
    }

    Page<Complaint> list(String division, boolean open, boolean late, PageRequest page, Actor actor) {
        actor.require(Role.SUPERVISOR);
        Filter filter = Filter.of(Standing.asked(division, actor, registry))
                .when(open, "r.state <> 'CLOSED'")
                .when(late, "r.late = :late", "late", true);
        if (!Division.county(actor.division()).equals(actor.division())) {
            filter.and("r.division <> :own", "own", actor.division());
        }
        return Page.of(rows.list(ComplaintEntity.class, filter, page), page, row -> Long.toString(row.id))
                .map(row -> view(row, actor));
    }

    /** Takes a complaint to handle; its handler sees who complains. */
    Complaint take(String number, Actor actor) {
        return change(number, actor, row -> {
            if (state(row) != State.FILED) {
                throw Problem.conflict(TEXTS.get("complaint.taken", number, String.valueOf(row.handler)));
            }
            row.state = State.TAKEN.name();
            row.handler = actor.account();
        });
    }

    /** Gives it back unhandled: its handler, or an administrator when the handler is away, who is shown nothing of it. */
    void release(String number, Actor actor) {
        ComplaintEntity seen = key(number)
                .flatMap(id -> rows.find(ComplaintEntity.class, id))
                .filter(row ->
                        actor.is(Role.ADMIN) && actor.sees(row.division) || Standing.handles(actor, row.division))
                .orElseThrow(() -> unknown(number));
        rows.change(ComplaintEntity.class, seen.id, row -> {
            if (!actor.is(Role.ADMIN)) {
                handled(row, number, actor);
            }
            if (state(row) != State.TAKEN) {
                throw Problem.conflict(TEXTS.get("complaint.untaken", number));
            }
            row.state = State.FILED.name();
            row.handler = null;
        });
    }

    /** Ends it; the answer is what the citizen is told. */
    Complaint close(String number, Outcome outcome, String answer, Actor actor) {
        new Faults()
                .check(outcome != null, "outcome", "complaint.outcome")
                .text("answer", answer, LONGEST)
                .raise();
        return change(number, actor, row -> {
            handled(row, number, actor);
            if (state(row) != State.TAKEN) {
                throw Problem.conflict(TEXTS.get("complaint.closed", number));
            }
            late(row);
            row.state = State.CLOSED.name();
            row.outcome = outcome.name();
            row.answer = answer;
            row.closedOn = Days.today(clock);
        });
    }

    /** Marks those whose limit is over, and sets limits that could not be told before; returns how many are late. */
    int look() {
        List<ComplaintEntity> open = rows.all(
                ComplaintEntity.class,
                new Filter()
                        .and("r.state in ('FILED', 'TAKEN')")
                        .and("r.late = :late", "late", false)
                        .and("(r.dueOn is null or r.dueOn < :today)", "today", Days.today(clock)),
                1000);
        open.forEach(one -> rows.change(ComplaintEntity.class, one.id, this::late));
        return (int) rows.count(
                ComplaintEntity.class,
                new Filter().and("r.state in ('FILED', 'TAKEN')").and("r.late = :late", "late", true));
    }

    private void late(ComplaintEntity row) {
        row.dueOn = row.dueOn == null ? due(row.filedOn) : row.dueOn;
        row.late |= state(row) != State.CLOSED && row.dueOn != null && row.dueOn.isBefore(Days.today(clock));
    }

    /** {@code null} while a year on the way has no calendar: no citizen is turned away for that. */
    private LocalDate due(LocalDate from) {
        return calendar.plusWorkdays(from, settings.complaintDays()).orElse(null);
    }

    private Complaint change(String number, Actor actor, Consumer<ComplaintEntity> change) {
        long id = found(number, actor).id;
        return view(rows.change(ComplaintEntity.class, id, change).orElseThrow(() -> unknown(number)), actor);
    }

    private static void handled(ComplaintEntity row, String number, Actor actor) {
        if (!actor.account().equals(row.handler)) {
            throw Problem.forbidden(TEXTS.get("complaint.handler", number));
        }
    }

    private ComplaintEntity found(String number, Actor actor) {
        actor.require(Role.SUPERVISOR);
        return key(number)
                .flatMap(id -> rows.find(ComplaintEntity.class, id))
                .filter(row -> Standing.handles(actor, row.division))
                .orElseThrow(() -> unknown(number));
    }

    private static Problem unknown(String number) {
        return Problem.notFound(TEXTS.get("complaint.unknown", number));
    }

    /** The row's id in a number, where it is one. */
    static Optional<Long> key(String number) {
        return number.matches(PREFIX + "[0-9]{6,18}")
                ? Optional.of(Long.valueOf(number.substring(PREFIX.length())))
                : Optional.empty();
    }

    private static String number(ComplaintEntity row) {
        return String.format(Locale.ROOT, "%s%06d", PREFIX, row.id);
    }

    private static State state(ComplaintEntity row) {
        return State.valueOf(row.state);
    }

    private static Outcome outcome(ComplaintEntity row) {
        return row.outcome == null ? null : Outcome.valueOf(row.outcome);
    }

    private static Complaint view(ComplaintEntity row, Actor actor) {
        boolean whole = actor.account().equals(row.handler);
        return new Complaint(
                number(row),
                Complaint.Kind.valueOf(row.kind),
                state(row),
                row.division,
                row.site,
                row.text,
                row.name == null && row.phone == null,
                whole ? row.name : null,
                whole ? row.phone : null,
                row.filedOn,
                row.dueOn,
                row.late,
                row.handler,
                outcome(row),
                row.answer,
                row.closedOn);
    }
}
