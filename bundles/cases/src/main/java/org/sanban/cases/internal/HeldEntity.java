// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of who has an open case, or an open part of it, by name. */
@Entity
@Table(name = "cases_held")
@IdClass(HeldEntity.Key.class)
class HeldEntity {
    @Id
    String account;

    @Id
    @Column(name = "case_id")
    long caseId;

    /** The case's own, so that a worklist is paged by one index. */
    @Column(name = "submitted_at")
    long submittedAt;

    /** Account and case. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String account;
        long caseId;

        Key() {}

        Key(String account, long caseId) {
            this.account = account;
            this.caseId = caseId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.account.equals(account) && key.caseId == caseId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(account, caseId);
        }
    }
}
