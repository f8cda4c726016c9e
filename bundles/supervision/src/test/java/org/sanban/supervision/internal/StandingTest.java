// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.supervision.internal.House.COUNTY;
import static org.sanban.supervision.internal.House.TOWN;
import static org.sanban.supervision.internal.House.actor;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Role;
import org.sanban.api.print.Sheet;
import org.sanban.api.supervision.Cause;
import org.sanban.api.supervision.Notice;
import org.sanban.api.supervision.NoticeEntry;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;

/** Who may do what to whom, and what else needs no database. */
class StandingTest {
    private static final String VILLAGE = "610926100001";

    @Test
    void supervisionComesFromAboveAndNeverFromWithin() {
        assertTrue(Standing.above(actor("s", Role.SUPERVISOR, COUNTY), VILLAGE));
        assertTrue(Standing.above(actor("s", Role.SUPERVISOR, TOWN), VILLAGE));
        assertFalse(Standing.above(actor("s", Role.SUPERVISOR, TOWN), TOWN));
        assertFalse(Standing.above(actor("s", Role.SUPERVISOR, VILLAGE), TOWN));
        assertFalse(Standing.above(actor("a", Role.ADMIN, COUNTY), TOWN));
        assertFalse(Standing.above(actor("s", Role.SUPERVISOR, COUNTY), COUNTY));
        assertTrue(Standing.above(actor("s", Role.SUPERVISOR, "610900000000"), COUNTY));
        assertTrue(Standing.handles(actor("s", Role.SUPERVISOR, COUNTY), COUNTY), "nobody else could");
        assertFalse(Standing.handles(actor("s", Role.SUPERVISOR, TOWN), TOWN));
    }

    @Test
    void aDivisionOrItsTownAnswers() {
        assertTrue(Standing.answersFor(actor("c", Role.CLERK, TOWN), VILLAGE));
        assertTrue(Standing.answersFor(actor("c", Role.AGENT, VILLAGE), VILLAGE));
        assertTrue(Standing.answersFor(actor("c", Role.OFFICER, COUNTY), COUNTY));
        assertFalse(Standing.answersFor(actor("c", Role.OFFICER, COUNTY), TOWN));
        assertFalse(Standing.answersFor(actor("c", Role.CLERK, VILLAGE), TOWN));
        assertFalse(Standing.answersFor(actor("s", Role.SUPERVISOR, TOWN), TOWN));
        assertFalse(Standing.answersFor(actor("x", Role.SYSTEM, TOWN), TOWN));
    }

    @Test
    void aCodeIsKeptAsItsHashAndMayBeTypedInSmallLetters() {
        String code = FollowCode.random(new SecureRandom());
        String hash = FollowCode.hash(code);
        assertEquals(10, code.length());
        assertFalse(hash.contains(code));
        assertTrue(FollowCode.matches(" " + code.toLowerCase(Locale.ROOT), hash));
        assertFalse(FollowCode.matches(code + "2", hash));
        assertNotEquals(code, FollowCode.random(new SecureRandom()));
    }

    @Test
    void severalNamesAreKeptInOneText() {
        List<String> names = List.of("周监督（示例）", "𠮷某");
        assertEquals(names, Words.parted(Words.joined(names)));
        assertEquals(List.of(), Words.parted(Words.joined(null)));
    }

    @Test
    void aNoticeIsPrintedWithWhatCameOfIt() {
        Notice notice = new Notice(
                7,
                Notice.Kind.RECTIFICATION,
                Notice.State.ANSWERED,
                2,
                TOWN,
                Samples.SITE.code(),
                null,
                null,
                Cause.ABSENT,
                "1号窗口无人值守\n请整改",
                null,
                null,
                LocalDate.parse("2026-11-02"),
                LocalDate.parse("2026-11-09"),
                null,
                LocalDate.parse("2026-11-03"),
                null,
                "周监督（示例）",
                COUNTY);
        NoticeEntry answer = new NoticeEntry(
                2, House.at("2026-11-03"), NoticeEntry.Kind.ANSWERED, "c", "王𠮷", TOWN, "已安排", House.files(1), null);
        Sheet sheet = new NoticePaper(new FakeRegistry(Samples.SITE)).fill(notice, List.of(answer));
        assertEquals("限期整改通知书", sheet.title());
        assertEquals("No. 7", sheet.reference());
        assertTrue(sheet.sample(), "the site is a sample");
        String all = sheet.toString();
        assertTrue(all.contains("事项和人员进驻不到位") && all.contains("2026-11-09") && all.contains("示例镇"), all);
        assertTrue(all.contains("2026-11-03 答复（王𠮷）：已安排（附件 1 个）"), all);
    }
}
