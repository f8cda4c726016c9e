// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * Ratings (好差评, R69–R72): given by the citizen through a link, or entered by staff with the citizen's words. Whoever
 * had a hand in a case neither enters its rating nor learns from whom it comes.
 */
@Component(service = Evaluations.class)
public final class Evaluations {
    /** Answers the hotline (12345 or the service telephone). */
    static final String HOTLINE = "hotline";

    private static final String[] ENTERERS = {Role.CLERK, Role.OFFICER, Role.AGENT, Role.ADMIN, Role.SYSTEM, HOTLINE};

    private static final Texts TEXTS = Texts.of(Evaluations.class);

    private final EvaluationStore store;
    private final Terms terms;
    private final Recorder recorder;
    private final Invitations invitations;
    private final CaseService cases;
    private final InstantSource clock;

    @Activate
    public Evaluations(
            @Reference EvaluationStore store,
            @Reference Terms terms,
            @Reference WorkCalendar calendar,
            @Reference Invitations invitations,
            @Reference CaseService cases) {
        this(store, terms, calendar, invitations, cases, InstantSource.system());
    }

    Evaluations(
            EvaluationStore store,
            Terms terms,
            WorkCalendar calendar,
            Invitations invitations,
            CaseService cases,
            InstantSource clock) {
        this.store = store;
        this.terms = terms;
        this.recorder = new Recorder(terms, calendar);
        this.invitations = invitations;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * A rating as the actor may see it.
     *
     * @param id its key; a rectification has the same
     * @param number the case's number, {@code null} for whom the citizen is to stay unknown to
     * @param nth 1 for the first, 2 for that after a rectification
     * @param overall the worst of the three levels
     * @param overallName what people read
     * @param business level of the business handled
     * @param window level of the window
     * @param attitude level of the attitude of staff
     * @param details what was wrong
     * @param text own words
     * @param via by which way
     * @param anonymous whether the citizen wants to stay unknown
     * @param ratedAt when, {@code null} where {@code number} is
     * @param ratedOn on which day
     * @param division code of the case's division
     * @param site code of its site
     * @param person account of who is rated, {@code null} when nobody is
     * @param enteredBy account of who entered it with the citizen's words, {@code null} for the citizen
     * @param malicious whether it was found malicious and does not count
     */
    @Schema(name = "Rating", description = "评价 A rating as the caller may see it")
    public record Rating(
            long id,
            String number,
            int nth,
            Level overall,
            Text overallName,
            Level business,
            Level window,
            Level attitude,
            List<Text> details,
            String text,
            Via via,
            boolean anonymous,
            Instant ratedAt,
            LocalDate ratedOn,
            String division,
            String site,
            String person,
            String enteredBy,
            boolean malicious) {}

    /**
     * What a citizen is answered.
     *
     * @param id key of the rating
     * @param overall the level it counts as
     * @param overallName what people read
     * @param ratedAt when
     * @param rectification whether a rectification has begun
     * @param answerBy last day of it, {@code null} where it is not known
     */
    @Schema(name = "RatingReceipt", description = "评价回执 What a citizen is answered")
    public record Thanks(
            long id, Level overall, Text overallName, Instant ratedAt, boolean rectification, LocalDate answerBy) {}

    /** Rates by a link, which is spent by it. */
    public Thanks rate(String token, Judgement judgement) {
        Links.Claim claim = invitations.claim(token);
        judgement.checked(terms.details().keySet());
        return thanks(store.in(ledger -> {
            InvitationEntity invitation = ledger.invitation(claim.invitation());
            return recorder.record(
                    ledger, invitation, claim.nth(), judgement, Citizens.of(invitation), clock.instant());
        }));
    }

    /**
     * Enters a rating with the citizen's words: by telephone, or for another system.
     *
     * @param number the case's number
     * @param phoneEnding last four digits of the applicant's telephone, by which the citizen is known
     * @param occasion of which occasion, {@code null} where there is one only
     */
    public Thanks enter(String number, String phoneEnding, String occasion, Judgement judgement, Actor actor) {
        actor.require(ENTERERS);
        judgement.checked(terms.details().keySet());
        cases.follow(number, phoneEnding);
        InvitationEntity chosen = chosen(number, occasion, actor);
        return thanks(store.in(
                ledger -> recorder.record(ledger, ledger.invitation(chosen.id), 0, judgement, actor, clock.instant())));
    }

    private InvitationEntity chosen(String number, String occasion, Actor actor) {
        List<InvitationEntity> all = store.invitations(number).stream()
                .filter(row -> actor.sees(row.division))
                .toList();
        if (all.isEmpty()) {
            throw Problem.conflict(TEXTS.get("invitation.none", number));
        }
        List<InvitationEntity> fitting = all.stream()
                .filter(row -> occasion == null || row.occasion.equals(occasion))
                .toList();
        if (fitting.size() != 1) {
            throw Problem.invalid(
                    "occasion",
                    TEXTS.get(
                            "occasion.which",
                            String.join(
                                    ", ", all.stream().map(row -> row.occasion).toList())));
        }
        refuseServing(fitting.get(0), actor);
        return fitting.get(0);
    }

    /** Nobody rates, answers or judges what they had a hand in themselves; a system only passes on. */
    static void refuseServing(InvitationEntity invitation, Actor actor) {
        if (!actor.is(Role.SYSTEM) && invitation.served(actor.account())) {
            throw Problem.forbidden(TEXTS.get("own.case"));
        }
    }

    private Thanks thanks(RatingEntity rating) {
        boolean bad = rating.nth == 1 && rating.overall.bad();
        LocalDate answerBy = bad ? store.in(ledger -> ledger.rectification(rating.id).dueOn) : null;
        return new Thanks(rating.id, rating.overall, rating.overall.label(), Moments.of(rating.ratedAt), bad, answerBy);
    }

    /**
     * Ratings the actor may see, newest first: administrators and supervisors those of their division, everyone else
     * those that rate them.
     *
     * @param division only of this division and below, {@code null} for all the actor sees
     * @param bad only bad ones
     */
    public Page<Rating> list(String division, boolean bad, PageRequest page, Actor actor) {
        String person = actor.is(Role.ADMIN, Role.SUPERVISOR) ? null : actor.account();
        List<RatingEntity> rows = store.ratings(Sight.prefix(division, actor), person, bad, page);
        Map<Long, InvitationEntity> of =
                store.invitations(rows.stream().map(row -> row.invitation).toList());
        return Page.of(rows, page, row -> Long.toString(row.id))
                .map(row -> shown(row, veiled(row, of.get(row.invitation), actor)));
    }

    /** Whether the citizen is to stay unknown to the actor. */
    static boolean veiled(RatingEntity row, InvitationEntity invitation, Actor actor) {
        return row.anonymous || invitation.served(actor.account());
    }

    Rating shown(RatingEntity row, boolean veiled) {
        return new Rating(
                row.id,
                veiled ? null : row.number,
                row.nth,
                row.overall,
                row.overall.label(),
                row.business,
                row.window,
                row.attitude,
                row.details().stream()
                        .map(code -> Objects.requireNonNullElse(terms.details().get(code), Text.of(code)))
                        .toList(),
                row.text,
                row.via,
                row.anonymous,
                veiled ? null : Moments.of(row.ratedAt),
                Moments.day(Moments.of(row.ratedAt)),
                row.division,
                row.site,
                row.person,
                row.enteredBy,
                row.malicious);
    }
}
