// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.soap;

import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Moved;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Part;
import org.sanban.api.cases.Returned;
import org.sanban.cases.internal.soap.BookingTypes.BookingType;
import org.sanban.cases.internal.soap.CaseTypes.AnswerType;
import org.sanban.cases.internal.soap.CaseTypes.ApplicantType;

/** The XML types of what is sent to {@link CaseEndpoint} to be done. */
public final class CommandTypes {
    private static final String NAMESPACE = CaseTypes.NAMESPACE;

    private CommandTypes() {}

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
        public String where;

        Original value() {
            return Original.take(name, photo).at(where);
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

    /** Where an original is now. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class MovedType {
        public int id;
        public String where;

        Moved value() {
            return new Moved(id, where);
        }
    }

    /** A part to be opened. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class OpeningType {
        public String name;
        public String matter;

        @XmlElement(required = true)
        public String account;

        Part.Opening value() {
            return new Part.Opening(name, matter, account);
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
        public String number;
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
        public List<MovedType> moved = new ArrayList<>();
        public String assignee;
        public List<BookingType> booking = new ArrayList<>();
        public List<OpeningType> opening = new ArrayList<>();

        /** Id of the part that the step ends. */
        public Integer endedPart;

        public String note;
        public String idempotencyKey;
    }
}
