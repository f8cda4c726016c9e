// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Stop;
import org.sanban.api.registry.StopQuery;
import org.sanban.data.test.TestDatabase;

/** Stops of mobile points on a real database. It is 2026-12-01 08:00 in the county. */
abstract class StopStoreTest {
    private static final String TOWN = "610926100000";
    private static final String POINT = "610926100000-02";
    private static final String SECOND = "610926100000-03";
    private static final String FAR = "610926101000-02";
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final Actor ADMIN = actor("610926000000", Role.ADMIN);
    private static final StopQuery ALL = new StopQuery(null, null, null, null, false);

    private TestDatabase database;
    private RegistryManager registry;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        registry = node(NOW);
        for (String code : List.of(POINT, SECOND, FAR)) {
            registry.save(
                    new Site(code, code.substring(0, 12), Site.Kind.MOBILE, "流动点" + code, null, null, true), ADMIN);
        }
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private RegistryManager node(Instant now) {
        return new RegistryManager(
                new RegistryStore(database.jpa()),
                new TeamStore(database.jpa()),
                new StopStore(database.jpa()),
                List.of(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aPlannedStopIsReadChangedAndCalledOff() {
        Stop planned = registry.save(stop(POINT, 24, 27), ADMIN);
        assertTrue(planned.id() > 0);
        assertEquals(planned, registry.stop(planned.id()));
        Stop moved = new Stop(planned.id(), POINT, "𠮷家院子", at(25), at(49), "请带身份证", false, false);
        assertEquals(moved, registry.save(moved, ADMIN), "a stop may last a day, and overlap itself");
        Stop cancelled = registry.cancel(planned.id(), ADMIN);
        assertTrue(cancelled.cancelled());
        assertEquals(
                List.of(cancelled), registry.stops(ALL, PageRequest.first()).items());
        assertConflict("已取消", () -> registry.save(moved, ADMIN));
        assertConflict("已取消", () -> registry.cancel(planned.id(), ADMIN));
    }

    @Test
    void twoStopsOfOnePointDoNotOverlap() {
        Stop first = registry.save(stop(POINT, 24, 27), ADMIN);
        for (int[] hours : new int[][] {{26, 28}, {23, 25}, {25, 26}, {22, 30}, {24, 27}}) {
            assertConflict("编号 " + first.id(), () -> registry.save(stop(POINT, hours[0], hours[1]), ADMIN));
        }
        assertConflict("2026-12-02 08:00 至 2026-12-02 11:00", () -> registry.save(stop(POINT, 26, 28), ADMIN));
        registry.save(stop(POINT, 27, 28), ADMIN);
        registry.save(stop(POINT, 22, 24), ADMIN);
        registry.save(stop(SECOND, 24, 27), ADMIN);
        assertEquals(4, registry.stops(ALL, PageRequest.first()).items().size());
        registry.cancel(first.id(), ADMIN);
        registry.save(stop(POINT, 25, 26), ADMIN);
    }

    @Test
    void aStopIsNotMovedOntoAnother() {
        registry.save(stop(POINT, 24, 27), ADMIN);
        Stop other = registry.save(stop(SECOND, 24, 27), ADMIN);
        Stop onto = new Stop(other.id(), POINT, "地", at(26), at(28), null, true, false);
        assertConflict("流动点" + POINT, () -> registry.save(onto, ADMIN));
        assertEquals(other, registry.stop(other.id()));
    }

    @Test
    void ofManyWhoPlanTheSameTimeAtOnceOneWins() throws Exception {
        int many = 6;
        CyclicBarrier together = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                Callable<Boolean> planning = () -> {
                    together.await();
                    try {
                        registry.save(stop(POINT, 24, 27), ADMIN);
                        return true;
                    } catch (Problem conflict) {
                        assertEquals(Problem.Kind.CONFLICT, conflict.kind());
                        return false;
                    }
                };
                outcomes.add(threads.submit(planning));
            }
            int won = 0;
            for (Future<Boolean> outcome : outcomes) {
                won += outcome.get() ? 1 : 0;
            }
            assertEquals(1, won);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void stopsAreFoundByPlaceAndTimeInTheirOrder() {
        Stop late = registry.save(stop(POINT, 72, 75), ADMIN);
        Stop early = registry.save(stop(SECOND, 10, 12), ADMIN);
        Stop far = registry.save(stop(FAR, 24, 26), ADMIN);
        Stop draft = registry.save(new Stop(0, POINT, "未定", at(48), at(50), null, false, false), ADMIN);
        assertEquals(List.of(early, far, draft, late), found(ALL));
        assertEquals(List.of(early, draft, late), found(new StopQuery(TOWN, null, null, null, false)));
        assertEquals(List.of(early, late), found(new StopQuery(TOWN, null, null, null, true)));
        assertEquals(List.of(late), found(new StopQuery(null, POINT, null, null, true)));
        assertEquals(List.of(early, far), found(new StopQuery(null, null, at(11), at(25), true)));
        assertEquals(List.of(), found(new StopQuery(null, null, at(12), at(24), true)));
        assertEquals(List.of(early, far, late), found(new StopQuery(null, null, Instant.MIN, Instant.MAX, true)));
        assertEquals(List.of(), found(new StopQuery("610926100001", null, null, null, false)));
        assertThrows(Problem.class, () -> found(new StopQuery("610926199000", null, null, null, false)));
        assertThrows(Problem.class, () -> found(new StopQuery(null, "nowhere", null, null, false)));
    }

    @Test
    void stopsArePagedThroughThoseThatBeginTogether() {
        List<Stop> planned = new ArrayList<>();
        for (String point : List.of(POINT, SECOND, FAR)) {
            planned.add(registry.save(stop(point, 24, 26), ADMIN));
            planned.add(registry.save(stop(point, 48, 50), ADMIN));
        }
        List<Stop> seen = new ArrayList<>();
        String after = null;
        do {
            Page<Stop> page = registry.stops(ALL, new PageRequest(after, 2));
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertEquals(Set.copyOf(planned), Set.copyOf(seen));
        assertEquals(6, seen.size());
        assertThrows(Problem.class, () -> registry.stops(ALL, new PageRequest("tomorrow", 2)));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Problem problem = assertThrows(
                Problem.class,
                () -> registry.save(new Stop(0, "610926100000-77", "", null, null, "坏\u0000", true, false), ADMIN));
        assertEquals(Set.of("site", "place", "from", "to", "note"), fields(problem));
        registry.save(new Site("610926100000-01", TOWN, Site.Kind.CENTRE, "中心", null, null, true), ADMIN);
        assertEquals(Set.of("site"), refused(stop("610926100000-01", 24, 26)));
        assertEquals(Set.of("to"), refused(stop(POINT, 26, 24)));
        assertEquals(Set.of("to"), refused(stop(POINT, 24, 49)));
        assertEquals(Set.of("from"), refused(stop(POINT, -5, -1)));
        assertEquals(Set.of("from"), refused(stop(POINT, 24 * 500, 24 * 500 + 2)));
        assertEquals(
                Set.of("from", "to"), refused(new Stop(0, POINT, "地", Instant.MIN, Instant.MIN, null, true, false)));
        assertEquals(List.of(), found(ALL));
    }

    @Test
    void whatIsOverStaysAsItWas() {
        Stop planned = registry.save(stop(POINT, 24, 27), ADMIN);
        RegistryManager later = node(at(28));
        assertConflict("已经结束", () -> later.cancel(planned.id(), ADMIN));
        Stop again = new Stop(planned.id(), POINT, "地", at(48), at(50), null, true, false);
        assertConflict("已经结束", () -> later.save(again, ADMIN));
        assertFalse(later.stop(planned.id()).cancelled());
        RegistryManager meanwhile = node(at(25));
        Stop longer = new Stop(planned.id(), POINT, planned.place(), at(24), at(28), null, true, false);
        assertEquals(longer, meanwhile.save(longer, ADMIN), "a stop may be made longer while it is on");
    }

    @Test
    void onlyAnAdministratorOfThePointsDivisionPlans() {
        Stop far = registry.save(stop(FAR, 24, 27), ADMIN);
        Actor town = actor(TOWN, Role.ADMIN);
        assertForbidden(() -> registry.save(stop(FAR, 48, 50), town));
        assertForbidden(() -> registry.cancel(far.id(), town));
        assertForbidden(() -> registry.save(new Stop(far.id(), POINT, "地", at(48), at(50), null, true, false), town));
        assertForbidden(() -> registry.save(stop(POINT, 48, 50), actor(TOWN, Role.CLERK)));
        registry.save(stop(POINT, 48, 50), town);
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> registry.cancel(987_654, ADMIN))
                        .kind());
        assertThrows(Problem.class, () -> registry.stop(987_654));
    }

    @Test
    void theSampleHasStopsAheadOnce() {
        for (int i = 0; i < 2; i++) {
            SampleRegistry.load(
                    new RegistryStore(database.jpa()), new TeamStore(database.jpa()), new StopStore(database.jpa()));
        }
        Page<Stop> page = registry.stops(new StopQuery(TOWN, null, Instant.now(), null, true), PageRequest.first());
        assertEquals(3, page.items().size());
        assertNull(page.next());
        assertTrue(page.items().stream().allMatch(stop -> stop.place().contains("示例")));
    }

    private List<Stop> found(StopQuery query) {
        return registry.stops(query, PageRequest.first()).items();
    }

    private Set<String> refused(Stop stop) {
        return fields(assertThrows(Problem.class, () -> registry.save(stop, ADMIN)));
    }

    private static void assertConflict(String part, org.junit.jupiter.api.function.Executable command) {
        Problem problem = assertThrows(Problem.class, command);
        assertEquals(Problem.Kind.CONFLICT, problem.kind());
        assertTrue(problem.detail().zh().contains(part), problem.detail().zh());
    }

    private static void assertForbidden(org.junit.jupiter.api.function.Executable command) {
        assertEquals(
                Problem.Kind.FORBIDDEN, assertThrows(Problem.class, command).kind());
    }

    private static Set<String> fields(Problem problem) {
        return problem.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet());
    }

    /** A published stop, in hours from now. */
    private static Stop stop(String point, int from, int to) {
        return new Stop(0, point, "村委会院内", at(from), at(to), null, true, false);
    }

    private static Instant at(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private static Actor actor(String division, String role) {
        return new Actor("somebody", "某人（示例）", Set.of(role), division, Channel.REST);
    }
}
