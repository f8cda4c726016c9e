// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sanban.mode.proxy.internal.ProxyCase.acting;
import static org.sanban.mode.proxy.internal.ProxyCase.helping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Returned;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem.Kind;
import org.sanban.api.test.Samples;

/** Who has a case, and how it goes from one agent to the next (接力办, R132). */
class HandOverTest extends ProxyRules {
    @Test
    void onlyAnAgentInServiceForTheAreaIsNamed() {
        ProxyCase free = acting().in("early").heldBy(null);
        for (String account : List.of("retired", "elsewhere", "unknown")) {
            Action action = Action.of("assign", 1).to(account);
            assertEquals("assignee", field(free, action, Samples.clerk()), account);
        }
        allowed(free, Action.of("assign", 1).to("agent2"), Samples.clerk());
        allowed(free, Action.of("assign", 1).to("agent"), agent);
        refused(Kind.FORBIDDEN, free, Action.of("assign", 1).to("agent2"), agent);
    }

    @Test
    void onlyTheAgentWhoHoldsTheCaseActs() {
        refused(Kind.FORBIDDEN, acting().in("early"), Action.of("step-in", 1), agent("agent2"));
        refused(Kind.FORBIDDEN, acting().in("early"), Action.of("revoke", 1), agent("agent2"));
        refused(Kind.FORBIDDEN, acting().in("early").heldBy(null), Action.of("step-in", 1), agent);
        allowed(acting().in("early"), Action.of("step-in", 1), agent);
        Actor both = new Actor("both", "两职（示例）", Set.of(Role.CLERK, Role.AGENT), Samples.TOWN, Channel.REST);
        refused(Kind.FORBIDDEN, acting().in("early"), Action.of("step-in", 1), both);
    }

    @Test
    void whoIsNoAgentAnyMoreCanOnlyGiveBackAndHandOn() {
        ProxyCase held = acting().in("collecting").heldBy("retired");
        Actor retired = agent("retired");
        refused(Kind.FORBIDDEN, held, Action.of("submit-materials", 1), retired);
        allowed(held, Action.of("give-back", 1).returning(new Returned(1, "张示例")), retired);
        allowed(held, Action.of("relay", 1).to("agent2"), retired);
    }

    @Test
    void handedOnTheCaseWaitsForTheNextAgent() {
        ProxyCase held = acting().in("collecting");
        Action relay = Action.of("relay", 1).to("agent2");
        allowed(held, relay, agent);
        assertEquals(Map.of("handedFrom", "agent"), mode.facts(held.make(), relay, agent, NOW));
        assertEquals("assignee", field(held, Action.of("relay", 1).to("agent"), agent));
        assertEquals("assignee", field(held, Action.of("relay", 1).to("elsewhere"), agent));
        ProxyCase pending = held.after("relay").heldBy("agent2").with("handedFrom", "agent");
        Actor next = agent("agent2");
        refused(Kind.CONFLICT, pending, Action.of("submit-materials", 1), next);
        refused(Kind.CONFLICT, pending, Action.of("relay", 1).to("agent"), next);
        refused(Kind.FORBIDDEN, pending, Action.of("take-over", 1), agent);
        allowed(pending, Action.of("take-over", 1), next);
        allowed(pending, Action.of("send-back", 1).to("agent"), next);
        assertEquals("assignee", field(pending, Action.of("send-back", 1).to("retired"), next));
        allowed(pending.after("take-over"), Action.of("submit-materials", 1), next);
        allowed(pending.after("send-back").heldBy("agent"), Action.of("submit-materials", 1), agent);
        refused(Kind.CONFLICT, held, Action.of("take-over", 1), agent);
    }

    @Test
    void aClerkNamesAnotherWhenNobodyTakesOver() {
        ProxyCase pending =
                acting().in("collecting").after("relay").heldBy("agent2").with("handedFrom", "agent");
        Action again = Action.of("relay", 1).to("agent");
        allowed(pending, again, Samples.clerk());
        assertEquals(Map.of("handedFrom", "agent"), mode.facts(pending.make(), again, Samples.clerk(), NOW));
    }

    @Test
    void aSignedAgreementMustAllowTheRelay() {
        Action relay = Action.of("relay", 1).to("agent2");
        refused(Kind.CONFLICT, acting().in("collecting").with("scope", List.of("submit")), relay, agent);
        allowed(helping().in("collecting"), relay, agent);
    }
}
