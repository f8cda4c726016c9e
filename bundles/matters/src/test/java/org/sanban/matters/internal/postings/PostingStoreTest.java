// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.matters.internal.Catalogue.ADMIN;
import static org.sanban.matters.internal.Catalogue.matter;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.NoticeBoard;
import org.sanban.api.matters.Posting;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.test.FakeRegistry;
import org.sanban.data.test.TestDatabase;
import org.sanban.matters.internal.Catalogue;
import org.sanban.matters.internal.postings.PostingResource.PostingInput;

/** What is published where, on a real database. */
abstract class PostingStoreTest {
    private static final String A = "440118009000";
    private static final String B = "440118009001";
    private static final String C = "440118009002";

    private static final String TOWN = "610926100000";
    private static final Site CENTRE = site(TOWN + "-01", Site.Kind.CENTRE);
    private static final Site STATION = site("610926100211-01", Site.Kind.STATION);
    private static final RegistryService REGISTRY = new FakeRegistry(CENTRE, STATION);

    private TestDatabase database;
    private MatterService matters;
    private PostingManager postings;
    private PostingResource door;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        matters = Catalogue.of(database);
        postings = new PostingManager(new PostingStore(database.jpa()), matters, REGISTRY);
        door = new PostingResource(postings, REGISTRY);
        List.of(A, B, C).forEach(code -> matters.publish(matter(code, "不收费"), ADMIN));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void whatIsPublishedIsListedByChannelAndMatter() {
        for (String code : List.of(C, A, B)) {
            post(code, 1, "douyin");
        }
        Posting wechat = post(" " + B.toLowerCase(), 1, "wechat");
        assertEquals(B, wechat.matter());
        assertEquals("https://example.org/" + B, wechat.reference());
        assertEquals(ADMIN.account(), wechat.postedBy());
        Page<Posting> page = postings.postings("douyin", false, new PageRequest(null, 2));
        assertEquals(List.of(A, B), codes(page));
        assertEquals(List.of(C), codes(postings.postings("douyin", false, new PageRequest(page.next(), 2))));
        assertEquals(
                List.of(wechat), door.find("wechat", false, null, 20, ADMIN).items());
        assertEquals(List.of(), outdated("douyin"));
    }

    @Test
    void aNewVersionMakesWhatIsPublishedOutdatedUntilItIsPublishedAgain() {
        post(A, 1, "douyin");
        post(A, 1, "wechat");
        post(B, 1, "douyin");
        matters.publish(matter(A, "10 元"), ADMIN);
        assertEquals(List.of(A), outdated("douyin"));
        assertEquals(List.of(A), outdated("wechat"));
        assertEquals(2, post(A, 2, "douyin").version());
        assertEquals(List.of(), outdated("douyin"));
        assertEquals(List.of(A), outdated("wechat"));
        assertEquals(2, post(A, 1, "douyin").version(), "the record of an older version, come late, changes nothing");
        assertEquals(List.of(), outdated("douyin"));
    }

    @Test
    void whatIsPublishedOfAWithdrawnMatterIsOutdated() {
        post(A, 1, "douyin");
        matters.withdraw(A, ADMIN);
        assertEquals(List.of(A), outdated("douyin"));
        post(A, 1, "wechat");
        assertEquals(List.of(A), outdated("wechat"), "recorded after it was withdrawn");
        matters.publish(matter(A, "不收费"), ADMIN);
        assertEquals(List.of(A), outdated("douyin"), "it is another version");
    }

    @Test
    void anImportMakesOutdatedWhatItChangesAndNothingElse() {
        post(A, 1, "douyin");
        post(B, 1, "douyin");
        String file = "编码,事项名称,部门,事项类型,收费\n" + A + ",事项" + A + ",县审批局,行政许可,20 元\n" + B + ",事项" + B + ",县审批局,行政许可,不收费\n";
        var report = matters.load(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                "a.csv",
                "测试",
                false,
                true,
                ADMIN,
                line -> {});
        assertEquals(1, report.changed(), report.toString());
        assertEquals(List.of(A), outdated("douyin"));
    }

