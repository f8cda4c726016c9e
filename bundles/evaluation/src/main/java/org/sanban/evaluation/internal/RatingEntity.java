// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.util.List;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Row of a rating. */
@Entity
@Table(name = "evaluation_rating")
class RatingEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "evaluation_rating")
    @SequenceGenerator(name = "evaluation_rating", sequenceName = "evaluation_rating_seq", allocationSize = 50)
    long id;

    long invitation;
    int nth;
    String number;
    String division;
    String town;
    String county;
    String site;
    String person;

    @Enumerated(EnumType.STRING)
    Level overall;

    @Enumerated(EnumType.STRING)
    Level business;

    @Column(name = "counter")
    @Enumerated(EnumType.STRING)
    Level window;

    @Enumerated(EnumType.STRING)
    Level attitude;

    String details;

    @Column(name = "words")
    String text;

    @Enumerated(EnumType.STRING)
    Via via;

    boolean anonymous;

    @Column(name = "rated_at")
    long ratedAt;

    @Column(name = "entered_by")
    String enteredBy;

    boolean malicious;

    static RatingEntity of(InvitationEntity invitation, int nth, Judgement judgement) {
        RatingEntity row = new RatingEntity();
        row.invitation = invitation.id;
        row.nth = nth;
        row.number = invitation.number;
        row.division = invitation.division;
        row.town = invitation.town;
        row.county = invitation.county;
        row.site = invitation.site;
        row.person = invitation.person;
        row.overall = judgement.overall();
        row.business = judgement.business();
        row.window = judgement.window();
        row.attitude = judgement.attitude();
        row.details = String.join(",", judgement.details());
        row.text = judgement.text();
        row.via = judgement.via();
        row.anonymous = judgement.anonymous();
        return row;
    }

    List<String> details() {
        return Stream.of(details.split(",")).filter(code -> !code.isEmpty()).toList();
    }
}
