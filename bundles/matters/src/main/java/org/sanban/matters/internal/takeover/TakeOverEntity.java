// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.sanban.api.matters.TakeOver.State;

/** Row of a matter that a town takes over. */
@Entity
@Table(name = "matters_takeover")
@IdClass(TakeOverEntity.Key.class)
class TakeOverEntity {
    @Id
    String division;

    @Id
    String matter;

    int version;

    @Enumerated(EnumType.STRING)
    State state = State.NOT_STARTED;

    @Column(name = "since_on")
    LocalDate since;

    String note;

    @Column(name = "moved_by")
    String movedBy;

    String guidance;

    @Column(name = "guided_by")
    String guidedBy;

    static TakeOverEntity none(String division, String matter) {
        TakeOverEntity row = new TakeOverEntity();
        row.division = division;
        row.matter = matter;
        return row;
    }

    /** A town and a matter. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String division;
        String matter;

        Key() {}

        Key(String division, String matter) {
            this.division = division;
            this.matter = matter;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(key.division, division)
                    && Objects.equals(key.matter, matter);
        }

        @Override
        public int hashCode() {
            return Objects.hash(division, matter);
        }
    }
}
