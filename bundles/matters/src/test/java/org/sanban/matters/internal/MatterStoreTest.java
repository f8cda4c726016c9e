// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterType;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.data.test.TestDatabase;

/** The catalogue on a real database. */
abstract class MatterStoreTest {
    static final String CODE = "440118009000";
    static final Actor ADMIN = actor("610926000000", Role.ADMIN);

    private TestDatabase database;
    private MatterStore store;
    private MatterManager matters;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        store = new MatterStore(database.jpa());
        matters = new MatterManager(store, new ScopeStore(database.jpa()), CodeForms.bundled());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aPublishedGuideIsReadBackWhole() {
        Matter published = matters.publish(matter("建房审批𠮷", guide(20, 10)), ADMIN);
        assertEquals(1, published.guide().version());
        assertTrue(published.guide().inForce(Instant.now()));
        assertEquals(
                published,
                new MatterManager(store, new ScopeStore(database.jpa()), CodeForms.bundled())
                        .matter(CODE.toLowerCase()));
        assertEquals(published.guide(), matters.guide(CODE, 1));
        assertEquals(List.of(), published.guide().missing());
    }

    @Test
    void theNextVersionTakesThePlaceOfTheLastAndACaseKeepsItsOwn() {
        Guide first = matters.publish(matter("甲", guide(20, 10)), ADMIN).guide();
        Guide second = matters.publish(matter("甲", guide(20, 5)), ADMIN).guide();
        assertEquals(2, second.version());
        assertEquals(second, matters.matter(CODE).guide());
        Guide kept = matters.guide(CODE, 1);
        assertEquals(10, kept.committedDays());
        assertEquals(first.published(), kept.published());
        assertEquals(second.published(), kept.withdrawn());
        assertFalse(kept.inForce(Instant.now()));
    }

    @Test
    void publishingTheSameAgainChangesNothing() {
        matters.publish(matter("甲", guide(20, 10)), ADMIN);
        assertEquals(
                1, matters.publish(matter("甲", guide(20, 10)), ADMIN).guide().version());
    }

    @Test
    void aWithdrawnMatterIsStillReadAndComesBackByPublishing() {
        matters.publish(matter("甲", guide(20, 10)), ADMIN);
        Matter withdrawn = matters.withdraw(CODE, ADMIN);
        assertNotNull(withdrawn.guide().withdrawn());
        assertEquals(withdrawn, matters.matter(CODE));
        assertEquals(List.of(), found(new MatterQuery(null, null, null, null, true)));
        assertEquals(
                Problem.Kind.CONFLICT,
                assertThrows(Problem.class, () -> matters.withdraw(CODE, ADMIN)).kind());
        assertEquals(
                2, matters.publish(matter("甲", guide(20, 10)), ADMIN).guide().version());
        assertEquals(List.of("甲"), found(new MatterQuery(null, null, null, null, true)));
    }

    @Test
    void whatIsNotKnownStaysUnknown() {
        Matter bare = matters.publish(matter("甲", bare()), ADMIN);
        assertNull(bare.guide().committedDays());
        assertNull(bare.guide().fee());
        assertEquals(9, bare.guide().missing().size());
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Guide guide = new Guide(
                0,
                null,
                null,
                List.of(""),
                List.of(),
                List.of(
                        new Guide.Material("M1", "证", 1, 0, true, null),
                        new Guide.Material("m", "", -1, 100, true, "")),
                5,
                10,
                List.of("法\u0000"),
                null,
                null,
                null,
                Set.of(8),
                Set.of("A B"));
        Problem problem = assertThrows(
                Problem.class,
                () -> matters.publish(new Matter("x", "", "d".repeat(101), null, null, null, false, guide), ADMIN));
        assertEquals(
                Set.of(
                        "code",
                        "name",
                        "department",
                        "type",
                        "source",
                        "guide.conditions[0]",
                        "guide.basis[0]",
                        "guide.materials[0].code",
                        "guide.materials[1].name",
                        "guide.materials[1].originals",
                        "guide.materials[1].copies",
                        "guide.materials[1].note",
                        "guide.committedDays",
                        "guide.levels",
                        "guide.modes"),
                Set.copyOf(problem.violations().stream()
                        .map(Problem.Violation::field)
                        .toList()));
        assertThrows(Problem.class, () -> matters.matter("x"));
    }

