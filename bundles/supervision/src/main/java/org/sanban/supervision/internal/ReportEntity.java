// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Row of what a division reported on a task, or a supervisor said of it; rows are added and never changed. */
@Entity
@Table(name = "supervision_report")
class ReportEntity extends PlacedEntity {
    long task;
    String state;
    String note;
    String evidence;
    String account;
    String actor;

    @Column(name = "reported_at")
    long at;
}
