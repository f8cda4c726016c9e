// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import org.sanban.api.page.Page;
import org.sanban.evaluation.internal.Evaluations;
import org.sanban.evaluation.internal.Judgement;
import org.sanban.evaluation.internal.Level;
import org.sanban.evaluation.internal.Via;

/** The XML types of ratings. */
public final class EvaluationTypes {
    static final String NAMESPACE = "urn:sanban:evaluations:1";

    private EvaluationTypes() {}

    /** What a citizen says. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class JudgementType {
        @XmlElement(required = true)
        public Level business;

        @XmlElement(required = true)
        public Level window;

        @XmlElement(required = true)
        public Level attitude;

        public List<String> detail = new ArrayList<>();
        public String text;
        public Boolean anonymous;

        @XmlElement(required = true)
        public Via via;

        Judgement value() {
            return new Judgement(business, window, attitude, detail, text, Boolean.TRUE.equals(anonymous), via);
        }
    }

    /** What the citizen is answered. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class ThanksType {
        public long id;

        @XmlElement(required = true)
        public Level overall;

        @XmlElement(required = true)
        public String ratedAt;

        public boolean rectification;
        public String answerBy;

        static ThanksType of(Evaluations.Thanks thanks) {
            ThanksType type = new ThanksType();
            type.id = thanks.id();
            type.overall = thanks.overall();
            type.ratedAt = thanks.ratedAt().toString();
            type.rectification = thanks.rectification();
            type.answerBy = thanks.answerBy() == null ? null : thanks.answerBy().toString();
            return type;
        }
    }

    /** A rating. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class RatingType {
        public long id;
        public String number;
        public int nth;

        @XmlElement(required = true)
        public Level overall;

        @XmlElement(required = true)
        public Level business;

        @XmlElement(required = true)
        public Level window;

        @XmlElement(required = true)
        public Level attitude;

        public List<String> detail = new ArrayList<>();
        public String text;

        @XmlElement(required = true)
        public Via via;

        public boolean anonymous;

        @XmlElement(required = true)
        public String ratedOn;

        @XmlElement(required = true)
        public String division;

        @XmlElement(required = true)
        public String site;

        public String person;
        public boolean malicious;

        static RatingType of(Evaluations.Rating rating, Locale language) {
            RatingType type = new RatingType();
            type.id = rating.id();
            type.number = rating.number();
            type.nth = rating.nth();
            type.overall = rating.overall();
            type.business = rating.business();
            type.window = rating.window();
            type.attitude = rating.attitude();
            rating.details().forEach(detail -> type.detail.add(detail.in(language)));
            type.text = rating.text();
            type.via = rating.via();
            type.anonymous = rating.anonymous();
            type.ratedOn = rating.ratedOn().toString();
            type.division = rating.division();
            type.site = rating.site();
            type.person = rating.person();
            type.malicious = rating.malicious();
            return type;
        }
    }

    /** A page of ratings. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class RatingPageType {
        public List<RatingType> rating = new ArrayList<>();
        public String next;

        static RatingPageType of(Page<Evaluations.Rating> page, Locale language) {
            RatingPageType type = new RatingPageType();
            page.items().forEach(rating -> type.rating.add(RatingType.of(rating, language)));
            type.next = page.next();
            return type;
        }
    }
}
