// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Row of how far a listener has come in the journal of one node. */
@Entity
@Table(name = "cases_position")
@IdClass(PositionEntity.Key.class)
class PositionEntity {
    @Id
    String listener;

    @Id
    int lane;

    /** Id of the last entry that was delivered or parked. */
    long position;

    /** How often it was moved otherwise than by delivery, so that what was on its way then does not move it on. */
    int moves;

    PositionEntity() {}

    /** Before everything. */
    PositionEntity(String listener, int lane) {
        this.listener = listener;
        this.lane = lane;
        this.position = Lane.floor(lane);
    }

    /** Listener and lane. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String listener;
        int lane;

        Key() {}

        Key(String listener, int lane) {
            this.listener = listener;
            this.lane = lane;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.listener.equals(listener) && key.lane == lane;
        }

        @Override
        public int hashCode() {
            return Objects.hash(listener, lane);
        }
    }
}
