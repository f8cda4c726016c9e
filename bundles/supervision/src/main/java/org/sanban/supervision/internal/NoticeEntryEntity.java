// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.sanban.api.supervision.NoticeEntry;

/** Row of a notice's history; rows are added and never changed. */
@Entity
@Table(name = "supervision_notice_entry")
class NoticeEntryEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "supervision_entry")
    @SequenceGenerator(name = "supervision_entry", sequenceName = "supervision_seq", allocationSize = 50)
    long id;

    long notice;
    int seq;

    @Column(name = "done_at")
    long at;

    String kind;
    String account;
    String actor;
    String division;
    String text;
    String evidence;

    @Column(name = "due_on")
    LocalDate dueOn;

    NoticeEntry value() {
        return new NoticeEntry(
                seq,
                Days.instant(at),
                NoticeEntry.Kind.valueOf(kind),
                account,
                actor,
                division,
                text,
                Words.parted(evidence),
                dueOn);
    }
}
