// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.sanban.api.cases.Booking;

/** Row of a time that a person or a vehicle is taken for a case. */
@Entity
@Table(name = "cases_booking")
class BookingEntity {
    @Id
    long id;

    @Column(name = "case_id")
    long caseId;

    String resource;

    /** When the way there begins. */
    @Column(name = "taken_from")
    long takenFrom;

    @Column(name = "from_at")
    long from;

    @Column(name = "until_at")
    long until;

    int travel;
    String place;

    static BookingEntity of(long id, long caseId, Booking booking) {
        BookingEntity row = new BookingEntity();
        row.id = id;
        row.caseId = caseId;
        row.resource = booking.resource();
        row.from = CaseList.micros(booking.from());
        row.takenFrom = row.from - booking.travelMinutes() * 60_000_000L;
        row.until = CaseList.micros(booking.to());
        row.travel = booking.travelMinutes();
        row.place = booking.place();
        return row;
    }

    /** As the API shows it; without its place to who does not see the case. */
    Booking view(boolean seen) {
        return new Booking(resource, CaseFile.instant(from), CaseFile.instant(until), travel, seen ? place : null);
    }
}
