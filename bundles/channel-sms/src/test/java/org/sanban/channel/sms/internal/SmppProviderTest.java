// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Message_state;
import org.jsmpp.bean.OptionalParameter.Receipted_message_id;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.Answer.Outcome;
import org.sanban.api.channel.Message;
import org.sanban.channel.sms.internal.SimulatedSmsc.Fault;

class SmppProviderTest {
    private static final String LONG = "您好，".repeat(50);

    private final Set<Thread> before = threads();
    private final SimulatedSmsc smsc = new SimulatedSmsc();
    private final FakeMessages messages = new FakeMessages();
    private final List<SmsChannel> open = new ArrayList<>();

    @AfterEach
    void close() throws InterruptedException {
        open.forEach(SmsChannel::close);
        assertTrue(ours().isEmpty(), () -> "still running: " + ours());
        smsc.close();
    }

    @Test
    void aTextIsSubmittedInUcs2AndItsReceiptIsHandedOn() throws InterruptedException {
        Answer answer = channel().deliver(message("m-1", "上门已约好𠮷"));
        assertEquals(Outcome.SENT, answer.outcome(), answer::toString);
        SubmitSm taken = smsc.taken().get(0);
        assertEquals("【示例】上门已约好𠮷", smsc.shown());
        assertEquals(8, taken.getDataCoding());
        assertEquals(1, taken.getRegisteredDelivery());
        assertEquals("13800000000", taken.getDestAddress());
        assertEquals("10690000", taken.getSourceAddr());
        smsc.receipt(answer.references().get(0), "ENROUTE");
        smsc.receipt(answer.references().get(0), "DELIVRD");
        assertEquals("sms " + answer.references().get(0) + " arrived", messages.next());
        assertEquals(List.of(), messages.rest());
    }

    @Test
    void aReceiptBeforeTheAnswerIsHandedOnAsAnyOther() throws InterruptedException {
        smsc.breaks(Fault.RECEIPT_FIRST);
        Answer answer = channel().deliver(message("m-1", "短"));
        assertEquals(List.of("sms " + answer.references().get(0) + " arrived"), messages.rest());
    }

