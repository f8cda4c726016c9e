// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.mode.proxy.internal.ProxyCase.acting;
import static org.sanban.mode.proxy.internal.ProxyCase.helping;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Case;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Sheet;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.SampleCase;
import org.sanban.api.test.Samples;

class ProxyPaperTest {
    private final RegistryService registry = new FakeRegistry(Samples.SITE);
    private final PaperForm acceptance = new AcceptancePaper(registry);
    private final PaperForm entrustment = new EntrustmentPaper(registry);
    private final PaperForm suspension = new SuspensionPaper(registry);
    private final PaperForm continuation = new ContinuationPaper(registry);
    private final PaperForm ending = new EndingPaper(registry);

    @Test
    void theAgreementSaysWhoActsForWhomInWhatAndUntilWhen() {
        Case c = acting().in("signing").only("collecting").make();
        assertTrue(entrustment.fits(c));
        Sheet sheet = entrustment.fill(c);
        assertEquals("代办服务委托书", sheet.title());
        assertEquals(c.number(), sheet.reference());
        assertTrue(sheet.sample(), "samples say that they are samples");
        for (String word :
                List.of("张示例", "360426199101010071", "agent（示例）", "收集报送", "报送材料", "2026-12-31", "随时撤销", "无偿")) {
            assertTrue(sheet.toString().contains(word), word + " in " + sheet);
        }
        assertEquals(2, sheet.signatures().size());
    }

    @Test
    void whoOnlyHelpsSignsNothing() {
        assertFalse(entrustment.fits(helping().in("advising").make()));
        assertFalse(continuation.fits(helping().in("advising").make()));
        assertTrue(acceptance.fits(helping().in("advising").make()));
    }

    @Test
    void thePaperOfAcceptanceListsWhatIsStillToBeBrought() {
        String sheet = acceptance
                .fill(acting().in("advising").asks("a", true).asks("b", false).make())
                .toString();
        assertTrue(sheet.contains("材料a（已提供）") && sheet.contains("材料b（待提供）"), sheet);
    }

    @Test
    void aSuspensionSaysWhereAndWhy() {
        Case c = acting().in("suspended")
                .with("suspendedIn", "collecting")
                .with("suspendedFor", "materials")
                .with("explanation", "等户口簿")
                .make();
        assertTrue(suspension.fits(c));
        String sheet = suspension.fill(c).toString();
        assertTrue(sheet.contains("收集报送") && sheet.contains("申请人需要补充材料") && sheet.contains("等户口簿"), sheet);
    }

    @Test
    void aRenewalLeavesRoomForTheNewTerm() {
        Sheet sheet = continuation.fill(acting().in("suspended").make());
        assertTrue(sheet.sections().get(1).rows().stream().anyMatch(row -> row.value() == null), sheet.toString());
    }

    @Test
    void theEndShowsWhatWasPaidAndGivenBack() {
        Case c = acting().in("closed")
                .with("result", "准予")
                .with("paidTotal", 35.5)
                .returned("户口簿")
                .make();
        assertTrue(ending.fits(c));
        assertFalse(ending.fits(acting().in("collecting").make()));
        String sheet = ending.fill(c).toString();
        assertTrue(sheet.contains("35.5") && sheet.contains("户口簿"), sheet);
    }

    @Test
    void aCaseThatAsksNothingOfTheKindHasNoneOfThesePapers() {
        Case other = SampleCase.of(ProxyWorkflow.WORKFLOW)
                .in("suspended")
                .after("accept")
                .after("sign")
                .make();
        for (PaperForm form : List.of(acceptance, entrustment, suspension, continuation, ending)) {
            assertFalse(form.fits(other), form.id());
        }
    }
}
