// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.evaluation.internal.RectificationEntity.Appeal;
import org.sanban.evaluation.internal.RectificationEntity.State;

/**
 * What follows bad ratings (整改、回访、二次评价、申诉): seen by administrators, supervisors, officers and the hotline of the
 * division, by whoever is assigned, and by the rated person, who is told neither case nor citizen.
 */
@Component(service = Rectifications.class)
public final class Rectifications {
    private static final String[] OVERSEERS = {Role.ADMIN, Role.SUPERVISOR, Role.OFFICER, Evaluations.HOTLINE};
    /** What the clock notes when a limit is over. */
    static final String ESCALATED = "escalate";

    private static final String[] STAFF = {
        Role.ADMIN, Role.SUPERVISOR, Role.OFFICER, Role.CLERK, Role.AGENT, Evaluations.HOTLINE
    };
    private static final Texts TEXTS = Texts.of(Rectifications.class);

    private final EvaluationStore store;
    private final Evaluations evaluations;
    private final Steps steps;
    private final IdentityService identity;
    private final InstantSource clock;

    @Activate
    public Rectifications(
            @Reference EvaluationStore store,
            @Reference Terms terms,
            @Reference WorkCalendar calendar,
            @Reference Evaluations evaluations,
            @Reference IdentityService identity) {
        this(store, terms, calendar, evaluations, identity, InstantSource.system());
    }

