// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.matters.internal.Catalogue.ADMIN;
import static org.sanban.matters.internal.Catalogue.actor;
import static org.sanban.matters.internal.Catalogue.matter;

import java.lang.annotation.Annotation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Scope;
import org.sanban.api.matters.TakeOver;
import org.sanban.api.matters.TakeOver.State;
import org.sanban.api.matters.TakeOverStep;
import org.sanban.api.matters.TakeOverSummary;
import org.sanban.api.page.Page;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Division;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;
import org.sanban.matters.internal.Catalogue;
import org.sanban.matters.internal.takeover.TakeOverResource.GuidanceInput;
import org.sanban.matters.internal.takeover.TakeOverResource.TakeOverInput;

/** What towns have taken over, on a real database. */
abstract class TakeOverStoreTest {
    private static final String A = "440118009000";
    private static final String B = "440118009001";
    private static final String C = "440118009002";
    private static final String TOWN = Samples.TOWN;
    private static final String OTHER = "610926101000";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final Actor CLERK = actor(TOWN, Role.CLERK);
    private static final Actor OFFICER = actor(Samples.COUNTY, Role.OFFICER);

    private TestDatabase database;
    private MatterService matters;
    private TakeOverResource door;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        matters = Catalogue.of(database);
        List.of(A, B, C).forEach(code -> matters.publish(matter(code, "不收费"), ADMIN));
        list("window", Samples.COUNTY, A, B);
        list("proxy", TOWN, B, C);
        TakeOverSettings settings = settings("某规定", "window", "proxy");
        FakeRegistry registry = new FakeRegistry()
                .with(new Division(OTHER, "另一镇", Division.Level.TOWN, Samples.COUNTY))
                .with(new Division("610926100001", "某村", Division.Level.VILLAGE, TOWN));
        door = new TakeOverResource(
                new TakeOverManager(new TakeOverStore(database.jpa()), matters, registry, settings), settings);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void everyMatterOfTheTownsListsIsThereOnceAndNotStarted() {
        Page<TakeOver> page = find(null, null, false, CLERK);
        assertEquals(List.of(TOWN + A, TOWN + B, TOWN + C), keys(page));
        TakeOver first = page.items().get(0);
        assertEquals(State.NOT_STARTED, first.state());
        assertEquals("事项" + A, first.name());
        assertEquals("县审批局", first.department());
        assertEquals(0, first.version());
        assertNull(first.since());
        assertEquals(first, door.get(TOWN, A, CLERK));
    }

    @Test
    void theCountySeesEveryTownAndPagesThroughThem() {
        List<String> all = new ArrayList<>();
        String after = null;
        do {
            Page<TakeOver> page = door.find(Samples.COUNTY, null, false, after, 2, ADMIN);
            assertTrue(page.items().size() <= 2);
            all.addAll(keys(page));
            after = page.next();
        } while (after != null);
        assertEquals(List.of(TOWN + A, TOWN + B, TOWN + C, OTHER + A, OTHER + B), all);
    }

    @Test
    void aTownGoesStepByStepAndItsHistoryIsKept() {
        TakeOver training = move(A, State.TRAINING, null, 0);
        assertEquals(1, training.version());
        assertEquals(CLERK.name(), training.by());
        TakeOver guided = door.guide(TOWN, A, new GuidanceInput("派员驻点一周", 1), OFFICER);
        assertEquals(State.TRAINING, guided.state());
        assertEquals(OFFICER.name(), guided.guidedBy());
        move(A, State.READY, "培训 2 次，考核合格", 2);
        TakeOver taken = move(A, State.TAKEN_OVER, "已办 3 件", 3);
        assertEquals("派员驻点一周", taken.guidance());
        assertEquals(taken, door.get(TOWN, A, ADMIN));
        move(A, State.RETURNED, "无专业人员", 4);
        List<TakeOverStep> steps = door.history(TOWN, A, CLERK);
        assertEquals(
                List.of(1, 2, 3, 4, 5),
                steps.stream().map(TakeOverStep::version).toList());
        assertNull(steps.get(1).state());
        assertEquals("派员驻点一周", steps.get(1).text());
        assertEquals(State.RETURNED, steps.get(4).state());
        assertEquals(TODAY, steps.get(4).since());
    }

    @Test
    void whatIsBehindIsFoundAndCounted() {
        move(A, State.TRAINING, null, 0);
        move(B, State.READY, "考核合格", 0);
        move(B, State.TAKEN_OVER, "已办 1 件", 1);
        move(C, State.READY, "考核合格", 0);
        assertEquals(List.of(TOWN + A), keys(find(TOWN, null, true, CLERK)));
        assertEquals(List.of(TOWN + B), keys(find(TOWN, "taken-over", false, CLERK)));
        assertEquals(List.of(TOWN + A, OTHER + A, OTHER + B), keys(find(Samples.COUNTY, null, true, ADMIN)));
        List<TakeOverSummary> county = door.summary(null, null, 20, ADMIN).items();
        assertEquals(
                List.of(TOWN, OTHER),
                county.stream().map(TakeOverSummary::division).toList());
        TakeOverSummary town = county.get(0);
        assertEquals(3, town.listed());
        assertEquals(1, town.behind());
        assertEquals(
                Map.of(State.NOT_STARTED, 0L, State.TRAINING, 1L, State.READY, 1L, State.TAKEN_OVER, 1L),
                town.states());
        assertEquals(2, county.get(1).behind());
        assertEquals(List.of(town), door.summary(null, null, 20, CLERK).items(), "a town sees itself");
        TakeOverResource.Summaries first = door.summary(null, null, 1, ADMIN);
        assertEquals(List.of(town), first.items());
        assertEquals(
                OTHER, door.summary(null, first.next(), 1, ADMIN).items().get(0).division());
    }

