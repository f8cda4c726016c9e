// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Vehicle;
import org.sanban.data.test.TestDatabase;

/** Vehicles and agents on a real database. */
abstract class TeamStoreTest {
    private static final String COUNTY = "610926000000";
    private static final String TOWN = "610926100000";
    private static final String VILLAGE = "610926100211";
    private static final String OTHER_TOWN = "610926101000";
    private static final Actor ADMIN = actor(COUNTY, Role.ADMIN);
    private static final PageRequest ALL = new PageRequest(null, 200);

    private TestDatabase database;
    private TeamStore store;
    private RegistryManager registry;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        store = new TeamStore(database.jpa());
        registry = node();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private RegistryManager node() {
        return new RegistryManager(
                new RegistryStore(database.jpa()), store, new StopStore(database.jpa()), List.of(), Clock.systemUTC());
    }

    private void loadSample() {
        SampleRegistry.load(new RegistryStore(database.jpa()), store, new StopStore(database.jpa()));
    }

    @Test
    void theSampleTeamIsThatOfTheNotice() {
        loadSample();
        loadSample();
        assertEquals(
                5, registry.agents(COUNTY, Agent.Kind.SPECIALIST, ALL).items().size());
        assertEquals(
                13, registry.agents(COUNTY, Agent.Kind.LIAISON, ALL).items().size());
        assertEquals(18, registry.agents(COUNTY, null, ALL).items().size());
        registry.divisions(COUNTY, ALL).items().forEach(town -> {
            assertEquals(List.of(town.code()), areas(town.code(), Agent.Kind.TOWN));
            registry.divisions(town.code(), ALL)
                    .items()
                    .forEach(village -> assertEquals(
                            List.of(village.code()), areas(village.code(), Agent.Kind.VILLAGE), village.name()));
        });
        assertEquals("龙头代办员（示例）", registry.agent("agent-" + VILLAGE).name());
        assertEquals(12, registry.vehicles(COUNTY, ALL).items().size());
        assertEquals(
                List.of(new Vehicle("CG-01", TOWN, "城关镇服务车（示例）", true)),
                registry.vehicles(TOWN, ALL).items());
    }

    @Test
    void theSampleLeavesWhatAnAdministratorChanged() {
        Agent own = agent("chengguan-agent", Agent.Kind.TOWN, OTHER_TOWN);
        registry.save(own, ADMIN);
        Vehicle car = registry.save(new Vehicle("CG-01", OTHER_TOWN, "借出的车", false), ADMIN);
        loadSample();
        assertEquals(own, node().agent("chengguan-agent"));
        assertEquals(car, node().vehicle("CG-01"));
    }

    @Test
    void whoServesAPlaceAreThoseWhoseAreasHoldItOnce() {
        registry.save(agent("village", Agent.Kind.VILLAGE, VILLAGE), ADMIN);
        registry.save(agent("town", Agent.Kind.TOWN, TOWN, VILLAGE, OTHER_TOWN), ADMIN);
        registry.save(agent("county", Agent.Kind.SPECIALIST, COUNTY), ADMIN);
        registry.save(agent("elsewhere", Agent.Kind.TOWN, OTHER_TOWN), ADMIN);
        assertEquals(List.of("county", "town", "village"), accounts(registry.agents(VILLAGE, null, ALL)));
        assertEquals(List.of("county", "town"), accounts(registry.agents("610926100201", null, ALL)));
        assertEquals(List.of("county", "elsewhere", "town"), accounts(registry.agents(OTHER_TOWN, null, ALL)));
        assertEquals(List.of("county"), accounts(registry.agents(COUNTY, null, ALL)));
        assertEquals(List.of("town"), accounts(registry.agents(VILLAGE, Agent.Kind.TOWN, ALL)));
        assertEquals(
                Set.of(TOWN, VILLAGE, OTHER_TOWN),
                registry.agents(VILLAGE, Agent.Kind.TOWN, ALL).items().get(0).areas());
    }

    @Test
    void whoServesManyPlacesIsToldAtOnceAsForEach() {
        loadSample();
        registry.save(agent("both", Agent.Kind.TOWN, TOWN, OTHER_TOWN), ADMIN);
        List<String> places = List.of(COUNTY, TOWN, OTHER_TOWN, VILLAGE, VILLAGE, "610926100201");
        Map<String, List<Agent>> told = registry.agents(places);
        assertEquals(Set.copyOf(places), told.keySet());
        told.forEach((place, agents) ->
                assertEquals(registry.agents(place, null, ALL).items(), agents, place));
        assertEquals(Map.of(), registry.agents(List.of()));
    }

    @Test
    void agentsArePagedByAccount() {
        for (int i = 0; i < 5; i++) {
            registry.save(agent("agent-" + i, Agent.Kind.TOWN, TOWN, VILLAGE), ADMIN);
        }
        Page<Agent> page = registry.agents(VILLAGE, null, new PageRequest(null, 3));
        assertEquals(List.of("agent-0", "agent-1", "agent-2"), accounts(page));
        Page<Agent> rest = registry.agents(VILLAGE, null, new PageRequest(page.next(), 3));
        assertEquals(List.of("agent-3", "agent-4"), accounts(rest));
        assertNull(rest.next());
    }

