// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of a site's sums of a month. */
@Entity
@Table(name = "ledger_tally")
@IdClass(TallyEntity.Key.class)
class TallyEntity {
    @Id
    String site;

    @Id
    @Column(name = "in_month")
    int month;

    long submitted;
    long done;

    /** A site and a month. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String site;
        int month;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.month == month && Objects.equals(key.site, site);
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, month);
        }
    }
}
