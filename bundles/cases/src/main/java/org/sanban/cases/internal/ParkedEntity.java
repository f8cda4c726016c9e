// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of an entry that a listener kept failing on, or that follows such a one in the same case. */
@Entity
@Table(name = "cases_parked")
@IdClass(ParkedEntity.Key.class)
class ParkedEntity {
    @Id
    String listener;

    @Id
    long entry;

    @Column(name = "case_id")
    long caseId;

    String error;

    /** Listener and entry. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String listener;
        long entry;

        Key() {}

        Key(String listener, long entry) {
            this.listener = listener;
            this.entry = entry;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.listener.equals(listener) && key.entry == entry;
        }

        @Override
        public int hashCode() {
            return Objects.hash(listener, entry);
        }
    }
}
