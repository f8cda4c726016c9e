// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Row of a complaint or report. */
@Entity
@Table(name = "supervision_complaint")
class ComplaintEntity extends PlacedEntity {
    String kind;
    String state;
    String site;
    String text;
    String name;
    String phone;

    /** Hash of the code it is followed by. */
    String code;

    @Column(name = "filed_at")
    long filedAt;

    @Column(name = "filed_on")
    LocalDate filedOn;

    @Column(name = "due_on")
    LocalDate dueOn;

    boolean late;
    String handler;
    String outcome;
    String answer;

    @Column(name = "closed_on")
    LocalDate closedOn;
}