    @Test
    void whatLeftTheListIsCountedNoMore() {
        move(C, State.READY, "考核合格", 0);
        list("proxy", TOWN, B);
        TakeOverSummary town = door.summary(TOWN, null, 20, CLERK).items().get(0);
        assertEquals(2, town.listed());
        assertEquals(2, town.behind());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> door.get(TOWN, C, CLERK)).kind());
        assertEquals(1, door.history(TOWN, C, CLERK).size(), "what was written down stays");
    }

    @Test
    void aStateFollowsAnotherAndWhatWasSeenMustBeSo() {
        assertConflict(() -> move(A, State.TAKEN_OVER, "已办", 0), "接得住");
        move(A, State.TRAINING, null, 0);
        assertConflict(() -> move(A, State.READY, "合格", 0), "第 1 版");
        assertConflict(() -> move(A, State.TRAINING, "合格", 1), "培训中");
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        Problem problem = assertThrows(
                Problem.class,
                () -> door.move(TOWN, A, new TakeOverInput(State.READY, TODAY.plusDays(1), " ", 0), CLERK));
        assertEquals(Set.of("since", "note"), fields(problem));
        Problem nothing =
                assertThrows(Problem.class, () -> door.move(TOWN, A, new TakeOverInput(null, null, null, 0), CLERK));
        assertEquals(Set.of("state", "since", "note"), fields(nothing));
        assertThrows(Problem.class, () -> door.move(TOWN, A, null, CLERK));
        assertThrows(Problem.class, () -> door.guide(TOWN, A, null, OFFICER));
        assertEquals(
                Set.of("guidance"),
                fields(assertThrows(Problem.class, () -> door.guide(TOWN, A, new GuidanceInput("", 0), OFFICER))));
        assertEquals(Set.of("state"), fields(assertThrows(Problem.class, () -> find(TOWN, "lost", false, CLERK))));
        assertEquals(Set.of("division"), fields(assertThrows(Problem.class, () -> door.get("610926100001", A, CLERK))));
    }

    @Test
    void aTownWritesDownItsOwnAndTheDepartmentGuides() {
        assertForbidden(() -> move(OTHER, A, actor(TOWN, Role.CLERK)));
        assertForbidden(() -> move(TOWN, A, actor(Samples.COUNTY, Role.CLERK)));
        assertForbidden(() -> move(TOWN, A, OFFICER));
        assertForbidden(() -> door.guide(TOWN, A, new GuidanceInput("x", 0), CLERK));
        assertForbidden(() -> find(OTHER, null, false, CLERK));
        assertForbidden(() -> find(TOWN, null, false, actor(TOWN, Role.APPLICANT)));
        assertEquals(1, move(TOWN, A, ADMIN).version());
    }

    @Test
    void whichListsCountIsChecked() {
        assertEquals(1, settings("x").faults().size());
        assertEquals(1, settings("x", "A B").faults().size());
        assertEquals(1, settings("", "window").faults().size());
    }

    private Page<TakeOver> find(String division, String state, boolean behind, Actor actor) {
        return door.find(division, state, behind, null, 20, actor);
    }

    private TakeOver move(String code, State state, String note, int version) {
        return door.move(TOWN, code, new TakeOverInput(state, TODAY, note, version), CLERK);
    }

    private TakeOver move(String town, String code, Actor actor) {
        return door.move(town, code, new TakeOverInput(State.TRAINING, TODAY, null, 0), actor);
    }

    private void list(String mode, String division, String... codes) {
        matters.publish(new Scope(mode, division, 0, null, "测试", Set.of(codes), null, null, false), ADMIN);
    }

    private static void assertConflict(Runnable command, String word) {
        Problem problem = assertThrows(Problem.class, command::run);
        assertEquals(Problem.Kind.CONFLICT, problem.kind());
        assertTrue(problem.detail().zh().contains(word), problem.detail().zh());
    }

    private static void assertForbidden(Runnable command) {
        assertEquals(
                Problem.Kind.FORBIDDEN,
                assertThrows(Problem.class, command::run).kind());
    }

    private static Set<String> fields(Problem problem) {
        return problem.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet());
    }

    private static List<String> keys(Page<TakeOver> page) {
        return page.items().stream().map(one -> one.division() + one.matter()).toList();
    }

    private static TakeOverSettings settings(String source, String... lists) {
        return new TakeOverSettings(new Configured(source, lists));
    }

    private record Configured(String source, String[] lists) implements TakeOverSettings.Config {
        @Override
        public Class<? extends Annotation> annotationType() {
            return TakeOverSettings.Config.class;
        }
    }
}
