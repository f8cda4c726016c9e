// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.soap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import javax.xml.bind.annotation.adapters.XmlAdapter;
import javax.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Returned;
import org.sanban.api.cases.Step;
import org.sanban.api.identity.Applicant;
import org.sanban.api.page.Page;

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

    /** A material as handed in. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class MaterialType {
        @XmlElement(required = true)
        public String code;

        public int originals;
        public int copies;
        public List<String> attachment = new ArrayList<>();

        Handed value() {
            return new Handed(code, originals, copies, attachment);
        }
    }

    /** An original to take into custody. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class OriginalType {
        @XmlElement(required = true)
        public String name;

        public String photo;

        Original value() {
            return Original.take(name, photo);
        }
    }

    /** An original given back. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class ReturnedType {
        public int id;

        @XmlElement(required = true)
        public String receivedBy;

        Returned value() {
            return new Returned(id, receivedBy);
        }
    }

    /** A case to be submitted. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class DraftType {
        @XmlElement(required = true)
        public String mode;

        @XmlElement(required = true)
        public String matter;

        @XmlElement(required = true)
        public String site;

        @XmlElement(required = true)
        public ApplicantType applicant;

        public List<MaterialType> material = new ArrayList<>();
        public List<OriginalType> taken = new ArrayList<>();
        public List<AnswerType> answer = new ArrayList<>();
        public String note;
        public String idempotencyKey;
    }

    /** Something to be done with a case. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class ActionType {
        @XmlElement(required = true)
        public String name;

        public int version;
        public List<AnswerType> answer = new ArrayList<>();
        public List<MaterialType> material = new ArrayList<>();
        public List<OriginalType> taken = new ArrayList<>();
        public List<ReturnedType> returned = new ArrayList<>();
        public String assignee;
        public String note;
        public String idempotencyKey;
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

    /** What the applicant sees. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class ProgressType {
        @XmlElement(required = true)
        public String number;

        @XmlElement(required = true)
        public String matterName;

        @XmlElement(required = true)
        public String siteName;

        @XmlElement(required = true)
        public String applicant;

        @XmlElement(required = true)
        public String stage;

        @XmlElement(required = true)
        public String status;

        @XmlElement(required = true)
        public String holder;

        @XmlJavaTypeAdapter(Days.class)
        public LocalDate dueOn;

        public Integer daysLeft;

        @XmlElement(required = true)
        public String light;

        @XmlElement(required = true)
        public String why;

        public List<String> missing = new ArrayList<>();
        public List<EventType> event = new ArrayList<>();

        static ProgressType of(Progress progress) {
            ProgressType type = new ProgressType();
            type.number = progress.number();
            type.matterName = progress.matterName();
            type.siteName = progress.siteName();
            type.applicant = progress.applicant();
            type.stage = progress.stage().zh();
            type.status = progress.status().name();
            type.holder = progress.holder().zh();
            type.dueOn = progress.dueOn();
            type.daysLeft = progress.daysLeft();
            type.light = progress.light().name();
            type.why = progress.why().zh();
            type.missing = progress.missing();
            type.event = progress.timeline().stream().map(EventType::of).toList();
            return type;
        }
    }

    /** Something that happened. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class EventType {
        @XmlElement(required = true)
        @XmlJavaTypeAdapter(Times.class)
        public Instant at;

        @XmlElement(required = true)
        public String what;

        public String reason;

        static EventType of(Progress.Event event) {
            EventType type = new EventType();
            type.at = event.at();
            type.what = event.what().zh();
            type.reason = event.reason();
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
