// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterType;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Division.Level;
import org.sanban.api.registry.Site;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;

/** Published lists on a real database. */
abstract class ScopeStoreTest {
    private static final String COUNTY = Samples.COUNTY;
    private static final String TOWN = Samples.TOWN;
    private static final String VILLAGE = "610926100211";
    private static final String OTHER_TOWN = "610926101000";
    private static final String A = "440118009000";
    private static final String B = "440118009001";
    private static final Actor ADMIN = MatterStoreTest.ADMIN;

    private TestDatabase database;
    private ScopeStore store;
    private MatterManager matters;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        store = new ScopeStore(database.jpa());
        matters = node();
        for (String code : List.of(A, B)) {
            matters.publish(
                    new Matter(
                            code, "事项" + code, "县审批局", null, MatterType.LICENCE, "测试", false, MatterStoreTest.bare()),
                    ADMIN);
        }
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private MatterManager node() {
        return new MatterManager(new MatterStore(database.jpa()), store, CodeForms.bundled());
    }

    @Test
    void aDivisionFollowsItsOwnListOrThatOfTheNearestAbove() {
        assertNull(matters.scope("onsite", VILLAGE));
        Scope county = matters.publish(scope("onsite", COUNTY, A, B), ADMIN);
        assertEquals(county, matters.scope("onsite", VILLAGE));
        Scope town = matters.publish(scope("onsite", TOWN, A), ADMIN);
        assertEquals(town, matters.scope("onsite", VILLAGE));
        assertEquals(town, node().scope("onsite", TOWN));
        assertEquals(county, matters.scope("onsite", OTHER_TOWN));
        Scope nothing = matters.publish(scope("onsite", VILLAGE), ADMIN);
        assertEquals(Set.of(), nothing.matters());
        assertEquals(nothing, matters.scope("onsite", VILLAGE), "a village may serve nothing at home");
        assertNull(matters.scope("proxy", VILLAGE));
        assertNull(matters.scope("onsite", "620000000000"));
    }

    @Test
    void aCountyPublishesOneListForItsTownsAndAnotherForItsVillages() {
        Scope all = matters.publish(scope("proxy", COUNTY), ADMIN);
        Scope towns = matters.publish(scope("proxy", COUNTY, Level.TOWN, A, B), ADMIN);
        Scope villages = matters.publish(scope("proxy", COUNTY, Level.VILLAGE, B), ADMIN);
        assertEquals(List.of(1, 2, 3), List.of(all.version(), towns.version(), villages.version()));
        for (MatterManager here : List.of(matters, node())) {
            assertEquals(all, here.scope("proxy", COUNTY));
            assertEquals(towns, here.scope("proxy", TOWN));
            assertEquals(villages, here.scope("proxy", VILLAGE));
            assertEquals(villages, here.scope("proxy", COUNTY, Level.VILLAGE));
        }
        Scope own = matters.publish(scope("proxy", TOWN, Level.VILLAGE, A), ADMIN);
        assertEquals(own, matters.scope("proxy", VILLAGE), "the nearest division's counts");
        assertEquals(towns, matters.scope("proxy", TOWN), "and only where it is for the level");
        Scope forAll = matters.publish(scope("proxy", TOWN), ADMIN);
        assertEquals(forAll, matters.scope("proxy", TOWN), "one for all goes before one further up");
        assertEquals(own, matters.scope("proxy", VILLAGE));

        assertEquals(villages, matters.publish(scope("proxy", COUNTY, Level.VILLAGE, B), ADMIN), "nothing changed");
        Scope next = matters.publish(scope("proxy", COUNTY, Level.VILLAGE, A, B), ADMIN);
        assertEquals(4, next.version());
        assertEquals(towns, matters.scope("proxy", OTHER_TOWN), "the other list stays");
        Page<Scope> page = matters.scopes("proxy", COUNTY, new PageRequest(null, 2));
        assertEquals(List.of(all, towns), page.items());
        assertEquals(
                List.of(next, own, forAll),
                matters.scopes("proxy", COUNTY, new PageRequest(page.next(), 9)).items());
    }

    @Test
    void aListCountsForTheLevelOfItsPublisherOrBelow() {
        Problem problem =
                assertThrows(Problem.class, () -> matters.publish(scope("proxy", VILLAGE, Level.TOWN, A), ADMIN));
        assertEquals(Set.of("tier"), fields(problem));
        assertEquals(
                Level.TOWN,
                matters.publish(scope("proxy", TOWN, Level.TOWN, A), ADMIN).tier());
    }

