// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Stop;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.api.web.Given;

/** What the REST doors of agents, vehicles and stops make of what callers send. */
class TeamDoorsTest {
    private static final Site POINT =
            new Site(Samples.TOWN + "-02", Samples.TOWN, Site.Kind.MOBILE, "流动点（示例）", null, null, true);
    private static final Actor CITIZEN =
            new Actor("citizen", "某人（示例）", Set.of(Role.APPLICANT), Samples.TOWN, Channel.REST);

    private final FakeRegistry registry = new FakeRegistry(POINT);
    private final AgentResource agents = new AgentResource(registry);
    private final VehicleResource vehicles = new VehicleResource(registry);
    private final StopResource stops = new StopResource(registry);

    @Test
    void anAgentIsActiveUnlessSaidOtherwiseAndServesNoPlaceThatIsNotGiven() {
        Set<String> areas = new HashSet<>();
        areas.add(null);
        areas.add(Samples.TOWN);
        Agent saved = agents.put("an-agent", input(areas, null), Samples.admin());
        assertEquals(Set.of(Samples.TOWN), saved.areas());
        assertTrue(saved.active());
        assertFalse(agents.put("an-agent", input(areas, false), Samples.admin()).active());
        assertEquals(
                Set.of(),
                agents.put("nowhere", input(null, null), Samples.admin()).areas());
        assertInvalid("", () -> agents.put("an-agent", null, Samples.admin()));
    }

    @Test
    void agentsAreForStaffByTheirOwnDivisionUnlessAnotherIsAsked() {
        agents.put("an-agent", input(Set.of(Samples.TOWN), null), Samples.admin());
        assertEquals(
                1,
                agents.find(null, " town ", null, 20, Samples.clerk()).items().size());
        assertEquals(
                0, agents.find("", "village", null, 20, Samples.clerk()).items().size());
        assertEquals(
                0,
                agents.find(Samples.COUNTY, null, null, 20, Samples.clerk())
                        .items()
                        .size());
        assertInvalid("kind", () -> agents.find(null, "nurse", null, 20, Samples.clerk()));
        for (Executable call : List.<Executable>of(
                () -> agents.find(null, null, null, 20, CITIZEN), () -> agents.get("an-agent", CITIZEN))) {
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    assertThrows(Problem.class, call::run).kind());
        }
    }

    @Test
    void aVehicleCanBeBookedUnlessSaidOtherwise() {
        assertTrue(vehicles.put("CG-01", new VehicleResource.VehicleInput(Samples.TOWN, "车", null), Samples.admin())
                .active());
        assertEquals(1, vehicles.find(null, null, 20, Samples.clerk()).items().size());
        assertEquals("车", vehicles.get("CG-01").name());
        assertInvalid("", () -> vehicles.put("CG-01", null, Samples.admin()));
    }

    @Test
    void thePublicSeesWhatIsPublishedAndNotOver() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Stop over = add(now.minusSeconds(7_200), true);
        Stop ahead = add(now.plusSeconds(7_200), true);
        Stop draft = add(now.plusSeconds(10_800), false);
        assertEquals(
                List.of(ahead), stops.find(null, null, null, null, null, 20).items());
        assertEquals(
                List.of(over, ahead),
                stops.find(Samples.TOWN, POINT.code(), "2020-01-01T00:00:00+08:00", " ", null, 20)
                        .items());
        assertEquals(
                List.of(ahead, draft),
                stops.planned(null, null, null, null, null, 20, Samples.clerk()).items());
        assertTrue(stops.cancel(ahead.id(), Samples.admin()).cancelled());
        assertInvalid("from", () -> stops.find(null, null, "tomorrow", null, null, 20));
        assertInvalid("", () -> stops.add(null, Samples.admin()));
    }

    @Test
    void aPlusInATimeMayHaveBecomeABlankOnTheWay() {
        Instant at = Instant.parse("2026-11-02T02:00:00Z");
        assertEquals(at, Given.moment("from", "2026-11-02T10:00:00+08:00", null));
        assertEquals(at, Given.moment("from", "2026-11-02T10:00:00 08:00", null));
        assertEquals(at, Given.moment("from", "2026-11-02T02:00:00Z", null));
    }

    @Test
    void thePlanOfAnotherTownIsNotShown() {
        Problem problem = assertThrows(
                Problem.class, () -> stops.planned("610926101000", null, null, null, null, 20, Samples.clerk()));
        assertEquals(Problem.Kind.FORBIDDEN, problem.kind());
        assertThrows(Problem.class, () -> stops.planned(null, null, null, null, null, 20, CITIZEN));
    }

    private interface Executable {
        void run();
    }

    private Stop add(Instant from, boolean published) {
        StopResource.StopInput input =
                new StopResource.StopInput(POINT.code(), "村口", from, from.plusSeconds(3_600), null, published);
        return stops.add(input, Samples.admin());
    }

    private static AgentResource.AgentInput input(Set<String> areas, Boolean active) {
        return new AgentResource.AgentInput(Agent.Kind.TOWN, "某代办（示例）", "某单位", areas, active);
    }

    private static void assertInvalid(String field, Executable call) {
        Problem problem = assertThrows(Problem.class, call::run);
        assertEquals(field, problem.violations().get(0).field());
    }
}
