// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.modules.Module;
import org.sanban.api.modules.Plan;
import org.sanban.api.modules.Plan.Need;
import org.sanban.api.problem.Problem;

/** Modules that come and go, and what is wanted after a start. */
class ModuleManagerTest {
    private static final String WINDOW = "sanban-mode-window";
    private static final String PROXY = "sanban-mode-proxy";
    private static final String POSTAL = "sanban-mode-postal";

    @TempDir
    Path home;

    private final Actor admin = Actor.system("test", "610926000000");
    private final FakePlatform platform = new FakePlatform();
    private Path list;
    private Inventory inventory;
    private ModuleManager modules;

    @BeforeEach
    void start() throws IOException {
        platform.part(WINDOW, "0.1.0", "sanban-cases");
        platform.part(PROXY, "0.1.0", "sanban-cases");
        platform.part(POSTAL, "0.1.0", PROXY, "sanban-cases");
        KarFile.jar(home.resolve("system"), WINDOW, "0.1.0", "window");
        KarFile.jar(home.resolve("system"), PROXY, "0.1.0", "proxy");
        KarFile.jar(home.resolve("system"), POSTAL, "0.1.0", "postal");
        list = home.resolve("etc/sanban-modules.list");
        restart();
    }

    /** As after a start with an empty cache. */
    private void restart() throws IOException {
        inventory = new Inventory(
                platform,
                list,
                new Shelf(home.resolve("store/kars"), home.resolve("data/kar")),
                List.of(home.resolve("system")));
        modules = new ModuleManager(inventory, new Usage());
        Reconciler.reconcile(inventory);
    }

    @Test
    void aModuleIsRememberedAndForgotten() throws IOException {
        modules.install(WINDOW, admin);
        assertEquals(List.of(WINDOW), Files.readAllLines(list));
        assertTrue(platform.required.contains(WINDOW + "/0.1.0"));
        modules.remove(WINDOW, false, admin);
        assertEquals(List.of(), Files.readAllLines(list));
        assertFalse(platform.required.contains(WINDOW + "/0.1.0"));
    }

    @Test
    void thePlanTellsWhatComesAndWhatIsNeeded() {
        Plan plan = modules.preview(POSTAL, admin);
        assertEquals(
                Set.of("org.sanban." + PROXY, "org.sanban." + POSTAL),
                Set.copyOf(plan.comes().stream().map(piece -> piece.bundle()).toList()));
        assertTrue(plan.comes().stream().allMatch(piece -> piece.bytes() > 0));
        assertEquals(
                List.of(new Need(PROXY, null, Need.State.COMES), new Need("sanban-cases", null, Need.State.INSTALLED)),
                plan.needs());
        assertEquals(Set.of("postal"), plan.modes());
        assertNull(plan.installed());
        assertNull(plan.obstacle());
    }

    @Test
    void whatOthersNeedStaysUnlessTheyGoAsWell() {
        modules.install(PROXY, admin);
        modules.install(POSTAL, admin);
        Problem needed = assertThrows(Problem.class, () -> modules.remove(PROXY, false, admin));
        assertTrue(needed.detail().zh().contains(POSTAL), needed.detail().zh());
        assertEquals(Set.of(PROXY, POSTAL), inventory.wanted().names());
        modules.remove(PROXY, true, admin);
        assertEquals(Set.of(), inventory.wanted().names());
        assertEquals(Set.of("sanban/0.1.0"), platform.required);
    }

    @Test
    void coreStays() {
        assertEquals(
                Problem.Kind.CONFLICT,
                assertThrows(Problem.class, () -> modules.remove("sanban-cases", true, admin))
                        .kind());
    }

    @Test
    void whatIsThereOrUnknownIsRefused() {
        modules.install(WINDOW, admin);
        assertEquals(Problem.Kind.CONFLICT, kind(() -> modules.install(WINDOW, admin)));
        assertEquals(Problem.Kind.NOT_FOUND, kind(() -> modules.install("sanban-mode-none", admin)));
        assertEquals(Problem.Kind.NOT_FOUND, kind(() -> modules.install("/no/such.kar", admin)));
        assertEquals(Problem.Kind.CONFLICT, kind(() -> modules.remove(PROXY, false, admin)));
    }

    @Test
    void onlyAdministratorsChangeAnything() {
        Actor clerk = new Actor("clerk", "员工", Set.of(Role.CLERK), "610926000000", "rest");
        assertEquals(Problem.Kind.FORBIDDEN, kind(() -> modules.install(WINDOW, clerk)));
        assertEquals(Problem.Kind.FORBIDDEN, kind(() -> modules.remove(WINDOW, false, clerk)));
    }

