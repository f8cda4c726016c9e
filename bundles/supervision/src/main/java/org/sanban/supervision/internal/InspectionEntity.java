// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Row of a visit or check. */
@Entity
@Table(name = "supervision_inspection")
class InspectionEntity extends PlacedEntity {
    String kind;
    String site;

    @Column(name = "visited_on")
    LocalDate visitedOn;

    String inspectors;
    String departments;

    @Column(name = "by_division")
    String byDivision;

    @Column(name = "by_account")
    String byAccount;

    @Column(name = "by_name")
    String byName;

    @Column(name = "opened_at")
    long openedAt;

    @Column(name = "concluded_at")
    Long concludedAt;

    String summary;
}
