// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Row of a model site. */
@Entity
@Table(name = "rating_model")
class ModelEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rating_model")
    @SequenceGenerator(name = "rating_model", sequenceName = "rating_model_seq", allocationSize = 50)
    long id;

    String site;
    String division;
    String standing;

    @Column(name = "since_on")
    LocalDate sinceOn;

    @Column(name = "until_on")
    LocalDate untilOn;

    String reason;
    String account;

    static ModelEntity of(Model model) {
        ModelEntity row = new ModelEntity();
        row.site = model.site();
        row.division = model.division();
        row.standing = model.site();
        row.sinceOn = model.since();
        row.reason = model.reason();
        row.account = model.account();
        return row;
    }

    Model value() {
        return new Model(id, site, division, sinceOn, untilOn, reason, account);
    }
}
