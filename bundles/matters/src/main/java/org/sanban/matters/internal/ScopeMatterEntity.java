// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of a matter in one version of a published list. */
@Entity
@Table(name = "matters_scope_matter")
@IdClass(ScopeMatterEntity.Key.class)
class ScopeMatterEntity {
    @Id
    String mode;

    @Id
    String division;

    @Id
    int version;

    @Id
    String matter;

    static ScopeMatterEntity of(ScopeEntity scope, String matter) {
        ScopeMatterEntity row = new ScopeMatterEntity();
        row.mode = scope.mode;
        row.division = scope.division;
        row.version = scope.version;
        row.matter = matter;
        return row;
    }

    /** All that the row says. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String mode;
        String division;
        int version;
        String matter;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.version == version
                    && Objects.equals(key.mode, mode)
                    && Objects.equals(key.division, division)
                    && Objects.equals(key.matter, matter);
        }

        @Override
        public int hashCode() {
            return Objects.hash(mode, division, version, matter);
        }
    }
}