    @Test
    void aReceiptIsAcknowledgedOnceItIsWrittenDown() throws InterruptedException {
        channel();
        messages.failsNext(1);
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> smsc.receipt("1001", "DELIVRD"));
        assertTrue(refused.getCause().getMessage().contains("00000064"), () -> "" + refused.getCause());
        assertEquals(List.of(), messages.rest());
        smsc.receipt("1001", "DELIVRD");
        assertEquals(List.of("sms 1001 arrived"), messages.rest());
    }

    @Test
    void aReceiptThatComesTwiceIsHandedOnTwiceAndHarmless() throws InterruptedException {
        String reference = channel().deliver(message("m-1", "短")).references().get(0);
        smsc.receipt(reference, "UNDELIV");
        smsc.receipt(reference, "UNDELIV");
        assertEquals("sms " + reference + " UNDELIV 000", messages.next());
        assertEquals("sms " + reference + " UNDELIV 000", messages.next());
    }

    @Test
    void aReceiptInOptionalParametersIsRead() throws InterruptedException {
        String reference = channel().deliver(message("m-1", "短")).references().get(0);
        OptionalParameter[] parameters = {
            new Receipted_message_id((reference + "\0").getBytes(StandardCharsets.US_ASCII)),
            new Message_state((byte) 3)
        };
        smsc.deliver("13800000000", 4, 0, new byte[0], parameters);
        assertEquals("sms " + reference + " EXPIRED", messages.next());
    }

    @Test
    void aReceiptNobodyCanReadIsAcknowledgedAndLeft() throws InterruptedException {
        String reference = channel().deliver(message("m-1", "短")).references().get(0);
        smsc.deliver("13800000000", 4, 0, "状态".getBytes(StandardCharsets.UTF_16BE));
        smsc.receipt(reference, "DELIVRD");
        assertEquals("sms " + reference + " arrived", messages.next());
    }

    @Test
    void aReceiptInUcs2IsReadAsWell() throws InterruptedException {
        String reference = channel().deliver(message("m-1", "短")).references().get(0);
        smsc.deliver("13800000000", 4, 0, ("id:" + reference + " stat:DELIVRD").getBytes(StandardCharsets.UTF_16BE));
        assertEquals("sms " + reference + " arrived", messages.next());
    }

    @Test
    void aLongTextGoesInNumberedPartsThatHaveAReceiptEach() throws InterruptedException {
        SmsChannel channel = channel();
        Answer answer = channel.deliver(message("m-1", LONG));
        List<SubmitSm> parts = smsc.taken();
        assertEquals(3, parts.size());
        assertEquals("【示例】" + LONG, smsc.shown());
        for (int i = 0; i < parts.size(); i++) {
            byte[] content = parts.get(i).getShortMessage();
            assertTrue(parts.get(i).isUdhi());
            assertEquals(
                    List.of(5, 0, 3, 3, i + 1),
                    List.of((int) content[0], (int) content[1], (int) content[2], (int) content[4], (int) content[5]));
            assertEquals(parts.get(0).getShortMessage()[3], content[3], "one number for the whole");
        }
        assertEquals(smsc.ids(), answer.references());
        assertEquals(3.0, metric(channel, "sanban_sms_parts_total"));
    }

    @Test
    void partsAreNumberedInOptionalParametersWhereTheCentreWantsIt() throws InterruptedException {
        channel(smpp().set("smpp.concatenation", "sar")).deliver(message("m-1", LONG));
        SubmitSm second = smsc.taken().get(1);
        assertFalse(second.isUdhi());
        assertEquals(
                2,
                second.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class)
                        .getValue());
        assertEquals(
                3,
                second.getOptionalParameter(OptionalParameter.Sar_total_segments.class)
                        .getValue());
        assertEquals("【示例】" + LONG, smsc.shown());
    }

    @Test
    void aCentreThatIsAskedTooMuchIsLeftAloneAndOnlyTheRestIsSentAgain() throws InterruptedException {
        SmsChannel channel = channel();
        smsc.breaks(Fault.THROTTLED);
        Answer answer = channel.deliver(message("m-1", LONG));
        assertEquals(Outcome.LATER, answer.outcome());
        assertEquals(Duration.ofSeconds(5), answer.pause());
        assertTrue(answer.reason().contains("0x00000058"), answer.reason());
        assertEquals(1, smsc.taken().size());
        smsc.breaks(Fault.NONE);
        assertEquals(Outcome.SENT, channel.deliver(message("m-1", LONG)).outcome());
        assertEquals("【示例】" + LONG, smsc.shown());
    }

    @Test
    void aNumberTheCentreDoesNotKnowIsRefusedForGood() throws InterruptedException {
        smsc.breaks(Fault.NO_SUCH_NUMBER);
        Answer answer = channel().deliver(message("m-1", "短"));
        assertEquals(Outcome.REFUSED, answer.outcome());
        assertTrue(answer.reason().contains("0x0000000B"), answer.reason());
    }

    @Test
    void aSlowCentreIsWaitedFor() throws InterruptedException {
        smsc.breaks(Fault.SLOW);
        assertEquals(Outcome.SENT, channel().deliver(message("m-1", "短")).outcome());
    }

    @Test
    void aCentreThatSaysNoMoreIsGivenUpAndFoundAgain() throws InterruptedException {
        SmsChannel channel = channel(hasty());
        smsc.breaks(Fault.SILENT);
        Answer answer = channel.deliver(message("m-1", "短"));
        assertEquals(Outcome.LATER, answer.outcome());
        smsc.breaks(Fault.NONE);
        Eventually.isTrue("sent", () -> channel.deliver(message("m-1", "短")).outcome() == Outcome.SENT);
        assertEquals(2, smsc.binds());
    }

    @Test
    void aDeadLinkIsNoticedWithoutAMessage() throws InterruptedException {
        channel(hasty());
        smsc.breaks(Fault.SILENT);
        Eventually.isTrue("it logs in again", () -> smsc.binds() >= 2);
    }

    @Test
    void anUnbindInTheMiddleLosesNothingAndRepeatsAPartUnderItsNumber() throws InterruptedException {
        SmsChannel channel = channel();
        smsc.breaks(Fault.UNBINDS);
        Answer first = channel.deliver(message("m-1", LONG));
        assertEquals(Outcome.LATER, first.outcome(), first::toString);
        Eventually.isTrue("sent", () -> channel.deliver(message("m-1", LONG)).outcome() == Outcome.SENT);
        Set<Integer> numbers = smsc.taken().stream()
                .map(one -> one.getShortMessage()[3] & 0xFF)
                .collect(Collectors.toSet());
        assertEquals(1, numbers.size());
        Set<Integer> parts =
                smsc.taken().stream().map(one -> (int) one.getShortMessage()[5]).collect(Collectors.toSet());
        assertEquals(Set.of(1, 2, 3), parts);
    }

    @Test
    void aRefusedLoginIsSaidAndNotRepeated() throws InterruptedException {
        SmsChannel channel = open(smpp().set("smpp.password", "wrong"));
        Eventually.isTrue("it is said", () -> channel.fault().isPresent());
        String fault = channel.fault().orElseThrow().zh();
        assertTrue(fault.contains("smpp.password") && fault.contains("0x0000000E"), fault);
        assertFalse(fault.contains("wrong"));
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (System.nanoTime() < end) {
            assertEquals(Outcome.LATER, channel.deliver(message("m-1", "短")).outcome());
            Thread.sleep(50);
        }
        assertEquals(1, smsc.binds(), "no storm of logins");
    }

    @Test
    void aCentreThatCannotBindNowIsTriedAgain() throws InterruptedException {
        smsc.breaks(Fault.BIND_FAILS);
        SmsChannel channel = open(smpp());
        Eventually.isTrue("it was tried", () -> smsc.binds() >= 1);
        assertTrue(channel.fault().isEmpty(), "nothing that a setting mends");
        smsc.breaks(Fault.NONE);
        Eventually.isTrue("bound", () -> metric(channel, "sanban_sms_connected") == 1);
    }

    @Test
    void whoWantsOutIsForgottenWhateverTheCentreSaysOfTheEncoding() throws InterruptedException {
        channel();
        smsc.reply("8613800000001", 8, "退订".getBytes(StandardCharsets.UTF_16BE));
        assertEquals("sms unbind 13800000001", messages.next());
        smsc.reply("13800000002", 0, "td".getBytes(StandardCharsets.US_ASCII));
        assertEquals("sms unbind 13800000002", messages.next());
        smsc.reply("13800000003", 0, "退订".getBytes(StandardCharsets.UTF_16BE));
        assertEquals("sms unbind 13800000003", messages.next());
        smsc.reply("13800000004", 8, new byte[] {0x4E});
        smsc.reply("13800000005", 8, "谢谢".getBytes(StandardCharsets.UTF_16BE));
        smsc.reply("10086", 8, "退订".getBytes(StandardCharsets.UTF_16BE));
        smsc.reply("13800000006", 0, "T".getBytes(StandardCharsets.US_ASCII));
        assertEquals("sms unbind 13800000006", messages.next());
    }

    @Test
    void itSaysGoodbyeAndLeavesNothingRunning() throws InterruptedException {
        SmsChannel channel = channel();
        channel.close();
        Eventually.isTrue("the session ended", () -> smsc.bound() == 0);
    }

    @Test
    void nothingIsOpenedBeforeEverythingIsSet() {
        for (String missing : List.of("smpp.host", "smpp.systemId")) {
            assertFault(missing, smpp().set(missing, ""));
        }
        assertFault("smpp.port", smpp().set("smpp.port", 0));
        assertFault("smpp.password", smpp().set("smpp.password", "longerthan8"));
        assertFault("smpp.concatenation", smpp().set("smpp.concatenation", "both"));
        assertFault("smpp.sourceNpi", smpp().set("smpp.sourceNpi", 2));
        assertFault("signatureSource", smpp().set("signatureSource", ""));
        assertFault("form", smpp().set("form", "cmpp"));
        assertEquals(0, smsc.binds());
    }

    @Test
    void aWordWhereANumberBelongsIsSaidAndTheKeyStaysAsItWas() throws InterruptedException {
        SmsChannel channel = channel(smpp().set("maxParts", "many"));
        assertEquals(1, channel.faults().size());
        String told = channel.faults().get(0);
        assertTrue(told.contains("maxParts must be a whole number, not \"many\""), told);
        assertEquals(Outcome.SENT, channel.deliver(message("m-1", "短")).outcome());
    }

    private void assertFault(String setting, Settings settings) {
        SmsChannel channel = open(settings);
        String fault = channel.fault().orElseThrow().zh();
        assertTrue(fault.contains("etc/org.sanban.channel.sms.cfg 中的 " + setting + " "), fault);
        assertEquals(Outcome.LATER, channel.deliver(message("m-1", "短")).outcome());
    }

    @Test
    void whatCannotBeSentIsRefusedBeforeAnyoneIsAsked() throws InterruptedException {
        SmsChannel channel = channel();
        Answer number = channel.deliver(
                new Message("m-1", "0915-3000000", null, Map.of(), "短", null, Locale.SIMPLIFIED_CHINESE));
        assertEquals(Outcome.REFUSED, number.outcome());
        assertEquals(List.of(), number.references());
        Answer text = channel.deliver(message("m-2", "长".repeat(300)));
        assertEquals(Outcome.REFUSED, text.outcome());
        assertTrue(text.reason().contains("304") && text.reason().contains("5"), text.reason());
        assertEquals(List.of(), smsc.taken());
    }

    @Test
    void theLinkIsAddedAndTheSignatureStandsOnce() throws InterruptedException {
        channel()
                .deliver(new Message(
                        "m-1",
                        "13800000000",
                        null,
                        Map.of(),
                        "【示例】已办结",
                        "https://x.example/1",
                        Locale.SIMPLIFIED_CHINESE));
        assertEquals("【示例】已办结 https://x.example/1", smsc.shown());
        assertNotEquals(0, smsc.taken().size());
    }

    private Settings smpp() {
        return Settings.smpp(smsc.port()).set("signature", "示例").set("signatureSource", "示例，未经批准");
    }

    /** A centre that says nothing is not waited for long, one on a busy machine is. */
    private Settings hasty() {
        return smpp().set("timeoutSeconds", 5);
    }

    private SmsChannel channel() throws InterruptedException {
        return channel(smpp());
    }

    /** A channel that is bound. */
    private SmsChannel channel(Settings settings) throws InterruptedException {
        SmsChannel channel = open(settings);
        Eventually.isTrue("bound", () -> smsc.bound() == 1 && metric(channel, "sanban_sms_connected") == 1);
        return channel;
    }

    private SmsChannel open(Settings settings) {
        SmsChannel channel = new SmsChannel(settings.config(), messages);
        open.add(channel);
        return channel;
    }

    private static double metric(SmsChannel channel, String name) {
        return channel.metrics().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Message message(String id, String text) {
        return new Message(id, "13800000000", null, Map.of(), text, null, Locale.SIMPLIFIED_CHINESE);
    }

    /** Threads of the channel's that were not there before. */
    private Set<String> ours() {
        return threads().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("sanban-sms"))
                .collect(Collectors.toSet());
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }
}
