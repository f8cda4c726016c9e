// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a rating period. Whoever changes its scores or marks holds it. */
@Entity
@Table(name = "rating_period")
class PeriodEntity {
    @Id
    String id;

    String name;

    @Column(name = "from_on")
    LocalDate fromOn;

    @Column(name = "until_on")
    LocalDate untilOn;

    @Column(name = "frozen_at")
    Long frozenAt;

    @Column(name = "frozen_by")
    String frozenBy;

    void set(RatingPeriod period) {
        id = period.id();
        name = period.name();
        fromOn = period.from();
        untilOn = period.until();
    }

    RatingPeriod value() {
        return new RatingPeriod(id, name, fromOn, untilOn, Micros.instant(frozenAt), frozenBy);
    }
}