    @Test
    void theListsOfTownsAndVillagesAreToldApartAtTheDoor() {
        ScopeResource door = door();
        assertThrows(Problem.class, () -> load(door, "towns", "编码\n" + A + "\n"));
        load(door, "town", "编码\n" + A + "\n");
        load(door, "VILLAGE", "编码\n" + A + "\n" + B + "\n");
        assertEquals(Set.of(A), door.get("onsite", TOWN, null).matters());
        assertEquals(Set.of(A, B), door.get("onsite", COUNTY, "village").matters());
        assertEquals(
                2, door.matters("onsite", COUNTY, "VILLAGE", null, 9).items().size());
        assertThrows(Problem.class, () -> door.get("onsite", COUNTY, null));
        ScopeComparison told = door.compare("onsite", COUNTY, null, null, "VILLAGE", "TOWN");
        assertEquals(
                List.of(B),
                told.added().stream().map(ScopeComparison.Entry::code).toList());
        assertEquals(Level.TOWN, told.other().tier());
        assertEquals(
                List.of(Level.TOWN, Level.VILLAGE),
                door.find("onsite", COUNTY, null, 20).items().stream()
                        .map(ScopeResource.ScopeSummary::tier)
                        .toList());
        matters.publish(scope("onsite", TOWN, B), ADMIN);
        assertEquals(
                List.of(A),
                door.compare("onsite", TOWN, null, null, null, null).absent().stream()
                        .map(ScopeComparison.Entry::code)
                        .toList(),
                "a town is compared with what the county publishes for towns");
    }

    @Test
    void theNextVersionTakesThePlaceOfTheLastWithItsDate() {
        Scope first = matters.publish(scope("proxy", COUNTY, A), ADMIN);
        assertEquals(1, first.version());
        assertNotNull(first.published());
        assertEquals(first, matters.publish(scope("proxy", COUNTY, A.toLowerCase() + " "), ADMIN), "nothing changed");
        Scope second = matters.publish(scope("proxy", COUNTY, A, B), ADMIN);
        assertEquals(2, second.version());
        assertTrue(second.published().isAfter(first.published()));
        assertEquals(second, node().scope("proxy", COUNTY));
        Scope reworded = new Scope("proxy", COUNTY, 0, null, "测试", Set.of(A, B), "新规则\n第二行", null, false);
        assertEquals(3, matters.publish(reworded, ADMIN).version());
        assertEquals("新规则\n第二行", node().scope("proxy", COUNTY).rules());
        assertEquals(
                1, matters.scopes("proxy", COUNTY, PageRequest.first()).items().size());
    }

    @Test
    void listsInForceArePagedByDivisionWithinASubtree() {
        for (String division : List.of(OTHER_TOWN, COUNTY, VILLAGE, TOWN)) {
            matters.publish(scope("onsite", division, A), ADMIN);
        }
        matters.publish(scope("onsite", TOWN, B), ADMIN);
        matters.publish(scope("proxy", TOWN, B), ADMIN);
        Page<Scope> page = matters.scopes("onsite", COUNTY, new PageRequest(null, 3));
        assertEquals(List.of(COUNTY, TOWN, VILLAGE), divisions(page));
        assertEquals(Set.of(B), page.items().get(1).matters());
        Page<Scope> rest = matters.scopes("onsite", COUNTY, new PageRequest(page.next(), 3));
        assertEquals(List.of(OTHER_TOWN), divisions(rest));
        assertNull(rest.next());
        assertEquals(List.of(TOWN, VILLAGE), divisions(matters.scopes("onsite", TOWN, PageRequest.first())));
    }

    @Test
    void everyWrongFieldAndEveryUnknownMatterIsNamedAtOnce() {
        Scope wrong = new Scope("A B", COUNTY, 0, null, "", Set.of(A, "X1", "X2"), "坏\u0000", "1".repeat(61), false);
        Problem problem = assertThrows(Problem.class, () -> matters.publish(wrong, ADMIN));
        assertEquals(Set.of("mode", "source", "rules", "hotline", "matters"), fields(problem));
        assertEquals(
                List.of("事项目录中没有“X1”，请先导入或更正编码。", "事项目录中没有“X2”，请先导入或更正编码。"),
                problem.violations().stream()
                        .filter(v -> v.field().equals("matters"))
                        .map(v -> v.message().zh())
                        .toList());
        Problem nowhere = assertThrows(Problem.class, () -> matters.publish(scope("onsite", "x", A), ADMIN));
        assertEquals(Set.of("division"), fields(nowhere));
        assertNull(node().scope("onsite", COUNTY));
    }

    @Test
    void onlyAnAdministratorOfTheDivisionPublishes() {
        Actor town = MatterStoreTest.actor(TOWN, Role.ADMIN);
        assertEquals(1, matters.publish(scope("onsite", TOWN, A), town).version());
        for (Actor actor : List.of(town, MatterStoreTest.actor(COUNTY, Role.CLERK))) {
            Problem problem = assertThrows(Problem.class, () -> matters.publish(scope("onsite", COUNTY, A), actor));
            assertEquals(Problem.Kind.FORBIDDEN, problem.kind());
        }
    }

    @Test
    void aListChangedOnAnotherNodeShowsThereAtOnceAndHereSoon() {
        assertNull(matters.scope("onsite", TOWN));
        MatterManager other = node();
        Scope town = other.publish(scope("onsite", TOWN, A), ADMIN);
        assertEquals(town, other.scope("onsite", TOWN));
        assertNull(matters.scope("onsite", TOWN), "that there is none is remembered too");
    }

