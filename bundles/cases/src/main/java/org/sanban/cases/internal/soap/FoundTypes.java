// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.soap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import javax.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Part;
import org.sanban.cases.internal.soap.BookingTypes.BookingType;
import org.sanban.cases.internal.soap.CaseTypes.AnswerType;
import org.sanban.cases.internal.soap.CaseTypes.ApplicantType;
import org.sanban.cases.internal.soap.CaseTypes.Days;
import org.sanban.cases.internal.soap.CaseTypes.Times;

/** The XML types of a case that is read. */
public final class FoundTypes {
    private static final String NAMESPACE = CaseTypes.NAMESPACE;

    private FoundTypes() {}

    /** A case. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class CaseType {
        @XmlElement(required = true)
        public String number;

        public int version;

        @XmlElement(required = true)
        public String mode;

        @XmlElement(required = true)
        public String matter;

        @XmlElement(required = true)
        public String matterName;

        @XmlElement(required = true)
        public String site;

        @XmlElement(required = true)
        public ApplicantType applicant;

        @XmlElement(required = true)
        public String stage;

        @XmlElement(required = true)
        public String stageName;

        @XmlElement(required = true)
        public String status;

        public String holderRole;
        public String holderAccount;

        @XmlElement(required = true)
        @XmlJavaTypeAdapter(Times.class)
        public Instant submittedAt;

        @XmlJavaTypeAdapter(Days.class)
        public LocalDate dueOn;

        public Integer daysLeft;

        @XmlElement(required = true)
        public String light;

        public List<PaperType> material = new ArrayList<>();
        public List<CustodyType> original = new ArrayList<>();
        public List<BookingType> booking = new ArrayList<>();
        public List<PartType> part = new ArrayList<>();
        public List<AnswerType> answer = new ArrayList<>();

        @XmlJavaTypeAdapter(Times.class)
        public Instant dueAt;

        public String modeAbsent;

        static CaseType of(Case c, Locale language) {
            CaseType type = new CaseType();
            type.number = c.number();
            type.version = c.version();
            type.mode = c.mode();
            type.matter = c.matter();
            type.matterName = c.matterName();
            type.site = c.site();
            type.applicant = ApplicantType.of(c.applicant());
            type.stage = c.stage();
            type.stageName = c.stageName().in(language);
            type.status = c.status().name();
            type.holderRole = c.holder().role();
            type.holderAccount = c.holder().account();
            type.submittedAt = c.submittedAt();
            type.dueOn = c.due().dueOn();
            type.daysLeft = c.due().daysLeft();
            type.light = c.due().light().name();
            type.material = c.materials().stream().map(PaperType::of).toList();
            type.original = c.originals().stream().map(CustodyType::of).toList();
            type.booking = c.bookings().stream().map(BookingType::of).toList();
            type.part = c.parts().stream().map(PartType::of).toList();
            type.answer = new TreeMap<>(c.answers())
                    .entrySet().stream()
                            .map(answer -> AnswerType.of(answer.getKey(), answer.getValue()))
                            .toList();
            type.dueAt = c.due().dueAt();
            type.modeAbsent = c.modeAbsent() == null ? null : c.modeAbsent().in(language);
            return type;
        }
    }

    /** A material of a case. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class PaperType {
        @XmlElement(required = true)
        public String code;

        @XmlElement(required = true)
        public String name;

        public boolean required;
        public int originals;
        public int copies;
        public int originalsHanded;
        public int copiesHanded;

        static PaperType of(Paper paper) {
            PaperType type = new PaperType();
            type.code = paper.code();
            type.name = paper.name();
            type.required = paper.required();
            type.originals = paper.originals();
            type.copies = paper.copies();
            type.originalsHanded = paper.originalsHanded();
            type.copiesHanded = paper.copiesHanded();
            return type;
        }
    }

    /** An original that was ever taken, and where it is. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class CustodyType {
        public int id;

        @XmlElement(required = true)
        public String name;

        @XmlElement(required = true)
        @XmlJavaTypeAdapter(Times.class)
        public Instant takenAt;

        public String where;

        @XmlJavaTypeAdapter(Times.class)
        public Instant returnedAt;

        public String receivedBy;

        static CustodyType of(Original original) {
            CustodyType type = new CustodyType();
            type.id = original.id();
            type.name = original.name();
            type.takenAt = original.takenAt();
            type.where = original.where();
            type.returnedAt = original.returnedAt();
            type.receivedBy = original.receivedBy();
            return type;
        }
    }

    /** A part that a colleague handles beside others. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class PartType {
        public int id;

        @XmlElement(required = true)
        public String name;

        public String matter;

        @XmlElement(required = true)
        public String account;

        @XmlElement(required = true)
        @XmlJavaTypeAdapter(Times.class)
        public Instant openedAt;

        @XmlJavaTypeAdapter(Times.class)
        public Instant endedAt;

        public String outcome;
        public String result;

        static PartType of(Part part) {
            PartType type = new PartType();
            type.id = part.id();
            type.name = part.name();
            type.matter = part.matter();
            type.account = part.account();
            type.openedAt = part.openedAt();
            type.endedAt = part.endedAt();
            type.outcome = part.outcome();
            type.result = part.result();
            return type;
        }
    }
}