    @Test
    void whatKarafRefusesIsTakenBack() throws IOException {
        Path kar = KarFile.make(home, "mobile", "sanban-mode-mobile 0.1.0 sanban-cases");
        platform.refuses = "sanban-mode-mobile/0.1.0";
        Problem refused = assertThrows(Problem.class, () -> modules.install(kar.toString(), admin));
        assertTrue(refused.detail().en().contains("a package is missing"));
        assertEquals(Set.of(), inventory.wanted().names());
        assertEquals(List.of(), inventory.shelf().archives());
        assertFalse(platform.parts.containsKey("sanban-mode-mobile/0.1.0"));
    }

    @Test
    void anArchiveIsKeptAndBringsItsModuleBackAfterTheCacheWasDeleted() throws IOException {
        Path kar = KarFile.make(home, "mobile", "sanban-mode-mobile 0.1.0 sanban-cases@[0.1,1)");
        Plan plan = modules.install(kar.toString(), admin);
        assertEquals(Set.of("mobile"), plan.modes());
        Files.delete(kar);
        platform.parts.remove("sanban-mode-mobile/0.1.0");
        platform.required.remove("sanban-mode-mobile/0.1.0");
        delete(home.resolve("data"));
        restart();
        assertTrue(platform.required.contains("sanban-mode-mobile/0.1.0"));
        assertEquals(Map.of(), inventory.faults());
        assertEquals(Module.State.ACTIVE, module("sanban-mode-mobile").state());
    }

    @Test
    void aNewerArchiveReplacesAnInstalledModule() throws IOException {
        modules.install(WINDOW, admin);
        Path kar = KarFile.make(home, "window", WINDOW + " 0.1.1 sanban-cases");
        assertEquals("0.1.0", modules.install(kar.toString(), admin).installed());
        assertEquals(Set.of("sanban/0.1.0", WINDOW + "/0.1.1"), platform.required);
        Path older = KarFile.make(home, "window", WINDOW + " 0.0.9 sanban-cases");
        assertEquals(Problem.Kind.CONFLICT, kind(() -> modules.install(older.toString(), admin)));
    }

    /** Each of the two that go together may come first: what needs the other takes any of its versions. */
    @Test
    void aModuleThatAnotherNeedsIsReplacedByItself() throws IOException {
        platform.part(POSTAL, "0.1.0", PROXY + "@[0.1.0,1)", "sanban-cases");
        modules.install(PROXY, admin);
        modules.install(POSTAL, admin);
        platform.asked.clear();
        Path proxy = KarFile.make(home, "proxy", PROXY + " 0.1.1 sanban-cases");
        modules.install(proxy.toString(), admin);
        Path postal = KarFile.make(home, "postal", POSTAL + " 0.1.1 " + PROXY + "@[0.1.0,1) sanban-cases");
        modules.install(postal.toString(), admin);
        assertEquals(List.of("install [" + PROXY + "/0.1.1]", "install [" + POSTAL + "/0.1.1]"), platform.asked);
        assertEquals("0.1.1", module(PROXY).version());
        assertEquals(Module.State.ACTIVE, module(POSTAL).state());
    }

    @Test
    void aNewerOneThatNeedsANewerOneBringsItAlong() throws IOException {
        platform.part(POSTAL, "0.1.0", PROXY + "@[0.1.0,1)", "sanban-cases");
        modules.install(PROXY, admin);
        modules.install(POSTAL, admin);
        Path both =
                KarFile.make(home, "postal", POSTAL + " 0.2.0 " + PROXY + "@[0.2.0,1)", PROXY + " 0.2.0 sanban-cases");
        KarFile.jar(home.resolve("system"), PROXY, "0.2.0", "proxy");
        modules.install(both.toString(), admin);
        assertEquals(Set.of("sanban/0.1.0", POSTAL + "/0.2.0", PROXY + "/0.2.0"), platform.required);
    }

    @Test
    void whatOthersNeedIsNotReplacedByWhatTheyDoNotTakeEither() throws IOException {
        platform.part("sanban-mode-relay", "0.1.0", PROXY + "@0.1.0");
        KarFile.jar(home.resolve("system"), "sanban-mode-relay", "0.1.0", "relay");
        modules.install("sanban-mode-relay", admin);
        Path both =
                KarFile.make(home, "postal", POSTAL + " 0.2.0 " + PROXY + "@[0.2.0,1)", PROXY + " 0.2.0 sanban-cases");
        Problem pinned = assertThrows(Problem.class, () -> modules.install(both.toString(), admin));
        assertTrue(
                pinned.detail().en().contains("sanban-mode-relay take"),
                pinned.detail().en());
    }

