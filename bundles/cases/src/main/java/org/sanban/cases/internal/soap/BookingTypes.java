// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.soap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import javax.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import org.sanban.api.cases.BookedTime;
import org.sanban.api.cases.Booking;
import org.sanban.api.page.Page;
import org.sanban.cases.internal.soap.CaseTypes.Times;

/** The XML types of times that people and vehicles are booked. */
public final class BookingTypes {
    private static final String NAMESPACE = CaseTypes.NAMESPACE;

    private BookingTypes() {}

    /** Which booked times. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class BookingQueryType {
        public String resource;
        public String division;

        @XmlElement(required = true)
        @XmlJavaTypeAdapter(Times.class)
        public Instant from;

        @XmlElement(required = true)
        @XmlJavaTypeAdapter(Times.class)
        public Instant to;

        public String after;
        public Integer limit;
    }

    /** A person or a vehicle, and when it is wanted. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class BookingType {
        @XmlElement(required = true)
        public String resource;

        @XmlElement(required = true)
        @XmlJavaTypeAdapter(Times.class)
        public Instant from;

        @XmlElement(required = true)
        @XmlJavaTypeAdapter(Times.class)
        public Instant to;

        public int travelMinutes;
        public String place;

        Booking value() {
            return new Booking(resource, from, to, travelMinutes, place);
        }

        static BookingType of(Booking booking) {
            BookingType type = new BookingType();
            type.resource = booking.resource();
            type.from = booking.from();
            type.to = booking.to();
            type.travelMinutes = booking.travelMinutes();
            type.place = booking.place();
            return type;
        }
    }

    /** A booked time with the case it is for, as far as the caller sees that. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class BookedType {
        @XmlElement(required = true)
        public String id;

        public String number;
        public String matterName;

        @XmlElement(required = true)
        public BookingType booking;

        static BookedType of(BookedTime time) {
            BookedType type = new BookedType();
            type.id = time.id();
            type.number = time.number();
            type.matterName = time.matterName();
            type.booking = BookingType.of(time.booking());
            return type;
        }
    }

    /** A page of booked times. */
    @XmlType(namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class BookedPageType {
        @XmlElement(name = "time")
        public List<BookedType> times = new ArrayList<>();

        public String after;

        static BookedPageType of(Page<BookedTime> page) {
            BookedPageType type = new BookedPageType();
            type.times = page.items().stream().map(BookedType::of).toList();
            type.after = page.next();
            return type;
        }
    }
}
