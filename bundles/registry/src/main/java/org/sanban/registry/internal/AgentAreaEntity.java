// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.sanban.api.registry.Agent;

/** Row of an area that an agent serves. */
@Entity
@Table(name = "registry_agent_area")
@IdClass(AgentAreaEntity.Key.class)
class AgentAreaEntity {
    @Id
    String area;

    @Id
    String account;

    @Enumerated(EnumType.STRING)
    Agent.Kind kind;

    static AgentAreaEntity of(Agent agent, String area) {
        AgentAreaEntity row = new AgentAreaEntity();
        row.area = area;
        row.account = agent.account();
        row.kind = agent.kind();
        return row;
    }

    /** An area and who serves it. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String area;
        String account;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(key.area, area) && Objects.equals(key.account, account);
        }

        @Override
        public int hashCode() {
            return Objects.hash(area, account);
        }
    }
}
