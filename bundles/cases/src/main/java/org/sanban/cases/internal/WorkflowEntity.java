// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of a workflow that was ever installed, as JSON. */
@Entity
@Table(name = "cases_workflow")
@IdClass(WorkflowEntity.Key.class)
class WorkflowEntity {
    @Id
    String mode;

    @Id
    int version;

    String content;

    /** Mode and version. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String mode;
        int version;

        Key() {}

        Key(String mode, int version) {
            this.mode = mode;
            this.version = version;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.mode.equals(mode) && key.version == version;
        }

        @Override
        public int hashCode() {
            return Objects.hash(mode, version);
        }
    }
}