    @Test
    void ofTwoWhoPublishAtOnceOneWinsOrBothInTurn() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (String code : List.of(A, B)) {
                Callable<Boolean> publishing = () -> {
                    together.await();
                    try {
                        matters.publish(scope("onsite", TOWN, code), ADMIN);
                        return true;
                    } catch (Problem conflict) {
                        assertEquals(Problem.Kind.CONFLICT, conflict.kind());
                        return false;
                    }
                };
                outcomes.add(threads.submit(publishing));
            }
            int won = (outcomes.get(0).get() ? 1 : 0) + (outcomes.get(1).get() ? 1 : 0);
            assertTrue(won >= 1);
            assertEquals(won, node().scope("onsite", TOWN).version());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theSampleListsAreThereOnceAndLeaveTheCountysOwn() throws IOException {
        SampleMatters.load(matters, new MatterStore(database.jpa()));
        matters.publish(scope("onsite", COUNTY, A), ADMIN);
        SampleScopes.load(matters, store, ADMIN);
        SampleScopes.load(matters, store, ADMIN);
        assertEquals(Set.of(A), matters.scope("onsite", TOWN).matters());
        Scope county = matters.scope("proxy", TOWN);
        assertEquals(12, county.matters().size());
        assertEquals(1, county.version());
        assertTrue(county.sample() && county.source().contains("示例"));
        Scope own = matters.scope("proxy", OTHER_TOWN);
        assertEquals(OTHER_TOWN, own.division());
        assertTrue(county.matters().containsAll(own.matters()));
    }

    @Test
    void theDoorTellsWhatADivisionFollowsAndItsMatters() {
        ScopeResource door = door();
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> door.get("onsite", TOWN, null))
                        .kind());
        Scope county = door.publish("onsite", COUNTY, input(Set.of(A, B)), ADMIN);
        assertEquals(county, door.get("onsite", TOWN, null));
        Page<Matter> page = door.matters("onsite", TOWN, null, null, 1);
        assertEquals(List.of("事项" + A), page.items().stream().map(Matter::name).toList());
        assertEquals(
                List.of("事项" + B),
                door.matters("onsite", TOWN, null, page.next(), 1).items().stream()
                        .map(Matter::name)
                        .toList());
        assertEquals(2, door.find("onsite", COUNTY, null, 20).items().get(0).matters());
        assertThrows(Problem.class, () -> door.find(" ", COUNTY, null, 20));
        assertThrows(Problem.class, () -> door.get("onsite", "610926199000", null));
        assertThrows(Problem.class, () -> door.publish("onsite", "610926199000", input(Set.of(A)), ADMIN));
        assertThrows(Problem.class, () -> door.publish("onsite", COUNTY, null, ADMIN));
        Problem forgotten = assertThrows(Problem.class, () -> door.publish("onsite", COUNTY, input(null), ADMIN));
        assertEquals(Set.of("matters"), fields(forgotten));
    }

    @Test
    void aListComesFromATable() {
        ScopeResource door = door();
        Scope loaded = load(door, "\uFEFF序号,事项名称,编码\n1,甲," + A + "\n\n2,乙," + B + "\n3,又是甲," + A + "\n");
        assertEquals(Set.of(A, B), loaded.matters());
        Problem gap = assertThrows(Problem.class, () -> load(door, "编码,名称\n" + A + ",甲\n,乙\n,丙\n"));
        assertEquals(
                List.of("第 3 行没有编码。", "第 4 行没有编码。"),
                gap.violations().stream().map(v -> v.message().zh()).toList());
        Problem unknown = assertThrows(Problem.class, () -> load(door, "code\nX1\n"));
        assertTrue(unknown.detail().zh().contains("X1"));
        assertThrows(Problem.class, () -> load(door, "事项名称\n甲\n"));
        assertThrows(Problem.class, () -> load(door, "编码\n"));
        assertThrows(Problem.class, () -> load(door, ""));
        assertEquals(loaded, door.get("onsite", TOWN, null));
    }

    private ScopeResource door() {
        return new ScopeResource(matters, new FakeRegistry(new Site[0]));
    }

    private static Scope load(ScopeResource door, String table) {
        return load(door, null, table);
    }

    private static Scope load(ScopeResource door, String tier, String table) {
        InputStream content = new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
        return door.load(content, "onsite", COUNTY, tier, "县清单", null, null, false, ADMIN);
    }

    private static ScopeResource.ScopeInput input(Set<String> codes) {
        return new ScopeResource.ScopeInput(null, "平政办发〔示例〕", codes, "规则", "0915-0000000", false);
    }

    private static Scope scope(String mode, String division, String... codes) {
        return scope(mode, division, null, codes);
    }

    private static Scope scope(String mode, String division, Level tier, String... codes) {
        return new Scope(mode, division, tier, 0, null, "测试", Set.of(codes), "老人和企业", null, false);
    }

    private static Set<String> fields(Problem problem) {
        return problem.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet());
    }

    private static List<String> divisions(Page<Scope> page) {
        return page.items().stream().map(Scope::division).toList();
    }
}
