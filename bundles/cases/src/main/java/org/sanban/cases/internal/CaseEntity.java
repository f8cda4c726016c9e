// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a case. What lists filter by is a column of its own; the rest is JSON in {@code data} ({@link CaseData}). */
@Entity
@Table(name = "cases_case")
class CaseEntity implements Cloneable {
    @Id
    long id;

    String number;

    /** Grows by one with each command; {@link CaseStore#update} names the one it saw. */
    int version;

    String mode;
    int workflow;
    String matter;

    @Column(name = "matter_name")
    String matterName;

    int guide;

    @Column(name = "at_once")
    boolean immediate;

    @Column(name = "limit_days")
    Integer limitDays;

    String site;
    String division;
    String town;
    /** Code of the county the case lies in: a list of the whole county is one range of an index. */
    String county;

    @Column(name = "applicant_kind")
    String applicantKind;

    @Column(name = "applicant_name")
    String applicantName;

    @Column(name = "applicant_id")
    String applicantId;

    @Column(name = "applicant_phone")
    String applicantPhone;

    String stage;
    String status;
    String holder;

    @Column(name = "first_asked")
    String firstAsked;

    @Column(name = "submitted_at")
    long submittedAt;

    @Column(name = "changed_at")
    long changedAt;

    /** Last day of the limit while the clock runs; {@link Deadlines#UNKNOWN} where it cannot be known; else null. */
    @Column(name = "due_on")
    LocalDate dueOn;

    /** The moment the limit is over where it ends within that day, else null. */
    @Column(name = "due_at")
    Long dueAt;

    /** When the platform does the stage's OVERDUE step, null when never. */
    @Column(name = "alarm_at")
    Long alarmAt;

    /** The day the limit ended with, once the clock has ended. */
    @Column(name = "end_due")
    LocalDate endDue;

    /** The light the case ended with, null while its clock has not ended or never started. */
    @Column(name = "end_light")
    String endLight;

    /** Hash of the newest journal entry. */
    byte[] head;

    String data;

    /** The same row, to be changed. */
    CaseEntity copy() {
        try {
            return (CaseEntity) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
