// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

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
import org.sanban.api.rating.Level;

/** Row of a plaque. */
@Entity
@Table(name = "rating_plaque")
class PlaqueEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rating_plaque")
    @SequenceGenerator(name = "rating_plaque", sequenceName = "rating_plaque_seq", allocationSize = 50)
    long id;

    String number;
    String site;
    String division;
    String standing;

    @Enumerated(EnumType.STRING)
    Level level;

    String period;
    String unit;

    @Column(name = "given_on")
    LocalDate givenOn;

    @Column(name = "given_by")
    String givenBy;

    @Column(name = "withdrawn_on")
    LocalDate withdrawnOn;

    @Column(name = "withdrawn_by")
    String withdrawnBy;

    String reason;

    static PlaqueEntity of(Plaque plaque) {
        PlaqueEntity row = new PlaqueEntity();
        row.number = plaque.number();
        row.site = plaque.site();
        row.division = plaque.division();
        row.standing = plaque.site();
        row.level = plaque.level();
        row.period = plaque.period();
        row.unit = plaque.unit();
        row.givenOn = plaque.givenOn();
        row.givenBy = plaque.givenBy();
        return row;
    }

    Plaque value() {
        return new Plaque(
                id, number, site, division, level, period, unit, givenOn, givenBy, withdrawnOn, withdrawnBy, reason);
    }
}