    @Test
    void anAgentIsReplacedWithItsAreasAndKind() {
        registry.save(agent("mover", Agent.Kind.VILLAGE, VILLAGE, "610926100201"), ADMIN);
        assertTrue(registry.agent("mover").serves(VILLAGE));
        Agent moved = registry.save(
                new Agent("mover", Agent.Kind.TOWN, "𠮷某（示例）", "兴隆镇", Set.of(OTHER_TOWN, VILLAGE), false), ADMIN);
        assertEquals(moved, registry.agent("mover"));
        assertEquals(moved, node().agent("mover"));
        assertEquals(List.of(), accounts(registry.agents("610926100201", null, ALL)));
        assertEquals(List.of("mover"), accounts(registry.agents(VILLAGE, Agent.Kind.TOWN, ALL)));
        assertEquals(List.of(), accounts(registry.agents(VILLAGE, Agent.Kind.VILLAGE, ALL)));
    }

    @Test
    void onlyAnAdministratorOfEveryAreaMayChangeAnAgent() {
        registry.save(agent("both", Agent.Kind.TOWN, TOWN, OTHER_TOWN), ADMIN);
        Actor town = actor(TOWN, Role.ADMIN);
        assertForbidden(() -> registry.save(agent("both", Agent.Kind.TOWN, TOWN), town));
        assertForbidden(() -> registry.save(agent("new", Agent.Kind.TOWN, TOWN, OTHER_TOWN), town));
        assertForbidden(() -> registry.save(agent("new", Agent.Kind.TOWN, TOWN), actor(TOWN, Role.CLERK)));
        assertEquals(2, node().agent("both").areas().size());
        registry.save(agent("new", Agent.Kind.VILLAGE, VILLAGE), town);
    }

    @Test
    void everyWrongFieldOfAnAgentIsNamedAtOnce() {
        Agent wrong = new Agent("No Login", null, "", "坏\u0000", Set.of("610926199000", "x"), true);
        Problem problem = assertThrows(Problem.class, () -> registry.save(wrong, ADMIN));
        assertEquals(Set.of("account", "kind", "name", "unit", "areas"), fields(problem));
        assertEquals(6, problem.violations().size(), "both areas are named");
        Problem county =
                assertThrows(Problem.class, () -> registry.save(agent("town", Agent.Kind.TOWN, COUNTY), ADMIN));
        assertEquals(Set.of("areas"), fields(county));
        assertThrows(Problem.class, () -> registry.save(agent("nobody", Agent.Kind.TOWN), ADMIN));
    }

    @Test
    void vehiclesAreCreatedReplacedAndPaged() {
        for (String code : List.of("CG-02", "CG-01", "CG-03")) {
            registry.save(new Vehicle(code, TOWN, "车" + code, true), ADMIN);
        }
        registry.save(new Vehicle("AA", VILLAGE, "村车", true), ADMIN);
        registry.save(new Vehicle("XL-01", OTHER_TOWN, "他镇", true), ADMIN);
        Page<Vehicle> page = registry.vehicles(TOWN, new PageRequest(null, 3));
        assertEquals(
                List.of("AA", "CG-01", "CG-02"),
                page.items().stream().map(Vehicle::code).toList());
        assertEquals(
                "CG-03",
                registry.vehicles(TOWN, new PageRequest(page.next(), 3))
                        .items()
                        .get(0)
                        .code());
        assertTrue(registry.vehicle("CG-01").active());
        registry.save(new Vehicle("CG-01", TOWN, "送修", false), ADMIN);
        assertFalse(registry.vehicle("CG-01").active());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> registry.vehicle("CG-99")).kind());
    }

    @Test
    void aVehicleIsItsDivisionsToGiveAway() {
        registry.save(new Vehicle("XL-01", OTHER_TOWN, "他镇", true), ADMIN);
        Actor town = actor(TOWN, Role.ADMIN);
        assertForbidden(() -> registry.save(new Vehicle("XL-01", TOWN, "抢来的车", true), town));
        assertForbidden(() -> registry.save(new Vehicle("CG-01", TOWN, "车", true), actor(TOWN, Role.AGENT)));
        assertEquals("他镇", node().vehicle("XL-01").name());
        Problem problem =
                assertThrows(Problem.class, () -> registry.save(new Vehicle("c", "610926199000", " ", true), ADMIN));
        assertEquals(Set.of("code", "division", "name"), fields(problem));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThrows(Problem.class, () -> registry.agent("nobody"));
        assertThrows(Problem.class, () -> registry.agent(null));
        assertThrows(Problem.class, () -> registry.vehicle(null));
        assertThrows(Problem.class, () -> registry.agents("610926199000", null, ALL));
        assertThrows(Problem.class, () -> registry.vehicles("610926199000", ALL));
    }

    private List<String> areas(String division, Agent.Kind kind) {
        return registry.agents(division, kind, ALL).items().stream()
                .flatMap(agent -> agent.areas().stream())
                .toList();
    }

    private static void assertForbidden(org.junit.jupiter.api.function.Executable command) {
        assertEquals(
                Problem.Kind.FORBIDDEN, assertThrows(Problem.class, command).kind());
    }

    private static Set<String> fields(Problem problem) {
        return problem.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet());
    }

    private static List<String> accounts(Page<Agent> page) {
        return page.items().stream().map(Agent::account).toList();
    }

    private static Agent agent(String account, Agent.Kind kind, String... areas) {
        return new Agent(account, kind, "某代办（示例）", "某单位（示例）", Set.of(areas), true);
    }

    private static Actor actor(String division, String role) {
        return new Actor("somebody", "某人（示例）", Set.of(role), division, Channel.REST);
    }
}
