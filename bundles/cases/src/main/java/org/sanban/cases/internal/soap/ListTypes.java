// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.soap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import javax.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.cases.internal.soap.CaseTypes.Days;
import org.sanban.cases.internal.soap.CaseTypes.Times;

/** The XML types of lists of cases. */
public final class ListTypes {
    private static final String NAMESPACE = CaseTypes.NAMESPACE;

    private ListTypes() {}

    /** Which cases; what is left out asks nothing. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class CaseQueryType {
        /** 12-digit code, with its subtree. */
        public String division;

        public String site;

        /** The applicant's whole number. */
        public String idNumber;

        public String stage;
        public String mode;
        public Status status;
        public Light light;

        /** Login of who has it or a part of it. */
        public String holder;

        /** Submitted at or after. */
        @XmlJavaTypeAdapter(Times.class)
        public Instant from;

        /** Submitted before. */
        @XmlJavaTypeAdapter(Times.class)
        public Instant to;

        public String after;
        public Integer limit;

        CaseQuery value() {
            return new CaseQuery(division, site, idNumber, stage, mode, status, light, holder, from, to);
        }

        PageRequest page() {
            return new PageRequest(after, limit == null ? PageRequest.DEFAULT : limit);
        }
    }

    /** A page of a list of cases. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class CasePageType {
        @XmlElement(name = "line")
        public List<LineType> lines = new ArrayList<>();

        public String next;

        static CasePageType of(Page<CaseLine> page, Locale language) {
            CasePageType type = new CasePageType();
            type.lines = page.items().stream()
                    .map(line -> LineType.of(line, language))
                    .toList();
            type.next = page.next();
            return type;
        }
    }

    /** A case as a line of a list, masked. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class LineType {
        @XmlElement(required = true)
        public String number;

        @XmlElement(required = true)
        public String matterName;

        @XmlElement(required = true)
        public String applicant;

        @XmlElement(required = true)
        public String stage;

        @XmlElement(required = true)
        public String stageName;

        @XmlElement(required = true)
        public String status;

        @XmlElement(required = true)
        @XmlJavaTypeAdapter(Times.class)
        public Instant submittedAt;

        @XmlJavaTypeAdapter(Days.class)
        public LocalDate dueOn;

        @XmlElement(required = true)
        public String light;

        static LineType of(CaseLine line, Locale language) {
            LineType type = new LineType();
            type.number = line.number();
            type.matterName = line.matterName();
            type.applicant = line.applicant();
            type.stage = line.stage();
            type.stageName = line.stageName().in(language);
            type.status = line.status().name();
            type.submittedAt = line.submittedAt();
            type.dueOn = line.dueOn();
            type.light = line.light().name();
            return type;
        }
    }
}
