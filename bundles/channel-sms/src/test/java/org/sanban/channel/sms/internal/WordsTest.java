// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final StopWords STOP = StopWords.of("T,TD,退订");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000000",
                "+8613800000000",
                "8613800000000",
                "008613800000000",
                "138 0000-0000",
                "１３８００００００００"
            })
    void aMobileNumberIsKnownHoweverItIsWritten(String written) {
        assertEquals(Optional.of("13800000000"), Phone.local(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "09153000000", "1380000000", "138000000001", "12800000000", "+1 2025550100", "null"})
    void whatIsNoMobileNumberIsNone(String written) {
        assertEquals(Optional.empty(), Phone.local(written));
    }

    @Test
    void theProviderGetsNumbersAsItWantsThem() {
        assertEquals("13800000000", Phone.written("13800000000", "local"));
        assertEquals("8613800000000", Phone.written("13800000000", "86"));
        assertEquals("+8613800000000", Phone.written("13800000000", "+86"));
    }

    @Test
    void textsAreCutWhereTheyAreBilled() {
        assertEquals(1, Parts.of("好".repeat(70)).size());
        assertArrayEquals(
                new int[] {67, 4},
                Parts.of("好".repeat(71)).stream().mapToInt(String::length).toArray());
        assertEquals(2, Parts.of("好".repeat(134)).size());
        assertEquals(3, Parts.of("好".repeat(135)).size());
    }

    @Test
    void noCharacterIsTornApart() {
        List<String> parts = Parts.of("好".repeat(66) + "𠮷" + "好".repeat(20));
        assertEquals("好".repeat(66), parts.get(0));
        assertTrue(parts.get(1).startsWith("𠮷"));
        assertEquals("好".repeat(66) + "𠮷" + "好".repeat(20), String.join("", parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "t", "TD", "Td ", "ＴＤ", "退订", " 退订。", "TD!"})
    void whoWantsOutIsUnderstood(String written) {
        assertTrue(STOP.said(written));
        assertTrue(STOP.said(written.getBytes(StandardCharsets.UTF_16BE)));
        assertTrue(STOP.said(written.getBytes(StandardCharsets.UTF_8)));
        assertTrue(STOP.said(written.getBytes(Charset.forName("GBK"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "谢谢", "我没有退订", "Thanks", "T2"})
    void whoSaysSomethingElseStays(String written) {
        assertFalse(STOP.said(written));
        assertFalse(STOP.said(written.getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void idsAreComparedAsNumbersWhereTheyAreWrittenDifferently() {
        assertEquals(ReceiptIds.HEX_DECIMAL.ofReceipt("255"), ReceiptIds.HEX_DECIMAL.ofResponse("00FF"));
        assertEquals(ReceiptIds.DECIMAL_HEX.ofReceipt("ff"), ReceiptIds.DECIMAL_HEX.ofResponse("255"));
        assertEquals("0A-b", ReceiptIds.SAME.ofReceipt("0A-b"));
        assertEquals("m-1", ReceiptIds.HEX_DECIMAL.ofResponse("m-1"));
    }
}
