// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.facts.Fact;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;

/** Leaders' sessions in the halls (R41, R42): what was said, what came of it, and which town misses its month. */
@Component(service = LeaderSessions.class)
public final class LeaderSessions {
    private static final Texts TEXTS = Texts.of(LeaderSessions.class);
    private static final PageRequest ALL = new PageRequest(null, PageRequest.MAX);
    private static final int MOST_PEOPLE = 9999;
    private static final int MOST_TASKS = 50;

    private final RegistryService registry;
    private final SessionStore store;
    private final AttachmentService attachments;
    private final Clock clock;

    @Activate
    public LeaderSessions(
            @Reference RegistryService registry,
            @Reference SessionStore store,
            @Reference AttachmentService attachments) {
        this(registry, store, attachments, Clock.systemUTC());
    }

    LeaderSessions(RegistryService registry, SessionStore store, AttachmentService attachments, Clock clock) {
        this.registry = registry;
        this.store = store;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** How a town stands with a month. */
    enum State {
        /** There was a session of the principal head. */
        HELD,
        /** There was none yet, and the month is not over. */
        DUE,
        /** There was none. */
        MISSED
    }

    /**
     * A town's month.
     *
     * @param division its code
     * @param name its name
     * @param month {@code 2026-11}
     * @param state how it stands
     * @param sessions how many sessions there were, whoever held them
     * @param received how many people were received
     * @param facts what the state rests on
     * @param advice what to do next, {@code null} when it was held
     */
    @Schema(name = "LeaderSessionMonth", description = "一镇一月 How a town stands with a month")
    record Month(
            String division,
            String name,
            String month,
            State state,
            int sessions,
            int received,
            List<Fact> facts,
            Text advice) {}

    Page<LeaderSession> sessions(String division, PageRequest page, Actor actor) {
        Access.reads(registry.division(division).code(), actor);
        return Page.of(store.sessions(Division.prefix(division), page), page, session -> Long.toString(session.id()));
    }

    LeaderSession add(LeaderSession session, Actor actor) {
        check(session, actor);
        return store.add(session);
    }

    /**
     * Corrects a record; its problems stay as they are, each is corrected by {@link #correct(LeaderSession.Task, int, Actor)}.
     *
     * @throws Problem conflict, when it was corrected or withdrawn meanwhile
     */
    LeaderSession correct(LeaderSession session, Actor actor) {
        new Faults()
                .check(session.tasks().isEmpty(), "tasks", "correction.tasks")
                .raise();
        check(session, actor);
        return store.correct(session, actor, clock.instant(), was -> {
            Access.writes(was.division(), actor);
            Records.unchanged(was.version(), was.cancelled(), session.version());
            Faults faults = new Faults();
            was.tasks()
                    .forEach(task -> faults.check(
                            !task.dueOn().isBefore(session.heldOn()), "heldOn", "session.before", task.dueOn()));
            faults.raise();
        });
    }

    /**
     * Corrects a problem of a record: what it is, who solves it until when, and whether and how it was solved.
     *
     * @param seen the version of the record that was seen
     * @throws Problem conflict, when the record was corrected or withdrawn meanwhile, or one of its problems solved
     */
    LeaderSession correct(LeaderSession.Task task, int seen, Actor actor) {
        return store.correct(task, actor, clock.instant(), was -> {
            Access.writes(was.division(), actor);
            Records.unchanged(was.version(), was.cancelled(), seen);
            Faults faults = new Faults();
            task(faults, "", task, was.heldOn(), Moments.today(clock));
            faults.raise();
        });
    }

    List<LeaderSessionCorrection> corrections(long id, Actor actor) {
        return store.corrections(id, session -> Access.reads(session.division(), actor));
    }

    private void check(LeaderSession session, Actor actor) {
        Faults faults = new Faults().division("division", session.division(), registry);
        faults.raise();
        boolean town = registry.division(session.division()).level() == Division.Level.TOWN;
        Access.writes(session.division(), actor);
        faults.check(town, "division", "session.town")
                .past("heldOn", session.heldOn(), Moments.today(clock))
                .text("leader", session.leader(), 60)
                .text("office", session.office(), 60)
                .number("received", session.received(), 0, MOST_PEOPLE)
                .optional("notes", session.notes(), 2000)
                .check(session.tasks().size() <= MOST_TASKS, "tasks", "session.tasks", MOST_TASKS)
                .files("files", session.files());
        for (int i = 0; i < session.tasks().size(); i++) {
            task(faults, "tasks[" + i + "].", session.tasks().get(i), session.heldOn(), session.heldOn());
        }
        faults.raise();
        attachments.keep(session.files(), session.division(), "files", actor);
    }

    LeaderSession cancel(long id, Actor actor) {
        return store.cancel(id, session -> Access.writes(session.division(), actor));
    }

    /** Says that a task is done, and how. */
    LeaderSession.Task done(long session, long id, LocalDate day, String result, Actor actor) {
        LocalDate today = Moments.today(clock);
        LocalDate doneOn = day == null ? today : day;
        return store.done(session, id, doneOn, result, (task, held) -> {
            Access.writes(task.division(), actor);
            if (task.doneOn() != null) {
                throw Problem.conflict(TEXTS.get("task.done", task.doneOn()));
            }
            new Faults()
                    .past("doneOn", doneOn, today)
                    .check(!doneOn.isBefore(held.heldOn()), "doneOn", "task.before", held.heldOn())
                    .text("result", result, 500)
                    .raise();
        });
    }

    /** Tasks that are not done; with {@code overdue} only those that should be. */
    Page<LeaderSession.Task> tasks(String division, boolean overdue, PageRequest page, Actor actor) {
        Access.reads(registry.division(division).code(), actor);
        LocalDate before = overdue ? Moments.today(clock) : LocalDate.of(9999, 1, 1);
        return Page.of(store.open(Division.prefix(division), before, page), page, task -> Long.toString(task.id()));
    }

    /** How each town of the subtree stands with a month. */
    List<Month> months(String division, YearMonth month, Actor actor) {
        Division asked = registry.division(division);
        Access.reads(asked.code(), actor);
        List<Division> towns =
                switch (asked.level()) {
                    case COUNTY -> registry.divisions(asked.code(), ALL).items();
                    case TOWN -> List.of(asked);
                    case VILLAGE -> List.of();
                };
        Map<String, List<LeaderSession>> held =
                store.held(Division.prefix(asked.code()), month.atDay(1), month.atEndOfMonth()).stream()
                        .collect(Collectors.groupingBy(LeaderSession::division));
        return towns.stream()
                .map(town -> month(town, month, held.getOrDefault(town.code(), List.of())))
                .toList();
    }

    /** How a town stands with a month, as far as it has come on a day. */
    Month month(Division town, YearMonth month, List<LeaderSession> held) {
        LocalDate today = Moments.today(clock);
        List<LeaderSession> counted =
                held.stream().filter(LeaderSession::principal).toList();
        State state = !counted.isEmpty() ? State.HELD : month.atEndOfMonth().isBefore(today) ? State.MISSED : State.DUE;
        String link = "leader-sessions?division=" + town.code();
        List<Fact> facts = new ArrayList<>();
        held.forEach(session -> facts.add(new Fact(
                TEXTS.get(
                        session.principal() ? "session.held" : "session.other",
                        session.heldOn(),
                        session.office(),
                        session.leader(),
                        session.received()),
                link)));
        if (facts.isEmpty()) {
            facts.add(new Fact(TEXTS.get("session.none", month), link));
        }
        return new Month(
                town.code(),
                town.name(),
                month.toString(),
                state,
                held.size(),
                held.stream().mapToInt(LeaderSession::received).sum(),
                facts,
                state == State.HELD ? null : TEXTS.get("session.advice." + state, month.atEndOfMonth()));
    }

    /** @param until the last day on which it may have been solved: with the session's own, only on the spot */
    private static void task(Faults faults, String field, LeaderSession.Task task, LocalDate heldOn, LocalDate until) {
        boolean done = task.doneOn() != null || task.result() != null;
        faults.text(field + "problem", task.problem(), 500)
                .text(field + "owner", task.owner(), 60)
                .check(
                        task.dueOn() != null && heldOn != null && !task.dueOn().isBefore(heldOn),
                        field + "dueOn",
                        "task.due")
                .check(
                        !done || task.doneOn() != null && heldOn != null && within(task.doneOn(), heldOn, until),
                        field + "doneOn",
                        until == null || until.equals(heldOn) ? "task.spot" : "task.between",
                        heldOn,
                        until);
        if (done) {
            faults.text(field + "result", task.result(), 500);
        }
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate until) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
