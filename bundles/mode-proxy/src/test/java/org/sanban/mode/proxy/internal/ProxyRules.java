// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.sanban.api.cases.Action;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Kind;
import org.sanban.api.registry.Agent;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;

/** A team of agents, and the mode on a day of its own; what it allows and refuses. */
abstract class ProxyRules {
    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    static final String VILLAGE_OF_ANOTHER_TOWN = "610926101201";

    final FakeRegistry registry = new FakeRegistry(Samples.SITE);
    final FakeMatters matters = new FakeMatters(Samples.matter("m", 5), Samples.matter("n", 5), Samples.matter("o", 5));
    final ProxyMode mode = at(NOW);
    final Actor agent = agent("agent");

    @BeforeEach
    void team() {
        register("agent", Samples.TOWN, true);
        register("agent2", Samples.COUNTY, true);
        register("retired", Samples.TOWN, false);
        register("elsewhere", VILLAGE_OF_ANOTHER_TOWN, true);
    }

    void register(String account, String area, boolean active) {
        registry.save(
                new Agent(account, Agent.Kind.TOWN, account + "（示例）", "示例镇", Set.of(area), active), Samples.admin());
    }

    ProxyMode at(Instant now) {
        return new ProxyMode(registry, matters, Clock.fixed(now, ZoneId.of("Asia/Shanghai")));
    }

    static Actor agent(String login) {
        return new Actor(login, login + "（示例）", Set.of(Role.AGENT), Samples.TOWN, Channel.REST);
    }

    void allowed(ProxyCase c, String action, Map<String, Object> answers) {
        allowed(c, Action.of(action, 1, answers), agent);
    }

    void allowed(ProxyCase c, Action action, Actor actor) {
        assertTrue(
                ProxyWorkflow.WORKFLOW.step(c.stage(), action.name()).isPresent(),
                action.name() + " is no step of " + c.stage());
        assertDoesNotThrow(() -> mode.check(c.make(), action, actor));
    }

    String refused(Kind kind, ProxyCase c, String action, Map<String, Object> answers) {
        return refused(kind, c, Action.of(action, 1, answers), agent);
    }

    String refused(Kind kind, ProxyCase c, Action action, Actor actor) {
        Problem problem = assertThrows(Problem.class, () -> mode.check(c.make(), action, actor));
        assertEquals(kind, problem.kind(), problem.detail().zh());
        assertFalse(problem.detail().zh().equals(problem.detail().en()));
        return problem.detail().zh();
    }

    String field(ProxyCase c, Action action, Actor actor) {
        Problem problem = assertThrows(Problem.class, () -> mode.check(c.make(), action, actor));
        return problem.violations().get(0).field();
    }
}
