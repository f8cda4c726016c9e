// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Original;
import org.sanban.api.print.Sheet;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.Site;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;

class ReceiptFormTest {
    private static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");

    @Test
    void itSaysWhatWasHandedInAndUntilWhenTheCaseIsToBeFinished() throws IOException {
        Sheet sheet = form("https://sanban.example/").fill(accepted());
        assertEquals("受理回执", sheet.title());
        assertEquals("https://sanban.example/progress/#61092626000000017", sheet.link());
        String text = Prints.text(Prints.pdf(sheet, Path.of("none"), "receipt")).replaceAll("\\s", "");
        assertTrue(text.contains("第1页，共1页"), "one page is enough for it");
        Stream.of(
                        "61092626000000017",
                        "示例事项m",
                        "示例镇便民服务中心",
                        "应交原件1份、复印件0份；已收原件0份、复印件0份（尚缺）",
                        "户口簿610926-0012",
                        "2026年11月2日10:00收取，保管在办理地点",
                        "2026年11月2日10:00收取，2026年11月2日10:00退还，签收人：张示例",
                        "5个工作日",
                        "2026年11月9日前",
                        "致电0915-8400000",
                        "示例")
                .forEach(part -> assertTrue(text.contains(part), part + " in " + text));
        assertFalse(text.contains(Samples.person().idNumber()), "the number is masked");
        assertFalse(text.contains("不表示已经受理"));
    }

    @Test
    void beforeAcceptanceItDoesNotClaimOne() {
        Sheet sheet = form("").fill(Cases.sample().make());
        assertEquals("收件回执", sheet.title());
        assertTrue(sheet.toString().contains("不表示已经受理"));
        assertFalse(sheet.toString().contains("受理时间"));
    }

    @Test
    void withoutAnAddressThereIsNoCode() {
        assertNull(form("").fill(accepted()).link());
    }

    @Test
    void anAddressThatIsNoneIsTold() {
        assertEquals(1, Prints.settings("sanban.example", null).faults().size());
        assertEquals(
                1, Prints.settings("https://sanban.example/?a=b", null).faults().size());
    }

    @Test
    void whatIsNoSampleIsNotMarkedSo() {
        Site real = new Site(Samples.SITE.code(), Samples.TOWN, Site.Kind.CENTRE, "便民服务中心", "某路一号", null, false);
        ReceiptForm form = new ReceiptForm(
                new FakeRegistry(real),
                new FakeMatters(Cases.unmarked(Samples.matter("m", 5, Samples.CARD))),
                Prints.settings("", null));
        assertFalse(form.fill(accepted()).sample());
        assertTrue(form("").fill(accepted()).sample());
    }

    private static ReceiptForm form(String address) {
        return new ReceiptForm(
                new FakeRegistry(Samples.SITE),
                new FakeMatters(Samples.matter("m", 5, Samples.CARD)),
                Prints.settings(address, null));
    }

    private static Case accepted() {
        Case c = Cases.sample().asks("card", true).asks("form", false).make();
        Due due = new Due(
                5, AT, LocalDate.of(2026, 11, 9), null, 5, Light.ON_TIME, Text.of("自受理次日起还剩 5 个工作日。"), List.of());
        return Cases.with(
                c,
                due,
                List.of(
                        new Original(1, "户口簿 610926-0012", null, AT, "clerk", null, null, null, null),
                        new Original(2, "结婚证", null, AT, "clerk", null, AT, "clerk", "张示例")));
    }
}
