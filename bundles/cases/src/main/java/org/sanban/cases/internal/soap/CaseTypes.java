// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.soap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import javax.xml.bind.annotation.adapters.XmlAdapter;
import javax.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Step;
import org.sanban.api.identity.Applicant;

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

        static ReceiptType of(Receipt receipt, Locale language) {
            ReceiptType type = new ReceiptType();
            type.number = receipt.number();
            type.version = receipt.version();
            type.action = receipt.action();
            type.stage = receipt.stage();
            type.stageName = receipt.stageName().in(language);
            type.status = receipt.status().name();
            type.at = receipt.at();
            type.repeated = receipt.repeated();
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

        static StepType of(Step step, Locale language) {
            StepType type = new StepType();
            type.action = step.action();
            type.name = step.name().in(language);
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
