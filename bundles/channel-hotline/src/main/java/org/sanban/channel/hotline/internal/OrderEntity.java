// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Row of a work order. */
@Entity
@Table(name = "hotline_order")
class OrderEntity {
    @Id
    @SequenceGenerator(name = "hotline_order", sequenceName = "hotline_order_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "hotline_order")
    long id;

    /** The centre's own, or one of ours where it has none. */
    String number;

    int version;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    Via via;

    @Column(name = "words")
    String text;

    @Column(name = "caller_name")
    String callerName;

    @Column(name = "caller_phone")
    String callerPhone;

    String division;
    String town;
    String county;
    String site;
    String matter;

    @Column(name = "case_number")
    String caseNumber;

    /** The service mode that an appointment asks for. */
    @Column(name = "service_mode")
    String mode;

    @Column(name = "wished_at")
    Long wishedAt;

    String address;
    Double lat;
    Double lng;
    String media;

    @Column(name = "created_by")
    String createdBy;

    /** SHA-256 of what was asked: a repeated number means the same order only when this is the same. */
    @Column(name = "request_hash")
    String requestHash;

    @Column(name = "received_at")
    long receivedAt;

    @Column(name = "changed_at")
    long changedAt;

    @Column(name = "limit_days")
    Integer limitDays;

    @Column(name = "limit_source")
    String limitSource;

    /** Last day of the limit, {@code null} while the calendar of its year is not loaded. */
    @Column(name = "due_on")
    LocalDate dueOn;

    /** First day it is late, {@code null} once it needs no answer any more. */
    @Column(name = "late_from")
    LocalDate lateFrom;

    @Column(name = "extended_days")
    int extendedDays;

    String assignee;
    String answer;

    /** Calls that nobody answered. */
    int calls;

    /** Who makes a case of it, from before that is tried until it failed: whoever tries again does so in that name. */
    @Column(name = "case_by")
    String caseBy;

    @Column(name = "case_name")
    String caseName;

    /** How an order came. */
    enum Via {
        /** From the 12345 centre's system, with its own number. */
        CENTRE,
        /** Taken by one of our own who answers the telephone. */
        PHONE,
        /** Through the open door. */
        OPEN311
    }

    /** The last day of the limit, and whether it is watched, follow from the day and the state. */
    void watch() {
        lateFrom = dueOn == null || !state.open() ? null : dueOn.plusDays(1);
    }
}
