// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterType;
import org.sanban.api.print.Sheet;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.Samples;

/** What hangs on the board is what the web shows, whole, and says which version it is. */
class NoticeTest {
    private static final String BASE = "https://example.org";

    @Test
    void itTellsEveryElementThatMustBePublished() {
        Matter matter = Samples.matter("A1", 5, Samples.CARD, Samples.FORM);
        Sheet sheet = Notice.of(matter, path -> BASE + path);
        assertEquals("示例事项A1", sheet.title());
        assertEquals(
                List.of("事项名称", "实施部门", "事项类型", "办理条件", "办理流程", "申请材料", "办理时限", "办理依据", "收费", "办理结果", "监督电话"),
                sheet.sections().get(0).rows().stream().map(Sheet.Row::label).toList());
        assertEquals("承诺 5 个工作日；法定 20 个工作日", value(sheet, "办理时限"));
        assertEquals("1. 居民身份证（原件 1 份、复印件 1 份）\n2. 申请表（原件 1 份、复印件 0 份）", value(sheet, "申请材料"));
        assertEquals("示例依据", value(sheet, "办理依据"));
        assertTrue(sheet.sample());
    }

    @Test
    void itSaysWhichVersionItIsAndLeadsToThatVersion() {
        Sheet sheet = Notice.of(Samples.matter("A1", 0), path -> BASE + path);
        assertEquals("A1（第 1 版）", sheet.reference());
        assertEquals(BASE + "/guides/#A1/1", sheet.link());
        assertTrue(sheet.sections().get(1).paragraphs().get(0).contains("第 1 版，2026年1月1日起施行"));
    }

    @Test
    void anIncompleteGuideIsRefusedNamingWhatItLacks() {
        Problem problem = assertThrows(Problem.class, () -> Notice.of(bare(null), path -> null));
        assertEquals(Problem.Kind.CONFLICT, problem.kind());
        assertTrue(
                problem.detail().zh().contains("办理条件、办理流程、办理时限、办理依据、监督电话"),
                problem.detail().zh());
    }

    @Test
    void aWithdrawnGuideIsRefused() {
        Problem problem =
                assertThrows(Problem.class, () -> Notice.of(bare(Instant.parse("2026-02-01T00:00:00Z")), path -> null));
        assertTrue(problem.detail().zh().contains("已撤回"), problem.detail().zh());
    }

    private static Matter bare(Instant withdrawn) {
        Guide guide = new Guide(
                2,
                Instant.parse("2026-01-01T00:00:00Z"),
                withdrawn,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                Set.of(),
                Set.of());
        return new Matter("B1", "示例许可", "示例局", null, MatterType.LICENCE, "示例", false, guide);
    }

    private static String value(Sheet sheet, String label) {
        return sheet.sections().get(0).rows().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
