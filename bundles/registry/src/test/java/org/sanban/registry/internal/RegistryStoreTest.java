// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Window;
import org.sanban.data.test.TestDatabase;

/** The registry on a real database. */
abstract class RegistryStoreTest {
    private static final String TOWN = "610926100000";
    private static final String CENTRE = "610926100000-01";
    private static final Actor ADMIN = actor("610926000000", Role.ADMIN);

    private TestDatabase database;
    private RegistryStore store;
    private RegistryManager registry;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        store = new RegistryStore(database.jpa());
        registry = manager(List.of());
    }

    private RegistryManager manager(List<String> files) {
        return new RegistryManager(
                store, new TeamStore(database.jpa()), new StopStore(database.jpa()), files, Clock.systemUTC());
    }

    private void loadSample() {
        SampleRegistry.load(store, new TeamStore(database.jpa()), new StopStore(database.jpa()));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void theCountyItsTownsAndVillagesAreThereAtOnce() {
        assertEquals(
                new Division("610926000000", "平利县", Division.Level.COUNTY, null), registry.division("610926000000"));
        assertEquals(
                11,
                registry.divisions("610926000000", new PageRequest(null, 200))
                        .items()
                        .size());
        assertEquals(1 + 11 + 152, store.divisions().size());
        assertEquals(List.of("平利县"), names(registry.divisions(null, PageRequest.first())));
    }

    @Test
    void aSecondStartChangesNothingAndACorrectedNameIsTakenOver() {
        List<Division> before = store.divisions();
        manager(List.of());
        assertEquals(before, store.divisions());
        assertEquals(1, store.put(List.of(new Division(TOWN, "新名镇", Division.Level.TOWN, "610926000000"))));
        assertEquals("新名镇", store.division(TOWN).orElseThrow().name());
    }

    @Test
    void divisionsArePagedByCode() {
        Page<Division> page = registry.divisions(TOWN, new PageRequest(null, 20));
        assertEquals(20, page.items().size());
        Page<Division> rest = registry.divisions(TOWN, new PageRequest(page.next(), 20));
        assertEquals(10, rest.items().size());
        assertNull(rest.next());
        assertFalse(rest.items().contains(page.items().get(19)));
    }

    @Test
    void anotherCountyIsAnotherFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("d.csv"), "\uFEFFcode,name\n610925,岚皋县\n610925100,\"城关镇\"\n610925100001,𠮷家社区\n");
        RegistryManager other = manager(List.of(file.toString()));
        assertEquals("𠮷家社区", other.division("610925100001").name());
        assertEquals("610925000000", other.division("610925100000").parent());
    }

    @Test
    void aBrokenFileIsKeptOutAndTheRegistryGoesOn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("d.csv"), "code,name\n610925100,城关镇\n");
        RegistryManager other = manager(List.of(file.toString(), "missing.csv"));
        assertThrows(Problem.class, () -> other.division("610925100000"));
        assertEquals("平利县", other.division("610926000000").name());
    }

    @Test
    void theSampleCountyHasASiteForEachDivisionOnceOnly() {
        loadSample();
        loadSample();
        assertEquals(165, all(registry.sites("610926000000", null, new PageRequest(null, 200))));
        assertEquals(11, all(registry.sites(null, Site.Kind.CENTRE, new PageRequest(null, 200))));
        assertEquals(32, all(registry.sites(TOWN, null, new PageRequest(null, 200))));
        assertEquals(1, all(registry.sites("610926100001", null, new PageRequest(null, 200))));
        assertEquals("城关镇流动代办点（示例）", registry.site("610926100000-02").name());
        assertEquals("西城社区便民服务站", registry.site("610926100001-01").name());
        assertTrue(registry.site(CENTRE).sample());
        assertEquals(4, registry.windows(CENTRE).size());
        assertEquals(
                List.of("chengguan-clerk", "chengguan-clerk2", "chengguan-officer"),
                registry.staff(CENTRE, PageRequest.first(), ADMIN).items().stream()
                        .map(Staff::account)
                        .toList());
    }

    @Test
    void theSampleLeavesWhatAnAdministratorChanged() {
        Site own = new Site(CENTRE, TOWN, Site.Kind.CENTRE, "我们的中心", "县城𠮷街1号", "0915-1234567", false);
        registry.save(own, ADMIN);
        loadSample();
        assertEquals(own, registry.site(CENTRE));
        assertEquals(List.of(), registry.windows(CENTRE));
    }

    @Test
    void sitesArePagedWithinASubtree() {
        loadSample();
        Page<Site> page = registry.sites(TOWN, Site.Kind.STATION, new PageRequest(null, 29));
        Page<Site> rest = registry.sites(TOWN, Site.Kind.STATION, new PageRequest(page.next(), 29));
        assertEquals(1, rest.items().size());
        assertNull(rest.next());
    }

    @Test
    void aSavedSiteShowsAtOnceAlthoughItWasRemembered() {
        loadSample();
        Site before = registry.site(CENTRE);
        registry.save(new Site(CENTRE, TOWN, before.kind(), "新中心", null, null, false), actor(TOWN, Role.ADMIN));
        assertEquals("新中心", registry.site(CENTRE).name());
    }

    @Test
    void onlyAnAdministratorOfTheDivisionMayChangeIt() {
        loadSample();
        Site site = registry.site(CENTRE);
        Problem foreign = assertThrows(Problem.class, () -> registry.save(site, actor("610926101000", Role.ADMIN)));
        assertEquals(Problem.Kind.FORBIDDEN, foreign.kind());
        assertThrows(Problem.class, () -> registry.save(site, actor(TOWN, Role.CLERK)));
        assertThrows(
                Problem.class, () -> registry.staff(CENTRE, PageRequest.first(), actor("610926101000", Role.CLERK)));
        assertThrows(Problem.class, () -> registry.staff(CENTRE, PageRequest.first(), actor(TOWN, Role.APPLICANT)));
    }

    @Test
    void everyWrongFieldOfASiteIsNamedAtOnce() {
        Problem problem = assertThrows(
                Problem.class, () -> registry.save(new Site("x", TOWN, null, "坏\u0000名", "", "call me", false), ADMIN));
        assertEquals(
                Set.of("code", "division", "kind", "name", "address", "phone"),
                Set.copyOf(problem.violations().stream()
                        .map(Problem.Violation::field)
                        .toList()));
        Problem kind = assertThrows(
                Problem.class,
                () -> registry.save(new Site(CENTRE, TOWN, Site.Kind.HALL, "厅", null, null, false), ADMIN));
        assertEquals("kind", kind.violations().get(0).field());
    }

    @Test
    void manySitesAreToldAtOnceAsEachIs() {
        loadSample();
        List<String> codes = registry.sites(TOWN, null, new PageRequest(null, 200)).items().stream()
                .map(Site::code)
                .toList();
        Map<String, List<Window>> windows = registry.windows(codes);
        Map<String, List<Staff>> staff = registry.staff(codes, ADMIN);
        for (String code : codes) {
            assertEquals(registry.windows(code), windows.getOrDefault(code, List.of()));
            assertEquals(
                    registry.staff(code, new PageRequest(null, 200), ADMIN).items(),
                    staff.getOrDefault(code, List.of()));
        }
        assertFalse(windows.isEmpty() || staff.isEmpty());
        assertEquals(Map.of(), registry.windows(List.of()));
        Actor foreign = actor("610926101000", Role.CLERK);
        assertThrows(Problem.class, () -> registry.staff(codes, foreign));
        assertThrows(Problem.class, () -> registry.staff(List.of("x"), foreign));
    }

    @Test
    void windowsAndStaffAreCreatedAndReplaced() {
        loadSample();
        registry.save(new Window(CENTRE, 1, "新窗口"), ADMIN);
        assertEquals("新窗口", registry.windows(CENTRE).get(0).name());
        assertThrows(Problem.class, () -> registry.save(new Window(CENTRE, 0, "零"), ADMIN));
        Staff added = registry.save(new Staff(0, CENTRE, "𠮷某（示例）", "咨询岗", null, 2), ADMIN);
        assertTrue(added.id() > 0);
        Staff moved = registry.save(new Staff(added.id(), CENTRE, "𠮷某（示例）", "引导岗", null, null), ADMIN);
        assertEquals(
                moved,
                registry.staff(CENTRE, PageRequest.first(), ADMIN).items().get(3));
        Problem problem =
                assertThrows(Problem.class, () -> registry.save(new Staff(0, CENTRE, "某", "岗", "No Login", 77), ADMIN));
        assertEquals(2, problem.violations().size());
        assertThrows(Problem.class, () -> registry.save(new Staff(987654, CENTRE, "某", "岗", null, null), ADMIN));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> registry.site("610926100000-99"))
                        .kind());
        assertThrows(Problem.class, () -> registry.division(null));
        assertThrows(Problem.class, () -> registry.sites("999999000000", null, PageRequest.first()));
        assertThrows(Problem.class, () -> registry.windows("nowhere"));
    }

    private static int all(Page<?> page) {
        assertNull(page.next());
        return page.items().size();
    }

    private static List<String> names(Page<Division> page) {
        return page.items().stream().map(Division::name).toList();
    }

    private static Actor actor(String division, String role) {
        return new Actor("somebody", "某人（示例）", Set.of(role), division, Channel.REST);
    }
}
