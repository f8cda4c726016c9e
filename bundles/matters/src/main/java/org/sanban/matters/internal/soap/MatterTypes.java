// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.soap;

import java.time.Instant;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterType;
import org.sanban.api.page.Page;

/** The XML types of {@link MatterEndpoint}: the values of {@code org.sanban.api.matters} as schema types. */
public final class MatterTypes {
    static final String NAMESPACE = "urn:sanban:matters:1";

    private MatterTypes() {}

    /** A matter with its newest guide. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class FoundMatterType {
        @XmlElement(required = true)
        public String code;

        @XmlElement(required = true)
        public String name;

        @XmlElement(required = true)
        public String department;

        public String departmentCode;

        @XmlElement(required = true)
        public MatterType type;

        @XmlElement(required = true)
        public String source;

        /** Whether it is a sample of another county, to be marked so wherever shown. */
        public boolean sample;

        @XmlElement(required = true)
        public GuideType guide;

        static FoundMatterType of(Matter matter) {
            FoundMatterType type = new FoundMatterType();
            type.code = matter.code();
            type.name = matter.name();
            type.department = matter.department();
            type.departmentCode = matter.departmentCode();
            type.type = matter.type();
            type.source = matter.source();
            type.sample = matter.sample();
            type.guide = GuideType.of(matter.guide());
            return type;
        }
    }

    /** A version of a guide; elements that are not known are not there. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class GuideType {
        public int version;

        @XmlElement(required = true)
        @XmlSchemaType(name = "dateTime")
        public String published;

        @XmlSchemaType(name = "dateTime")
        public String withdrawn;

        public List<String> condition;
        public List<String> step;
        public List<MaterialType> material;

        /** Working days. */
        public Integer statutoryDays;

        /** Working days, 0 for an immediate matter. */
        public Integer committedDays;

        public List<String> basis;
        public String fee;
        public String result;
        public String supervisionPhone;

        /** GB/T 39046 A.2. */
        public List<Integer> level;

        /** Ids of service modes; none means any. */
        public List<String> mode;

        static GuideType of(Guide guide) {
            GuideType type = new GuideType();
            type.version = guide.version();
            type.published = guide.published().toString();
            type.withdrawn = text(guide.withdrawn());
            type.condition = guide.conditions();
            type.step = guide.process();
            type.material = guide.materials().stream().map(MaterialType::of).toList();
            type.statutoryDays = guide.statutoryDays();
            type.committedDays = guide.committedDays();
            type.basis = guide.basis();
            type.fee = guide.fee();
            type.result = guide.result();
            type.supervisionPhone = guide.supervisionPhone();
            type.level = guide.levels().stream().sorted().toList();
            type.mode = guide.modes().stream().sorted().toList();
            return type;
        }

        private static String text(Instant instant) {
            return instant == null ? null : instant.toString();
        }
    }

    /** A material to hand in. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class MaterialType {
        @XmlElement(required = true)
        public String code;

        @XmlElement(required = true)
        public String name;

        public int originals;
        public int copies;
        public boolean required;
        public String note;

        static MaterialType of(Guide.Material material) {
            MaterialType type = new MaterialType();
            type.code = material.code();
            type.name = material.name();
            type.originals = material.originals();
            type.copies = material.copies();
            type.required = material.required();
            type.note = material.note();
            return type;
        }
    }

    /** A page of matters; {@code next} asks for the next one and is not there on the last. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class MatterPageType {
        public List<FoundMatterType> matter;
        public String next;

        static MatterPageType of(Page<Matter> page) {
            MatterPageType type = new MatterPageType();
            type.matter = page.items().stream().map(FoundMatterType::of).toList();
            type.next = page.next();
            return type;
        }
    }
}
