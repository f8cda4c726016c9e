// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.util.Set;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.sanban.api.registry.Agent;

/** Row of an agent, without the areas. */
@Entity
@Table(name = "registry_agent")
class AgentEntity {
    @Id
    String account;

    @Enumerated(EnumType.STRING)
    Agent.Kind kind;

    String name;
    String unit;
    boolean active;

    static AgentEntity of(Agent agent) {
        AgentEntity row = new AgentEntity();
        row.account = agent.account();
        row.kind = agent.kind();
        row.name = agent.name();
        row.unit = agent.unit();
        row.active = agent.active();
        return row;
    }

    Agent value(Set<String> areas) {
        return new Agent(account, kind, name, unit, areas, active);
    }
}