    @Test
    void whatStillComesIsNotReplacedNorRemoved() throws IOException {
        modules.install(WINDOW, admin);
        platform.unsettled = 3;
        modules.install(
                KarFile.make(home, "window", WINDOW + " 0.1.1 sanban-cases").toString(), admin);
        platform.unsettled = 3;
        modules.remove(WINDOW, false, admin);
        assertEquals(Set.of("sanban/0.1.0"), platform.required);
    }

    /** Two that need each other's newer version can only come together. */
    @Test
    void whatIsWantedComesInOneChange() throws IOException {
        modules.install(PROXY, admin);
        modules.install(POSTAL, admin);
        for (String archive : List.of(PROXY, POSTAL)) {
            Path kar = KarFile.make(home, archive, archive + " 0.1.1 sanban-cases");
            Files.createDirectories(home.resolve("store/kars"));
            Files.move(kar, home.resolve("store/kars").resolve(kar.getFileName()));
        }
        platform.asked.clear();
        restart();
        assertEquals(1, platform.asked.size(), platform.asked.toString());
        assertEquals(Set.of("sanban/0.1.0", PROXY + "/0.1.1", POSTAL + "/0.1.1"), platform.required);
    }

    @Test
    void anArchiveThatNeedsWhatIsNotThereIsRefusedByName() throws IOException {
        Path kar = KarFile.make(home, "mobile", "sanban-mode-mobile 0.1.0 sanban-cases@[2,3)");
        Problem needs = assertThrows(Problem.class, () -> modules.install(kar.toString(), admin));
        assertTrue(
                needs.detail().zh().contains("sanban-cases [2,3)"),
                needs.detail().zh());
    }

    @Test
    void aVersionThatAnInstalledModuleDoesNotTakeIsRefused() throws IOException {
        platform.part(POSTAL, "0.1.0", PROXY + "@0.1.0", "sanban-cases");
        modules.install(POSTAL, admin);
        Path kar = KarFile.make(home, "proxy", PROXY + " 0.1.1 sanban-cases");
        Problem pinned = assertThrows(Problem.class, () -> modules.install(kar.toString(), admin));
        assertTrue(pinned.detail().en().contains(POSTAL), pinned.detail().en());
    }

    @Test
    void anArchiveHoldsOneModule() throws IOException {
        Path two = KarFile.make(home, "two", "sanban-a 0.1.0 sanban-cases", "sanban-b 0.1.0 sanban-cases");
        assertEquals(Problem.Kind.INVALID, kind(() -> modules.preview(two.toString(), admin)));
        Path none = Files.writeString(home.resolve("none.kar"), "no zip");
        assertEquals(Problem.Kind.INVALID, kind(() -> modules.preview(none.toString(), admin)));
    }

    @Test
    void theListIsTheTruthAtEveryStart() throws IOException {
        modules.install(WINDOW, admin);
        Files.writeString(list, "# 本镇 \n" + PROXY + "  # 帮代办\nsanban-mode-none\n");
        restart();
        assertEquals(Set.of("sanban/0.1.0", PROXY + "/0.1.0"), platform.required);
        assertEquals(Set.of("sanban-mode-none"), inventory.faults().keySet());
        modules.install(WINDOW, admin);
        assertEquals("# 本镇 ", Files.readAllLines(list).get(0));
    }

    @Test
    void withoutAListWhatIsInstalledIsWanted() throws IOException {
        Files.deleteIfExists(list);
        platform.required.add(WINDOW + "/0.1.0");
        restart();
        assertEquals(Set.of(WINDOW), inventory.wanted().names());
    }

    @Test
    void oneThatCannotBeInstalledKeepsNoneAway() throws IOException {
        Files.writeString(list, PROXY + "\n" + WINDOW + "\n");
        platform.refuses = PROXY + "/0.1.0";
        restart();
        assertTrue(platform.required.contains(WINDOW + "/0.1.0"));
        assertEquals(Map.of(PROXY, "a package is missing"), inventory.faults());
        assertEquals(Module.State.FAULTY, module(PROXY).state());
    }

    @Test
    void modulesTellWhoNeedsThem() {
        modules.install(POSTAL, admin);
        assertEquals(List.of(POSTAL), module(PROXY).neededBy());
        assertTrue(module("sanban-cases").core());
        assertEquals(Module.State.AVAILABLE, module(WINDOW).state());
        assertTrue(
                modules.modules().stream().noneMatch(module -> module.feature().equals("sanban-tp-web")));
    }

    private Module module(String name) {
        return modules.modules().stream()
                .filter(module -> module.feature().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Problem.Kind kind(Runnable run) {
        return assertThrows(Problem.class, run::run).kind();
    }
}
