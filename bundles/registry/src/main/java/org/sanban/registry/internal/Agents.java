// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;

/** Who helps and acts for citizens, and where (R95–R98). */
final class Agents {
    private static final int MOST_AREAS = 50;

    private final TeamStore store;
    private final RegistryService registry;
    private final Cache<String, Agent> remembered = RegistryManager.cache();

    Agents(TeamStore store, RegistryService registry) {
        this.store = store;
        this.registry = registry;
    }

    Agent get(String account) {
        return remembered.get(
                RegistryManager.key(account), a -> store.agent(a).orElseThrow(() -> Problem.notFound("agent", a)));
    }

    Page<Agent> list(String division, Agent.Kind kind, PageRequest page) {
        String code = registry.division(division).code();
        return Page.of(store.agents(Division.upward(code), kind, page), page, Agent::account);
    }

    /** Who serves each of these divisions; one who serves several is read once. */
    Map<String, List<Agent>> of(Collection<String> divisions) {
        Set<String> areas = divisions.stream()
                .flatMap(division -> Division.upward(division).stream())
                .collect(Collectors.toSet());
        List<Agent> agents = store.agents(areas);
        return divisions.stream()
                .distinct()
                .collect(Collectors.toMap(division -> division, division -> serving(division, agents)));
    }

    private static List<Agent> serving(String division, List<Agent> agents) {
        return agents.stream()
                .filter(agent -> agent.serves(division))
                .limit(PageRequest.MAX)
                .toList();
    }

    Agent save(Agent agent, Actor actor) {
        Faults faults = new Faults()
                .check(RegistryManager.key(agent.account()).matches("[a-z0-9._-]{3,40}"), "account", "account")
                .check(agent.kind() != null, "kind", "agent.kind.missing", Arrays.toString(Agent.Kind.values()))
                .text("name", agent.name(), 60)
                .text("unit", agent.unit(), 100)
                .check(
                        !agent.areas().isEmpty() && agent.areas().size() <= MOST_AREAS,
                        "areas",
                        "agent.areas",
                        MOST_AREAS);
        agent.areas().stream().sorted().limit(MOST_AREAS).forEach(area -> faults.division("areas", area, registry)
                .check(!local(agent.kind()) || !area.endsWith("000000"), "areas", "agent.areas.county"));
        faults.raise();
        administers(agent, actor);
        store.put(agent, known -> administers(known, actor));
        remembered.invalidate(agent.account());
        return agent;
    }

    private static boolean local(Agent.Kind kind) {
        return kind == Agent.Kind.TOWN || kind == Agent.Kind.VILLAGE;
    }

    private static void administers(Agent agent, Actor actor) {
        agent.areas().forEach(area -> RegistryManager.administers(area, actor));
    }
}
