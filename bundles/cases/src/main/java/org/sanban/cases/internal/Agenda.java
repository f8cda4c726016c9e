// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.property.Uid;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.sanban.api.cases.BookedTime;
import org.sanban.api.cases.Booking;
import org.sanban.api.problem.Texts;

/** Writes booked times as iCalendar (RFC 5545). */
final class Agenda {
    private static final Texts TEXTS = Texts.of(Agenda.class);

    private Agenda() {}

    /**
     * A calendar of booked times, as it stands at {@code now}.
     *
     * @param several whether they are of more than one person or vehicle: then each time says whose it is
     */
    static String write(String name, boolean several, List<BookedTime> times, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//sanban//cases//ZH");
        calendar.setName(name);
        times.forEach(time -> calendar.addEvent(event(time, several, now)));
        return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
    }

    private static VEvent event(BookedTime time, boolean several, Instant now) {
        Booking booking = time.booking();
        VEvent event = new VEvent();
        event.setUid(new Uid(time.id() + "@sanban"));
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(booking.from()));
        event.setDateEnd(Date.from(booking.to()));
        boolean seen = time.number() != null;
        String what = seen
                ? time.matterName() + " " + time.number()
                : TEXTS.get("calendar.busy").zh();
        event.setSummary(several ? booking.resource() + " " + what : what);
        if (booking.place() != null) {
            event.setLocation(booking.place());
        }
        if (booking.travelMinutes() > 0) {
            event.setDescription(
                    TEXTS.get("calendar.way", booking.travelMinutes()).zh());
        }
        event.setStatus(Status.confirmed());
        event.setTransparency(Transparency.opaque());
        return event;
    }
}
