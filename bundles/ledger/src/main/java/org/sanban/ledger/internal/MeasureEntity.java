// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of what was said of a period that is over. */
@Entity
@Table(name = "ledger_measure")
@IdClass(MeasureEntity.Key.class)
class MeasureEntity {
    @Id
    String site;

    @Id
    @Column(name = "until_on")
    LocalDate until;

    String content;

    /** A site and the last day of the period. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String site;
        LocalDate until;

        Key() {}

        Key(String site, LocalDate until) {
            this.site = site;
            this.until = until;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(key.site, site) && Objects.equals(key.until, until);
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, until);
        }
    }
}
