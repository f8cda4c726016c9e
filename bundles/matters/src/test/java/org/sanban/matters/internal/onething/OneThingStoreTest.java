// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.onething;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.matters.internal.Catalogue.ADMIN;
import static org.sanban.matters.internal.Catalogue.matter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Guide.Material;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.OneThing;
import org.sanban.api.matters.OneThing.Item;
import org.sanban.api.matters.OneThingGuide;
import org.sanban.api.page.Page;
import org.sanban.api.problem.Problem;
import org.sanban.data.test.TestDatabase;
import org.sanban.matters.internal.Catalogue;
import org.sanban.matters.internal.file.TableManager;
import org.sanban.matters.internal.onething.OneThingResource.OneThingInput;

/** One-thing packages on a real database. */
abstract class OneThingStoreTest {
    private static final String A = "440118009000";
    private static final String B = "440118009001";
    private static final String C = "440118009002";
    private static final String HEAD = "一件事编码,一件事名称,事项编码,情形\n";

    private TestDatabase database;
    private MatterService matters;
    private OneThingManager things;
    private OneThingResource door;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        matters = Catalogue.of(database);
        things = new OneThingManager(new OneThingStore(database.jpa()), matters, new TableManager());
        door = new OneThingResource(things);
        Material card = new Material("card", "居民身份证", 1, 1, true, null);
        matters.publish(matter(A, "不收费", card, new Material("form", "申请表", 1, 0, true, null)), ADMIN);
        matters.publish(matter(B, "不收费", new Material("id", "居民身份证 ", 0, 2, false, "核验")), ADMIN);
        matters.publish(matter(C, "不收费", new Material("proof", "困难证明", 1, 0, true, null)), ADMIN);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void sharedMaterialsAreHandedInOnce() {
        publish("birth", item(A, null), item(B, null), item(C, "家庭困难"));
        OneThingGuide told = door.get("birth");
        assertEquals(
                List.of("居民身份证", "申请表", "困难证明"),
                told.materials().stream().map(OneThingGuide.Shared::name).toList());
        OneThingGuide.Shared card = told.materials().get(0);
        assertEquals(List.of(1, 2), List.of(card.originals(), card.copies()));
        assertEquals(List.of(A, B), card.matters());
        assertTrue(card.required());
        assertFalse(told.materials().get(2).required(), "only in that situation");
        assertEquals(new OneThingGuide.Application(A, List.of(B)), told.application());
        assertEquals(
                Arrays.asList(null, null, "家庭困难"),
                told.parts().stream().map(OneThingGuide.Part::when).toList());
        assertEquals("事项" + A, told.parts().get(0).name());
        assertNull(told.committedDays(), "what is not known is not guessed");
        matters.withdraw(B, ADMIN);
        assertFalse(door.get("birth").parts().get(1).inForce());
    }

