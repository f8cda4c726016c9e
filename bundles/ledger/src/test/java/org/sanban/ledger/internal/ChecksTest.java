// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sanban.api.ledger.Check;
import org.sanban.api.ledger.SiteCheck;
import org.sanban.api.matters.NoticeBoard;
import org.sanban.api.matters.Scope;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Window;

class ChecksTest {
    private static final String CENTRE = Samples.CENTRE.code();

    @Test
    void aTownsHallHasAtLeastFortySquareMetres() {
        assertFalse(check(Samples.bare(Samples.CENTRE, Samples.hall(CENTRE, "39.99")), "hall.area")
                .holds());
        assertTrue(check(Samples.bare(Samples.CENTRE, Samples.hall(CENTRE, "40")), "hall.area")
                .holds());
        Check unknown = check(Samples.bare(Samples.CENTRE, Ledger.none(CENTRE)), "hall.area");
        assertFalse(unknown.holds(), "what is not known does not hold");
        assertEquals("R11", unknown.requirement());
        assertTrue(unknown.facts().get(0).text().zh().contains("40"), unknown.toString());
    }

    @Test
    void theFortySquareMetresAreAskedOfTownsOnly() {
        for (Site site : List.of(Samples.HALL, Samples.STATION)) {
            SiteCheck check = Checks.of(Samples.bare(site, Samples.hall(site.code(), "12")));
            assertTrue(check.checks().stream().noneMatch(one -> one.id().equals("hall.area")), site.code());
        }
    }

    @Test
    void theHotlineAndTheGroupArePublishedInFourKindsOfPlace() {
        Site park = new Site(Samples.COUNTY + "-02", Samples.COUNTY, Site.Kind.STATION, "园区站", null, null, true);
        Evidence seen = Samples.seen(Evidence.Item.HOTLINE, true, Samples.DAY);
        for (Site site : List.of(Samples.HALL, park, Samples.CENTRE, Samples.STATION)) {
            Snapshot snapshot = Samples.snapshot(site, Ledger.none(site.code()), Map.of(seen.item(), seen));
            Check hotline = check(snapshot, "published.hotline");
            assertTrue(hotline.holds() && hotline.requirement().equals("R82"), site.code());
            Check group = check(snapshot, "published.group");
            assertFalse(group.holds(), "nobody has looked yet");
            assertTrue(group.facts().get(0).text().zh().contains("政务服务微信群"), group.toString());
            assertTrue(group.advice().zh().contains("WECHAT_GROUP"), group.toString());
        }
    }

    @Test
    void theStandardsAreNineAndSix() {
        SiteCheck centre = Checks.of(Samples.bare(Samples.CENTRE, Ledger.none(CENTRE)));
        assertEquals(9, centre.of());
        assertEquals("八有一能", centre.standard().zh());
        assertEquals(List.of("R106", "R107", "R108", "R109", "R110", "R111", "R112", "R113", "R114"), standard(centre));
        SiteCheck station = Checks.of(Samples.bare(Samples.STATION, Ledger.none(Samples.STATION.code())));
        assertEquals(List.of("R17", "R18", "R19", "R20", "R21", "R22"), standard(station));
        SiteCheck hall = Checks.of(Samples.bare(Samples.HALL, Ledger.none(Samples.HALL.code())));
        assertNull(hall.standard());
        assertEquals(0, hall.of());
        Site park = new Site(Samples.COUNTY + "-02", Samples.COUNTY, Site.Kind.STATION, "园区站", null, null, true);
        assertNull(Checks.of(Samples.bare(park, Ledger.none(park.code()))).standard(), "六有 is asked of villages");
    }

    @Test
    void whateverIsMissingSaysWhyAndWhatToDo() {
        for (Site site : List.of(Samples.HALL, Samples.CENTRE, Samples.STATION)) {
            SiteCheck check = Checks.of(Samples.bare(site, Ledger.none(site.code())));
            assertFalse(check.missing().isEmpty());
            for (Check one : check.missing()) {
                assertFalse(one.facts().isEmpty(), one.id());
                assertNotNull(one.advice(), one.id());
                assertNotNull(one.facts().get(0).link(), one.id());
            }
        }
    }

    @Test
    void whatWasSeenCountsForAYearAndUntilSomebodySeesOtherwise() {
        assertTrue(rules(Samples.seen(Evidence.Item.RULES, true, Samples.DAY.minusDays(365)))
                .holds());
        Check old = rules(Samples.seen(Evidence.Item.RULES, true, Samples.DAY.minusDays(366)));
        assertFalse(old.holds());
        assertTrue(old.facts().get(0).text().zh().contains("测试"), "the source of the number is named: " + old);
        assertFalse(rules(Samples.seen(Evidence.Item.RULES, false, Samples.DAY)).holds());
        assertFalse(check(Samples.bare(Samples.CENTRE, Ledger.none(CENTRE)), "equipped.rules")
                .holds());
    }

