// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Row of a case that was told upwards because a stage was late. */
@Entity
@Table(name = "supervision_late_case")
class LateCaseEntity extends PlacedEntity {
    @Column(name = "case_number")
    String caseNumber;

    int seq;
    String matter;
    String stage;

    @Column(name = "escalated_at")
    long escalatedAt;

    @Column(name = "moved_at")
    Long movedAt;

    Long notice;
}