    @Test
    void theNextVersionTakesThePlaceOfTheLastAndIsWithdrawn() {
        OneThing first = publish("birth", item(A, null), item(B, null));
        assertEquals(1, first.version());
        assertEquals(first, publish("birth", item(A.toLowerCase() + " ", " "), item(B, null)), "the same again");
        OneThing second = publish("birth", item(B, null), item(A, null));
        assertEquals(2, second.version(), "the order is part of it");
        assertEquals(second, things.thing("birth"));
        OneThing kept = door.version("birth", 1);
        assertEquals(first.items(), kept.items());
        assertNotNull(kept.withdrawn());
        publish("adult", item(A, null), item(C, null));
        Page<OneThing> page = door.find(null, 1);
        assertEquals(List.of("adult"), codes(page));
        assertEquals(List.of("birth"), codes(door.find(page.next(), 1)));
        OneThing withdrawn = door.withdraw("birth", ADMIN);
        assertNotNull(withdrawn.withdrawn());
        assertEquals(List.of("adult"), codes(door.find(null, 20)));
        assertEquals(withdrawn, things.thing("birth"));
        assertEquals(
                Problem.Kind.CONFLICT,
                assertThrows(Problem.class, () -> door.withdraw("birth", ADMIN)).kind());
        OneThing back = publish("birth", item(B, null), item(A, null));
        assertEquals(3, back.version());
        assertEquals(withdrawn.withdrawn(), things.thing("birth", 2).withdrawn(), "when it was withdrawn stays");
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        Problem problem = assertThrows(
                Problem.class,
                () -> door.publish(
                        "A B",
                        new OneThingInput("", null, false, List.of(item(A, "x"), item("X1", "y"), item(A, "坏\u0000"))),
                        ADMIN));
        assertEquals(
                Set.of("code", "name", "source", "items", "items[1].matter", "items[2].matter", "items[2].when"),
                problem.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet()));
        assertThrows(Problem.class, () -> publish("one", item(A, null)), "one matter is no package");
        assertThrows(Problem.class, () -> door.publish("x", null, ADMIN));
        assertThrows(Problem.class, () -> door.publish("x", new OneThingInput("x", "x", false, null), ADMIN));
        for (Runnable look : List.<Runnable>of(() -> door.get("none"), () -> door.version("none", 1))) {
            assertEquals(
                    Problem.Kind.NOT_FOUND,
                    assertThrows(Problem.class, look::run).kind());
        }
    }

    @Test
    void onlyTheCountysAdministratorsPublish() {
        OneThing wanted = new OneThing("x", "x", 0, null, null, "测试", false, List.of(item(A, null), item(B, null)));
        for (var actor :
                List.of(Catalogue.actor("610926000000", Role.CLERK), Catalogue.actor("610926100000", Role.ADMIN))) {
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    assertThrows(Problem.class, () -> things.publish(wanted, actor))
                            .kind());
        }
    }

    @Test
    void aTableIsCheckedThenWrittenWhole() {
        String table = HEAD + "birth,出生一件事," + A + ",\n,," + B + ",家庭困难\nadult,成年一件事," + B + ",\n,," + C + ",\n";
        ImportReport checked = load(table, false);
        assertFalse(checked.applied());
        assertEquals(2, checked.created());
        assertEquals(List.of(), codes(door.find(null, 20)));
        assertTrue(load(table, true).applied());
        assertEquals(List.of("adult", "birth"), codes(door.find(null, 20)));
        assertEquals(
                List.of(item(A, null), item(B, "家庭困难")), things.thing("birth").items());
        assertEquals(2, load(table, true).unchanged());
        ImportReport changed = load(table.replace("家庭困难", "家庭特别困难"), true);
        assertEquals(List.of(1, 1), List.of(changed.changed(), changed.unchanged()));
        assertEquals(2, things.thing("birth").version());
        ImportReport wrong = load(table.replace(C, "X1").replace("家庭困难", "别的"), true);
        assertFalse(wrong.applied());
        assertEquals(1, wrong.errors());
        assertEquals(
                4,
                wrong.lines().stream()
                        .filter(l -> l.code().equals("adult"))
                        .findFirst()
                        .orElseThrow()
                        .number());
        assertEquals(2, things.thing("birth").version(), "one wrong line keeps the whole file out");
    }

    @Test
    void aTableThatIsNoneIsRefused() {
        assertThrows(Problem.class, () -> load("", true));
        assertThrows(Problem.class, () -> load(HEAD, true));
        assertThrows(Problem.class, () -> load("一件事编码,事项编码\nx," + A + "\n", true));
        Problem gap = assertThrows(Problem.class, () -> load(HEAD + ",x," + A + ",\n", true));
        assertTrue(gap.detail().zh().contains("第 2 行"), gap.detail().zh());
    }

    @Test
    void theSamplesAreThereOnceAndMarked() throws IOException {
        SamplePackages.load(things, ADMIN);
        assertEquals(List.of(), codes(door.find(null, 20)), "their matters are not here");
        Catalogue.sample(matters, database);
        SamplePackages.load(things, ADMIN);
        SamplePackages.load(things, ADMIN);
        List<OneThing> loaded = door.find(null, 20).items();
        assertEquals(2, loaded.size());
        assertTrue(loaded.stream().allMatch(t -> t.sample() && t.name().contains("示例") && t.version() == 1));
        OneThingGuide disability = door.get("disability");
        assertTrue(disability.materials().stream().anyMatch(m -> m.matters().size() > 1), disability.toString());
    }

    private OneThing publish(String code, Item... items) {
        return door.publish(code, new OneThingInput("出生一件事", "测试", false, List.of(items)), ADMIN);
    }

    private ImportReport load(String table, boolean apply) {
        return door.load(
                new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), "a.csv", "县清单", false, apply, ADMIN);
    }

    private static Item item(String matter, String when) {
        return new Item(matter, when);
    }

    private static List<String> codes(Page<OneThing> page) {
        return page.items().stream().map(OneThing::code).toList();
    }
}