    Rectifications(
            EvaluationStore store,
            Terms terms,
            WorkCalendar calendar,
            Evaluations evaluations,
            IdentityService identity,
            InstantSource clock) {
        this.store = store;
        this.evaluations = evaluations;
        this.steps = new Steps(terms, calendar);
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * A rectification.
     *
     * @param id its key, that of the rating
     * @param version to be named by the next step
     * @param state how far it is
     * @param stateName what people read
     * @param rating the bad rating
     * @param limitDays in how many working days it is to be answered
     * @param limitSource where that is laid down
     * @param dueOn last day of the limit, {@code null} while the calendar of its year is not loaded
     * @param late whether it is past its limit and not answered
     * @param assignee account of who puts it right
     * @param appeal how the appeal of the rated person stands, {@code null} when there is none
     * @param callsMissed calls that nobody answered
     * @param steps what was done, oldest first; {@code null} in lists
     */
    @Schema(name = "Rectification", description = "差评整改 What follows a bad rating")
    public record Rectification(
            long id,
            int version,
            State state,
            Text stateName,
            Evaluations.Rating rating,
            int limitDays,
            String limitSource,
            LocalDate dueOn,
            boolean late,
            String assignee,
            Appeal appeal,
            int callsMissed,
            List<Done> steps) {}

    /**
     * Something that was done.
     *
     * @param at when
     * @param account who did it
     * @param name that person's name
     * @param action what
     * @param actionName what people read
     * @param text in their words, may be {@code null}
     */
    @Schema(name = "RectificationDone", description = "已办步骤 Something that was done")
    public record Done(Instant at, String account, String name, String action, Text actionName, String text) {}

    /**
     * Rectifications the actor may see, newest first.
     *
     * @param division only of this division and below, {@code null} for all the actor sees
     * @param state only these, {@code null} for all
     * @param overdue only those past their limit and not answered
     * @param mine only those assigned to the actor or about the actor
     */
    public Page<Rectification> list(
            String division, State state, boolean overdue, boolean mine, PageRequest page, Actor actor) {
        actor.require(STAFF);
        String own = mine || !actor.is(OVERSEERS) ? actor.account() : null;
        LocalDate today = Moments.day(clock.instant());
        List<RectificationEntity> rows =
                store.rectifications(Sight.prefix(division, actor), state, overdue ? today : null, own, page);
        Map<Long, RatingEntity> ratings = store.in(
                ledger -> rows.stream().collect(Collectors.toMap(row -> row.id, row -> ledger.rating(row.id))));
        Map<Long, InvitationEntity> of = store.invitations(
                ratings.values().stream().map(rating -> rating.invitation).collect(Collectors.toSet()));
        return Page.of(rows, page, row -> Long.toString(row.id)).map(row -> {
            RatingEntity rating = ratings.get(row.id);
            return shown(row, rating, of.get(rating.invitation), null, actor);
        });
    }

    /** One rectification with what was done. */
    public Rectification get(long id, Actor actor) {
        actor.require(STAFF);
        return store.in(ledger -> {
            RectificationEntity row = found(ledger, id, actor);
            RatingEntity rating = ledger.rating(id);
            InvitationEntity invitation = store.invitation(rating.invitation);
            seen(row, invitation, actor);
            return shown(row, rating, invitation, ledger.steps(id), actor);
        });
    }

    /**
     * Does a step.
     *
     * @throws Problem conflict, when the version is stale or the state does not allow it; forbidden, for who had a hand in
     *     the case; invalid
     */
    public Rectification step(long id, Step step, Actor actor) {
        Text fault = step.fault();
        if (fault != null) {
            throw Problem.invalid("action", fault);
        }
        actor.require(step.roles());
        if (step.action().equals("assign")) {
            String division = store.in(ledger -> found(ledger, id, actor)).division;
            assignable(step.assignee(), division, actor);
        }
        return store.in(ledger -> {
            RatingEntity rating = ledger.rating(id);
            InvitationEntity invitation = ledger.invitation(rating.invitation);
            RectificationEntity row = found(ledger, id, actor);
            seen(row, invitation, actor);
            if (row.version != step.version() && !onlyEscalated(ledger, row, step.version())) {
                throw Problem.conflict(TEXTS.get("stale", row.version, TEXTS.get("state." + row.state)));
            }
            steps.apply(new Steps.Matter(ledger, invitation, rating, row), step, actor, clock.instant());
            return shown(row, rating, invitation, ledger.steps(id), actor);
        });
    }

    /** That the clock told meanwhile is nothing a step has to have seen. */
    private static boolean onlyEscalated(Ledger ledger, RectificationEntity row, int version) {
        return version >= 1
                && version < row.version
                && ledger.steps(row.id).stream()
                        .filter(done -> done.seq > version)
                        .allMatch(done -> done.action.equals(ESCALATED));
    }

    private static RectificationEntity found(Ledger ledger, long id, Actor actor) {
        RectificationEntity row = ledger.rectification(id);
        if (row == null || !actor.sees(row.division)) {
            throw Problem.notFound("rectification", Long.toString(id));
        }
        return row;
    }

    private static void seen(RectificationEntity row, InvitationEntity invitation, Actor actor) {
        boolean own = actor.account().equals(row.assignee) || invitation.served(actor.account());
        if (!own && !actor.is(OVERSEERS)) {
            throw Problem.notFound("rectification", Long.toString(row.id));
        }
    }

    /** Only somebody of the actor's division is named, who can log in and see the rating. */
    private void assignable(String login, String division, Actor actor) {
        if (login == null || !sees(login, division, actor)) {
            throw Problem.invalid("assignee", TEXTS.get("assignee", String.valueOf(login)));
        }
    }

    private boolean sees(String login, String division, Actor actor) {
        try {
            // An officer may name a colleague too, who is looked up for the officer's division.
            Account account = identity.account(login, Actor.system("evaluation", actor.division()));
            return account.active() && Division.contains(account.division(), division);
        } catch (Problem unknown) {
            return false;
        }
    }

    private Rectification shown(
            RectificationEntity row,
            RatingEntity rating,
            InvitationEntity invitation,
            List<StepEntity> done,
            Actor actor) {
        boolean veiled = Evaluations.veiled(rating, invitation, actor);
        boolean late = row.lateFrom != null && !row.lateFrom.isAfter(Moments.day(clock.instant()));
        return new Rectification(
                row.id,
                row.version,
                row.state,
                TEXTS.get("state." + row.state),
                evaluations.shown(rating, veiled),
                row.limitDays,
                row.limitSource,
                row.dueOn,
                late,
                row.assignee,
                row.appeal,
                row.calls,
                done == null
                        ? null
                        : done.stream().map(step -> shown(step, veiled)).toList());
    }

    private static Done shown(StepEntity step, boolean veiled) {
        boolean citizens = step.action.startsWith("call-") || step.action.equals("second-rating");
        return new Done(
                Moments.of(step.doneAt),
                step.account,
                step.name,
                step.action,
                TEXTS.get("action." + step.action),
                veiled && citizens ? null : step.text);
    }

    /**
     * Something to be done about a bad rating.
     *
     * @param action {@code assign}, {@code answer}, {@code call-back}, {@code close}, {@code appeal}, {@code decide}
     * @param version of the rectification that the actor saw
     * @param assignee login of who is to put it right, for {@code assign}
     * @param text measures, what was said, why
     * @param reached whether the citizen was reached, for {@code call-back}
     * @param second what the citizen says now, for a {@code call-back} that reached them, may be {@code null}
     * @param upheld whether the rating is malicious, for {@code decide}
     */
    public record Step(
            String action,
            int version,
            String assignee,
            String text,
            Boolean reached,
            Judgement second,
            Boolean upheld) {
        private static final Map<String, Set<String>> ROLES = Map.of(
                "assign", Set.of(Role.ADMIN, Role.OFFICER),
                "answer", Set.of(Role.ADMIN, Role.OFFICER, Role.CLERK, Role.AGENT),
                "call-back", Set.of(Role.ADMIN, Role.OFFICER, Role.CLERK, Role.AGENT, Evaluations.HOTLINE),
                "close", Set.of(Role.ADMIN, Role.OFFICER),
                "appeal", Set.of(Role.CLERK, Role.OFFICER, Role.AGENT, Role.ADMIN),
                "decide", Set.of(Role.ADMIN));

        Text fault() {
            return action != null && ROLES.containsKey(action)
                    ? null
                    : TEXTS.get(
                            "action.unknown",
                            String.valueOf(action),
                            String.join(", ", ROLES.keySet().stream().sorted().toList()));
        }

        String[] roles() {
            return ROLES.get(action).toArray(String[]::new);
        }
    }
}