    @Test
    void dataTellsWhatDataCanTell() {
        Scope scope = new Scope("proxy", Samples.TOWN, 2, Instant.EPOCH, "测试", Set.of("a", "b"), null, null, true);
        Snapshot full = new Snapshot(
                Samples.CENTRE,
                Samples.DAY,
                Ledger.none(CENTRE),
                Map.of(),
                List.of(new Window(CENTRE, 4, "帮办代办窗口")),
                List.of(new Staff(1, CENTRE, "甲", "综合岗", null, 1)),
                List.of(new Agent("a", Agent.Kind.TOWN, "乙", "镇", Set.of(Samples.TOWN), true)),
                new Snapshot.Listed(scope, "示例镇", 2, List.of(), 1),
                new Tally(3, 1),
                List.of(),
                Samples.board(CENTRE, 0),
                Samples.SETTINGS);
        for (String id : List.of("window", "staff", "guides", "matters", "register", "able")) {
            assertTrue(check(full, "equipped." + id).holds(), id);
        }
        assertTrue(check(full, "equipped.able").facts().get(0).text().zh().contains("1 件"));
        assertEquals(2, check(full, "equipped.guides").facts().size(), "incomplete guides are told");
        Snapshot guideless = new Snapshot(
                full.site(),
                full.day(),
                full.ledger(),
                full.seen(),
                List.of(new Window(CENTRE, 1, "综合窗口")),
                full.staff(),
                List.of(),
                new Snapshot.Listed(scope, "示例镇", 2, List.of("低保"), 0),
                new Tally(3, 0),
                List.of(),
                full.board(),
                full.settings());
        for (String id : List.of("window", "staff", "guides", "able")) {
            assertFalse(check(guideless, "equipped." + id).holds(), id);
        }
        assertTrue(
                check(guideless, "equipped.guides").facts().get(0).text().zh().contains("低保"));
    }

    @Test
    void whatHangsIsHeldAgainstWhatIsInForceOnlyWhereItIsWrittenDown() {
        for (Site site : List.of(Samples.HALL, Samples.CENTRE, Samples.STATION)) {
            Snapshot unknown = Samples.bare(site, Ledger.none(site.code()));
            assertTrue(Checks.of(unknown).checks().stream()
                    .noneMatch(one -> one.id().equals("published.current")));
            Check advised = check(unknown, "published.notices");
            assertFalse(advised.holds());
            assertEquals(Check.Weight.ADVISED, advised.weight());
        }
        assertTrue(check(boarded(List.of(), List.of()), "published.notices").holds());
        Check current = check(boarded(List.of(), List.of()), "published.current");
        assertTrue(current.holds() && current.facts().get(0).text().zh().contains("40 份"), current.toString());
        var old = new NoticeBoard.BoardEntry("a", "低保", 1, 2);
        var none = new NoticeBoard.BoardEntry("b", "医保", null, 1);
        Check wrong = check(boarded(List.of(old), List.of(none)), "published.current");
        assertFalse(wrong.holds());
        assertEquals(Check.Weight.REQUIRED, wrong.weight());
        assertEquals(
                "1 of 40 notices are not of the version in force: 低保",
                wrong.facts().get(0).text().en());
        assertTrue(wrong.facts().get(1).text().zh().contains("医保"), wrong.toString());
        assertTrue(wrong.advice().zh().contains("postings/boards/"), wrong.toString());
        assertFalse(
                check(boarded(List.of(), List.of(none)), "published.current").holds());
    }

    @Test
    void aSecretaryAnswersForAStationAndAClerkServesThereButNothingIsBlocked() {
        Snapshot bare = Samples.bare(Samples.STATION, Ledger.none(Samples.STATION.code()));
        Check responsible = check(bare, "station.responsible");
        assertFalse(responsible.holds());
        assertEquals(Check.Weight.REQUIRED, responsible.weight());
        assertEquals("R43, R44", responsible.requirement());
        assertEquals(Check.Weight.ADVISED, check(bare, "station.clerk").weight());
    }

    @Test
    void everyRuleHasItsTextsInBothLanguages() {
        Stream.concat(StandardRules.ALL.stream(), SiteRules.ALL.stream()).forEach(rule -> {
            Check check = Stream.of(Samples.HALL, Samples.CENTRE, Samples.STATION)
                    .map(site ->
                            Samples.snapshot(site, Ledger.none(site.code()), Map.of(), Samples.board(site.code(), 1)))
                    .filter(rule.asked())
                    .findFirst()
                    .map(rule::check)
                    .orElseThrow();
            assertFalse(check.name().zh().equals(check.name().en()), rule.id());
        });
    }

    private static Snapshot boarded(List<NoticeBoard.BoardEntry> outdated, List<NoticeBoard.BoardEntry> missing) {
        return Samples.snapshot(
                Samples.CENTRE, Ledger.none(CENTRE), Map.of(), new NoticeBoard(CENTRE, 40, outdated, missing));
    }

    private static List<String> standard(SiteCheck check) {
        return check.checks().stream()
                .filter(one -> one.weight() == Check.Weight.STANDARD)
                .map(Check::requirement)
                .toList();
    }

    private static Check rules(Evidence evidence) {
        return check(
                Samples.snapshot(Samples.CENTRE, Ledger.none(CENTRE), Map.of(evidence.item(), evidence)),
                "equipped.rules");
    }

    private static Check check(Snapshot snapshot, String id) {
        return Checks.of(snapshot).checks().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
