// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Row of a demonstration meeting. */
@Entity
@Table(name = "rating_meeting")
class MeetingEntity {
    private static final String BETWEEN = " ";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rating_meeting")
    @SequenceGenerator(name = "rating_meeting", sequenceName = "rating_meeting_seq", allocationSize = 50)
    long id;

    String site;
    String division;

    @Column(name = "held_on")
    LocalDate heldOn;

    String name;
    String host;
    Integer people;
    String spread;
    String files;
    String account;

    void set(Meeting meeting) {
        site = meeting.site();
        division = meeting.division();
        heldOn = meeting.held();
        name = meeting.name();
        host = meeting.host();
        people = meeting.people();
        spread = meeting.spread();
        files = String.join(BETWEEN, meeting.files());
        account = meeting.account();
    }

    Meeting value() {
        List<String> ids = files == null || files.isBlank() ? List.of() : List.of(files.split(BETWEEN));
        return new Meeting(id, site, division, heldOn, name, host, people, spread, ids, account);
    }
}
