// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.soap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import javax.xml.bind.annotation.adapters.XmlAdapter;
import javax.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Part;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Step;
import org.sanban.api.identity.Applicant;
import org.sanban.api.page.Page;
import org.sanban.cases.internal.soap.BookingTypes.BookingType;

/** The XML types of {@link CaseEndpoint}: the values of {@code org.sanban.api.cases} as schema types. */
public final class CaseTypes {
    static final String NAMESPACE = "urn:sanban:cases:1";

    private CaseTypes() {}

    /** Answer to a field of a form; several values where the field takes a list. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class AnswerType {
        @XmlElement(required = true)
        public String name;

        @XmlElement(required = true)
        public List<String> value = new ArrayList<>();

        static AnswerType of(String name, Object answer) {
            AnswerType type = new AnswerType();
            type.name = name;
            Collection<?> values = answer instanceof Collection<?> list ? list : List.of(answer);
            values.forEach(one -> type.value.add(one.toString()));
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

    /** Who applies. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class ApplicantType {
        @XmlElement(required = true)
        public Applicant.Kind kind;

        @XmlElement(required = true)
        public String name;

        @XmlElement(required = true)
        public String idNumber;

        @XmlElement(required = true)
        public String phone;

        public String address;

        Applicant value() {
            return new Applicant(kind, name, idNumber, phone, address);
        }

        static ApplicantType of(Applicant applicant) {
            ApplicantType type = new ApplicantType();
            type.kind = applicant.kind();
            type.name = applicant.name();
            type.idNumber = applicant.idNumber();
            type.phone = applicant.phone();
            type.address = applicant.address();
            return type;
        }
    }

    /** What a command gives. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class ReceiptType {
        @XmlElement(required = true)
        public String number;

        public int version;

        @XmlElement(required = true)
        public String action;

        @XmlElement(required = true)
        public String stage;

        @XmlElement(required = true)
        public String stageName;

        @XmlElement(required = true)
        public String status;

        @XmlElement(required = true)
        @XmlJavaTypeAdapter(Times.class)
        public Instant at;

        public boolean repeated;

        static ReceiptType of(Receipt receipt) {
            ReceiptType type = new ReceiptType();
            type.number = receipt.number();
            type.version = receipt.version();
            type.action = receipt.action();
            type.stage = receipt.stage();
            type.stageName = receipt.stageName().zh();
            type.status = receipt.status().name();
            type.at = receipt.at();
            type.repeated = receipt.repeated();
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

        static CaseType of(Case c) {
            CaseType type = new CaseType();
            type.number = c.number();
            type.version = c.version();
            type.mode = c.mode();
            type.matter = c.matter();
            type.matterName = c.matterName();
            type.site = c.site();
            type.applicant = ApplicantType.of(c.applicant());
            type.stage = c.stage();
            type.stageName = c.stageName().zh();
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
            type.modeAbsent = c.modeAbsent() == null ? null : c.modeAbsent().zh();
            return type;
        }
    }

    /** A step that may be done. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class StepType {
        @XmlElement(required = true)
        public String action;

        @XmlElement(required = true)
        public String name;

        static StepType of(Step step) {
            StepType type = new StepType();
            type.action = step.action();
            type.name = step.name().zh();
            return type;
        }
    }

    /** A page of a list of cases. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class CasePageType {
        @XmlElement(name = "line")
        public List<LineType> lines = new ArrayList<>();

        public String next;

        static CasePageType of(Page<CaseLine> page) {
            CasePageType type = new CasePageType();
            type.lines = page.items().stream().map(LineType::of).toList();
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

        static LineType of(CaseLine line) {
            LineType type = new LineType();
            type.number = line.number();
            type.matterName = line.matterName();
            type.applicant = line.applicant();
            type.stage = line.stage();
            type.stageName = line.stageName().zh();
            type.status = line.status().name();
            type.submittedAt = line.submittedAt();
            type.dueOn = line.dueOn();
            type.light = line.light().name();
            return type;
        }
    }

    /** Instants as {@code 2026-11-22T01:00:00Z}. */
    static final class Times extends XmlAdapter<String, Instant> {
        @Override
        public Instant unmarshal(String text) {
            return Instant.parse(text);
        }

        @Override
        public String marshal(Instant instant) {
            return instant == null ? null : instant.toString();
        }
    }

    /** Days as {@code 2026-11-22}. */
    static final class Days extends XmlAdapter<String, LocalDate> {
        @Override
        public LocalDate unmarshal(String text) {
            return LocalDate.parse(text);
        }

        @Override
        public String marshal(LocalDate day) {
            return day == null ? null : day.toString();
        }
    }
}
