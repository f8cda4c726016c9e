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
import org.sanban.api.cases.Progress;
import org.sanban.cases.internal.soap.CaseTypes.Days;
import org.sanban.cases.internal.soap.CaseTypes.Times;

/** The XML types of what the applicant sees. */
public final class ProgressTypes {
    private static final String NAMESPACE = CaseTypes.NAMESPACE;

    private ProgressTypes() {}

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
        public List<PartLineType> part = new ArrayList<>();
        public String modeAbsent;

        static ProgressType of(Progress progress, Locale language) {
            ProgressType type = new ProgressType();
            type.number = progress.number();
            type.matterName = progress.matterName();
            type.siteName = progress.siteName();
            type.applicant = progress.applicant();
            type.stage = progress.stage().in(language);
            type.status = progress.status().name();
            type.holder = progress.holder().in(language);
            type.dueOn = progress.dueOn();
            type.daysLeft = progress.daysLeft();
            type.light = progress.light().name();
            type.why = progress.why().in(language);
            type.missing = progress.missing();
            type.event = progress.timeline().stream()
                    .map(event -> EventType.of(event, language))
                    .toList();
            type.part = progress.parts().stream().map(PartLineType::of).toList();
            type.modeAbsent =
                    progress.modeAbsent() == null ? null : progress.modeAbsent().in(language);
            return type;
        }
    }

    /** A part that others handle, as the applicant sees it. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class PartLineType {
        @XmlElement(required = true)
        public String name;

        public boolean ended;
        public String result;

        static PartLineType of(Progress.PartLine line) {
            PartLineType type = new PartLineType();
            type.name = line.name();
            type.ended = line.ended();
            type.result = line.result();
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

        static EventType of(Progress.Event event, Locale language) {
            EventType type = new EventType();
            type.at = event.at();
            type.what = event.what().in(language);
            type.reason = event.reason();
            return type;
        }
    }
}