    @Test
    void onlyTheCountysAdministratorsChangeTheCatalogue() {
        Matter matter = matter("甲", bare());
        assertThrows(Problem.class, () -> matters.publish(matter, actor("610926000000", Role.CLERK)));
        Problem town = assertThrows(Problem.class, () -> matters.publish(matter, actor("610926100000", Role.ADMIN)));
        assertEquals(Problem.Kind.FORBIDDEN, town.kind());
        assertThrows(Problem.class, () -> matters.withdraw(CODE, actor("610926100000", Role.ADMIN)));
    }

    @Test
    void mattersAreFoundByEachPartOfAQuery() throws IOException {
        SampleMatters.load(matters, store);
        assertEquals(20, all(new MatterQuery(null, "区民政局", null, null, false)).size());
        assertEquals(
                50,
                all(new MatterQuery(null, null, MatterType.CONFIRMATION, null, true))
                        .size());
        assertEquals(3, all(new MatterQuery(null, null, null, 6, true)).size());
        assertEquals(List.of("残疾人证新办"), found(new MatterQuery("残疾人证新", null, null, null, false)));
        assertEquals(List.of("残疾人证新办"), found(new MatterQuery("新办 残疾", null, null, null, true)));
        assertEquals(List.of(), found(new MatterQuery("残疾人证 没有", null, null, null, false)));
        assertEquals(5, found(new MatterQuery("残疾人证", null, null, null, false)).size());
        assertEquals(
                List.of("残疾人证新办"),
                found(new MatterQuery(
                        "511f82001002-511602000000-000-11511301452259996U-1-00", null, null, null, true)));
        assertEquals(List.of(), found(new MatterQuery("残%证_办", null, null, null, false)));
        assertEquals(List.of("退役报到"), found(new MatterQuery("退役报到", "区退役军人事务局", MatterType.PUBLIC_SERVICE, 5, true)));
        assertEquals(1135, all(new MatterQuery(null, null, null, null, true)).size());
    }

    @Test
    void theSampleCatalogueIsLoadedOnceQuicklyAndMarked() throws IOException {
        long start = System.nanoTime();
        SampleMatters.load(matters, store);
        long first = System.nanoTime() - start;
        System.out.println(getClass().getSimpleName() + ": sample catalogue in " + first / 1_000_000 + " ms");
        SampleMatters.load(matters, store);
        List<Matter> loaded = all(new MatterQuery(null, null, null, null, true));
        assertTrue(loaded.stream().allMatch(m -> m.sample() && m.source().contains("示例")));
        assertTrue(loaded.stream().allMatch(m -> m.guide().version() == 1));
        List<Matter> whole =
                loaded.stream().filter(m -> m.guide().missing().isEmpty()).toList();
        assertEquals(12, whole.size());
        assertEquals(4, whole.stream().filter(m -> m.guide().immediate()).count());
    }

    @Test
    void ofTwoWhoPublishAtOnceOneWinsOrBothInTurn() throws Exception {
        matters.publish(matter("甲", guide(20, 10)), ADMIN);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (int days : List.of(7, 8)) {
                Callable<Boolean> publishing = () -> {
                    together.await();
                    try {
                        matters.publish(matter("甲", guide(20, days)), ADMIN);
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
            assertEquals(1 + won, matters.matter(CODE).guide().version());
        } finally {
            threads.shutdown();
        }
    }

    private List<String> found(MatterQuery query) {
        return matters.find(query, PageRequest.first()).items().stream()
                .map(Matter::name)
                .toList();
    }

    private List<Matter> all(MatterQuery query) {
        List<Matter> all = new ArrayList<>();
        String after = null;
        do {
            Page<Matter> page = matters.find(query, new PageRequest(after, 200));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertEquals(
                all.stream().map(Matter::code).sorted().distinct().toList(),
                all.stream().map(Matter::code).toList());
        return all;
    }

    static Matter matter(String name, Guide guide) {
        return new Matter(CODE, name, "县审批局", null, MatterType.LICENCE, "测试", false, guide);
    }

    static Guide bare() {
        return new Guide(
                0, null, null, List.of(), List.of(), List.of(), null, null, List.of(), null, null, null, Set.of(),
                Set.of());
    }

    static Guide guide(int statutory, int committed) {
        return new Guide(
                0,
                null,
                null,
                List.of("年满18周岁"),
                List.of("申请", "受理"),
                List.of(new Guide.Material("m1", "居民身份证", 1, 1, true, null)),
                statutory,
                committed,
                List.of("《某法》"),
                "不收费",
                "许可证",
                "0915-0000000（示例）",
                Set.of(4, 5),
                Set.of("window"));
    }

    static Actor actor(String division, String role) {
        return new Actor("somebody", "某人（示例）", Set.of(role), division, Channel.REST);
    }
}
