// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.evaluation.internal.RectificationEntity.State;

/**
 * Writes a rating with all that follows, in one transaction: the sums, the rectification that a bad first one opens, the
 * end of the one that a second one answers.
 */
record Recorder(Terms terms, WorkCalendar calendar) {
    private static final Texts TEXTS = Texts.of(Recorder.class);

    /**
     * The next rating of an invitation.
     *
     * @param nth which one the citizen's link is for, 0 where that is not said
     * @param by who enters it; {@code account} of the citizen's own is {@code null}
     * @throws Problem conflict, when it is not its turn
     */
    RatingEntity record(
            Ledger ledger, InvitationEntity invitation, int nth, Judgement judgement, Actor by, Instant now) {
        if (nth != 0 && nth <= invitation.rated) {
            throw Problem.conflict(TEXTS.get("link.used"));
        }
        return switch (invitation.rated) {
            case 0 -> first(ledger, invitation, judgement, by, now);
            case 1 -> second(ledger, invitation, judgement, by, now);
            default -> throw Problem.conflict(TEXTS.get("rated.twice"));
        };
    }

    /** Until when the next rating of an invitation may be given; {@code null} while it is not its turn. */
    Instant until(InvitationEntity invitation, RectificationEntity rectification) {
        if (invitation.rated == 0) {
            return invitation.expires();
        }
        boolean turn = invitation.rated == 1
                && rectification != null
                && (rectification.state == State.ANSWERED || rectification.state == State.CALLED_BACK);
        return turn ? Moments.of(rectification.answeredAt).plus(Duration.ofDays(terms.linkDays())) : null;
    }

    private RatingEntity first(Ledger ledger, InvitationEntity invitation, Judgement judgement, Actor by, Instant now) {
        if (!now.isBefore(invitation.expires())) {
            throw Problem.conflict(TEXTS.get("link.expired"));
        }
        RatingEntity rating = add(ledger, invitation, judgement, by, now);
        ledger.count(invitation, Moments.day(now), Tally.first(rating, 1));
        if (rating.overall.bad()) {
            open(ledger, invitation, rating, by, now);
        }
        return rating;
    }

    private RatingEntity second(
            Ledger ledger, InvitationEntity invitation, Judgement judgement, Actor by, Instant now) {
        RatingEntity first = ledger.rating(invitation.id, 1).orElseThrow();
        RectificationEntity rectification = ledger.rectification(first.id);
        Instant until = until(invitation, rectification);
        if (until == null) {
            throw Problem.conflict(TEXTS.get(rectification == null ? "rated.once" : "second.early"));
        }
        if (!now.isBefore(until)) {
            throw Problem.conflict(TEXTS.get("link.expired"));
        }
        RatingEntity rating = add(ledger, invitation, judgement, by, now);
        ledger.count(invitation, Moments.day(now), Tally.second(rating));
        if (first.anonymous || rectification.state == State.CALLED_BACK) {
            rectification.state = State.CLOSED;
        }
        ledger.step(rectification, "second-rating", by, rating.overall.label().zh(), now);
        return rating;
    }

    private static RatingEntity add(
            Ledger ledger, InvitationEntity invitation, Judgement judgement, Actor by, Instant now) {
        RatingEntity rating = RatingEntity.of(invitation, invitation.rated + 1, judgement);
        rating.ratedAt = Moments.micros(now);
        rating.enteredBy = by.account().equals(Citizens.ACCOUNT) ? null : by.account();
        ledger.add(rating);
        invitation.rated++;
        return rating;
    }

    private void open(Ledger ledger, InvitationEntity invitation, RatingEntity rating, Actor by, Instant now) {
        Terms.Sourced limit = terms.limit(rating.overall);
        RectificationEntity row = new RectificationEntity();
        row.id = rating.id;
        row.state = State.OPEN;
        row.division = rating.division;
        row.town = rating.town;
        row.county = rating.county;
        row.person = rating.person;
        row.openedAt = rating.ratedAt;
        row.limitDays = limit.number();
        row.limitSource = limit.source();
        ledger.add(row);
        due(ledger, invitation, row);
        ledger.step(row, "open", by, null, now);
    }

    /** Sets the last day of the limit, once the calendar tells it, and counts the rectification for that day. */
    void due(Ledger ledger, InvitationEntity invitation, RectificationEntity row) {
        last(row).ifPresent(last -> {
            row.due(last);
            Tally due = new Tally().with(Tally.What.DUE, 1);
            ledger.count(invitation, last, row.inTime() ? due.with(Tally.What.IN_TIME, 1) : due);
        });
    }

    /** The last day where it is not set and can be told. */
    Optional<LocalDate> last(RectificationEntity row) {
        return row.dueOn == null && row.state != State.VOID
                ? calendar.plusWorkdays(Moments.day(Moments.of(row.openedAt)), row.limitDays)
                : Optional.empty();
    }
}
