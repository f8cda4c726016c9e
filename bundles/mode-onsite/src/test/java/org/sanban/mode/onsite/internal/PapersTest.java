// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.onsite.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Case;
import org.sanban.api.print.Sheet;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.SampleCase;
import org.sanban.api.test.Samples;

class PapersTest {
    private final FakeRegistry registry = new FakeRegistry(Samples.SITE);
    private final VisitPlan plan = new VisitPlan(registry);
    private final VisitReceipt receipt = new VisitReceipt(registry);
    private final SampleCase requested = SampleCase.of(OnsiteWorkflow.of(5));

    @Test
    void thePlanIsThereOnceItIsMade() {
        assertFalse(plan.fits(requested.make()));
        assertTrue(plan.fits(requested.after("plan").make()));
    }

    @Test
    void thePlanSaysWhatWasAskedAndArrangedAndLeavesRoomForTheRest() {
        Case c = requested
                .in("planned")
                .after("plan")
                .asks("a", false)
                .answered(Map.of(
                        "need", "person",
                        "circumstance", "elderly",
                        "wishedAt", "2026-11-23T09:00:00+08:00",
                        "place", "示例村一组",
                        "team", "王示例、李示例"))
                .make();
        Sheet sheet = plan.fill(c);
        assertEquals("上门办服务方案", sheet.title());
        assertEquals("群众需求", value(sheet, "需求类别"));
        assertEquals("2026年11月23日 09:00", value(sheet, "希望上门时间"));
        assertEquals("王示例、李示例", value(sheet, "服务人员"));
        assertEquals("原件 1、复印件 0，请申请人备好", value(sheet, "材料a"));
        assertNull(value(sheet, "约定上门时间"));
        assertTrue(sheet.sample());
    }

    @Test
    void theReceiptIsThereAsSoonAsThereIsAResult() {
        assertFalse(receipt.fits(requested.after("accept").make()));
        assertTrue(receipt.fits(requested.after("decide").make()));
        Case c = requested
                .in("decided")
                .after("decide")
                .answered(Map.of("result", "残疾人证"))
                .make();
        Sheet sheet = receipt.fill(c);
        assertEquals("残疾人证", value(sheet, "办理结果"));
        assertNull(value(sheet, "签收人"));
        assertEquals(2, sheet.signatures().size());
    }

    private static String value(Sheet sheet, String label) {
        return sheet.sections().stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