    @Test
    void withdrawingTwiceIsNoFault() {
        post(A, 1, "douyin");
        door.withdraw("douyin", A.toLowerCase(), ADMIN);
        door.withdraw("douyin", A, ADMIN);
        door.withdraw("douyin", "X", ADMIN);
        assertEquals(
                List.of(),
                postings.postings("douyin", false, PageRequest.first()).items());
    }

    @Test
    void whatIsWrongIsNamed() {
        assertEquals(Problem.Kind.NOT_FOUND, problem(A, 2, "douyin").kind());
        assertEquals(Problem.Kind.NOT_FOUND, problem(A, 0, "douyin").kind());
        assertEquals(Problem.Kind.NOT_FOUND, problem("X", 1, "douyin").kind());
        Problem wrong = assertThrows(Problem.class, () -> postings.post(A, 1, "A B", " ", ADMIN));
        assertEquals(
                Set.of("channel", "reference"),
                wrong.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet()));
        assertThrows(Problem.class, () -> door.find(null, false, null, 20, ADMIN));
        assertThrows(Problem.class, () -> door.post("douyin", A, null, ADMIN));
        assertThrows(Problem.class, () -> door.post("douyin", A, new PostingInput(null, "x"), ADMIN));
    }

    @Test
    void theCountysAdministratorsAndSystemsRecord() {
        var system = Catalogue.actor("610926000000", Role.SYSTEM);
        assertEquals(1, postings.post(A, 1, "douyin", "x", system).version());
        for (var actor :
                List.of(Catalogue.actor("610926000000", Role.CLERK), Catalogue.actor("610926100000", Role.ADMIN))) {
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    assertThrows(Problem.class, () -> postings.post(A, 1, "douyin", "x", actor))
                            .kind());
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    assertThrows(Problem.class, () -> postings.withdraw(A, "douyin", actor))
                            .kind());
        }
    }

    @Test
    void whatHangsAtASiteIsHeldAgainstTheListsOfItsDivision() {
        publish("window", TOWN, A, B);
        publish("proxy", "610926000000", B, C);
        Actor clerk = Catalogue.actor(TOWN, Role.CLERK);
        postings.post(A, 1, CENTRE.code(), "大厅公开栏", clerk);
        postings.post(B, 1, CENTRE.code(), "大厅公开栏", clerk);
        matters.publish(matter(A, "10 元"), ADMIN);
        NoticeBoard board = door.board(CENTRE.code(), clerk);
        assertEquals(2, board.hanging());
        assertEquals(List.of(new NoticeBoard.BoardEntry(A, "事项" + A, 1, 2)), board.outdated());
        assertEquals(List.of(new NoticeBoard.BoardEntry(C, "事项" + C, null, 1)), board.missing());
        assertEquals(List.of(A), outdated(CENTRE.code()));
        assertEquals(
                List.of(B, C),
                postings.board(STATION).missing().stream()
                        .map(NoticeBoard.BoardEntry::matter)
                        .toList(),
                "a station shows what is handled by proxy");
        assertEquals(
                Map.of(CENTRE.code(), board, STATION.code(), new NoticeBoard(STATION.code(), 0, List.of(), List.of())),
                postings.boards(List.of(CENTRE, STATION)),
                "of many, what is missing is told where something is recorded");

        matters.withdraw(B, ADMIN);
        matters.withdraw(C, ADMIN);
        postings.post(A, 2, CENTRE.code(), "大厅公开栏", clerk);
        NoticeBoard withdrawn = door.board(CENTRE.code(), clerk);
        assertEquals(List.of(new NoticeBoard.BoardEntry(B, "事项" + B, 1, null)), withdrawn.outdated());
        assertEquals(List.of(), withdrawn.missing(), "what is withdrawn is to hang nowhere");
        door.withdraw(CENTRE.code(), B, clerk);
        assertEquals(
                new NoticeBoard(CENTRE.code(), 1, List.of(), List.of()),
                postings.boards(List.of(CENTRE)).get(CENTRE.code()));
    }

    @Test
    void aBoardIsKeptByItsOwnPeopleAndByThoseAbove() {
        for (Actor actor : List.of(
                ADMIN,
                Catalogue.actor(TOWN, Role.ADMIN),
                Catalogue.actor(TOWN, Role.CLERK),
                Catalogue.actor("610926100211", Role.AGENT))) {
            postings.post(A, 1, STATION.code(), "公开栏", actor);
            postings.withdraw(A, STATION.code(), actor);
        }
        for (Actor actor : List.of(
                Catalogue.actor("610926101000", Role.CLERK),
                Catalogue.actor("610926100212", Role.AGENT),
                Catalogue.actor("610926000000", Role.SYSTEM),
                Catalogue.actor("610926000000", Role.SUPERVISOR))) {
            for (Executable command : List.<Executable>of(
                    () -> postings.post(A, 1, STATION.code(), "公开栏", actor),
                    () -> postings.withdraw(A, STATION.code(), actor))) {
                assertEquals(
                        Problem.Kind.FORBIDDEN,
                        assertThrows(Problem.class, command).kind());
            }
        }
        for (Executable command : List.<Executable>of(
                () -> postings.post(A, 1, "610926100000-77", "公开栏", ADMIN),
                () -> door.board("610926100000-77", ADMIN))) {
            assertEquals(
                    Problem.Kind.NOT_FOUND, assertThrows(Problem.class, command).kind());
        }
    }

    @Test
    void aPostingThatMeetsANewVersionIsNeverLeftAsCurrent() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= 5; round++) {
                int version = round;
                CyclicBarrier together = new CyclicBarrier(2);
                Callable<Boolean> posting = () -> {
                    together.await();
                    return done(() -> post(A, version, "douyin"));
                };
                Callable<Boolean> publishing = () -> {
                    together.await();
                    return done(() -> matters.publish(matter(A, version + " 元"), ADMIN));
                };
                List<Future<Boolean>> both = new ArrayList<>();
                both.add(threads.submit(posting));
                both.add(threads.submit(publishing));
                boolean posted = both.get(0).get();
                if (!both.get(1).get()) {
                    matters.publish(matter(A, version + " 元"), ADMIN);
                }
                assertEquals(version + 1, matters.matter(A).guide().version());
                assertTrue(!posted || outdated("douyin").equals(List.of(A)), "round " + round);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Whether it was done; a conflict is the only other way it may end. */
    private static boolean done(Runnable command) {
        try {
            command.run();
            return true;
        } catch (Problem conflict) {
            assertEquals(Problem.Kind.CONFLICT, conflict.kind());
            return false;
        }
    }

    private void publish(String mode, String division, String... codes) {
        matters.publish(new Scope(mode, division, 0, null, "测试", Set.of(codes), null, null, false), ADMIN);
    }

    private static Site site(String code, Site.Kind kind) {
        return new Site(code, code.substring(0, 12), kind, "示例", null, null, true);
    }

    private Posting post(String code, int version, String channel) {
        return door.post(
                channel,
                code,
                new PostingInput(version, "https://example.org/" + code.strip().toUpperCase()),
                ADMIN);
    }

    private Problem problem(String code, int version, String channel) {
        return assertThrows(Problem.class, () -> post(code, version, channel));
    }

    private List<String> outdated(String channel) {
        Page<Posting> page = postings.postings(channel, true, PageRequest.first());
        assertNull(page.next());
        return codes(page);
    }

    private static List<String> codes(Page<Posting> page) {
        return page.items().stream().map(Posting::matter).toList();
    }
}
