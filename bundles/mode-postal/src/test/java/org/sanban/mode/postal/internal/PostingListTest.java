// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.print.Sheet;
import org.sanban.api.print.Sheet.Row;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;

class PostingListTest {
    private static final String W = "EA123456789CN";
    private final PostingList list = new PostingList(new FakeRegistry(Samples.SITE));

    @Test
    void itIsThereWhileAParcelIsUnderWay() {
        assertFalse(list.fits(PostalCase.in("collecting").make()));
        assertTrue(list.fits(PostalCase.in("returning").sent(Leg.DELIVER, W).make()));
        assertFalse(list.fits(PostalCase.in("returning")
                .with("parcels", List.of(W + " deliver received " + PostalCase.AT + " -"))
                .make()));
    }

    @Test
    void itListsWhatTheParcelHoldsAndNothingElse() {
        Sheet sheet = list.fill(PostalCase.in("returning")
                .original("户口簿", "post:" + W)
                .original("身份证", null)
                .with("receiver", "张示例")
                .with("contents", "残疾人证一本")
                .sent(Leg.DELIVER, W)
                .make());
        assertEquals("交寄清单", sheet.title());
        assertEquals(List.of(new Row("1", "户口簿")), sheet.sections().get(1).rows());
        assertEquals("残疾人证一本", sheet.sections().get(2).paragraphs().get(0));
        assertTrue(sheet.sections().get(0).rows().containsAll(List.of(new Row("运单号", W), new Row("收件人", "张示例"))));
        assertTrue(sheet.sections().get(0).rows().contains(new Row("收件地址", "示例村一组")));
        assertEquals(3, sheet.signatures().size());
        assertTrue(sheet.sample());
    }
}
