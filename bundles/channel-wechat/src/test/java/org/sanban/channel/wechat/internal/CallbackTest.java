// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Kind;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeMessages;
import org.sanban.api.test.FakePostings;

/** What WeChat posts is taken once and only from WeChat, and people get what they ask for. */
class CallbackTest {
    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final String SOMEBODY = "oPerson";

    private final FakeMessages messages = new FakeMessages();
    private final AtomicInteger ids = new AtomicInteger(1000);
    private final Callback sealed = callback(Settings.at(
            "http://127.0.0.1:1",
            "aesKey",
            Settings.KEY,
            "miniAesKey",
            Settings.KEY,
            "longTermTemplates",
            new String[] {"t-long"}));
    private final Callback plain = callback(Settings.at("http://127.0.0.1:1"));
    private final Envelope service = new Envelope("token-1", Settings.KEY, Settings.APP);
    private final Envelope mini = new Envelope("token-2", Settings.KEY, Settings.MINI);

    private Callback callback(WechatSettings settings) {
        FakePostings postings = new FakePostings();
        return new Callback(
                settings,
                new Conversation(messages, new FakeCases(), settings),
                new Guides(settings, new FakeMatters(), postings),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void theAddressIsVerifiedWithTheTokenOfItsAccount() {
        Callback.Signed signed = signed(service, NOW, "n");
        assertEquals("echo", sealed.verify(false, signed, "echo"));
        refused(Kind.FORBIDDEN, () -> sealed.verify(true, signed, "echo"));
        refused(Kind.FORBIDDEN, () -> sealed.verify(false, new Callback.Signed("0".repeat(40), "1", "n"), "echo"));
        refused(Kind.FORBIDDEN, () -> sealed.verify(false, new Callback.Signed(null, null, null), "echo"));
        assertEquals("echo", sealed.verify(true, signed(mini, NOW, "n"), "echo"));
    }

    @Test
    void anOldRequestIsRefused() {
        for (Duration wrong : List.of(Duration.ofMinutes(6), Duration.ofMinutes(-6))) {
            refused(Kind.FORBIDDEN, () -> sealed.verify(false, signed(service, NOW.minus(wrong), "n"), "echo"));
        }
        sealed.verify(false, signed(service, NOW.minus(Duration.ofMinutes(4)), "n"), "echo");
    }

    @Test
    void aCodeBindsAndIsAnswered() {
        assertTrue(say("绑定 12345678").contains("绑定成功"));
        assertTrue(say("１２３４５６７８").contains("绑定成功"), "digits of full width");
        assertTrue(say("87654321").contains("绑定码不正确"));
        assertTrue(say("00000000").contains("输错次数过多"), "the writer is told, WeChat does not post it again");
        assertTrue(say("解绑").contains("已解除绑定"));
        assertEquals(
                List.of(
                        "bind wechat oPerson",
                        "language wechat oPerson zh_CN",
                        "bind wechat oPerson",
                        "unbind wechat oPerson"),
                messages.told);
    }

    @Test
    void whoWritesEnglishIsAnsweredAndToldInEnglish() {
        assertTrue(say("help").contains("\"bind\""));
        assertTrue(say("Bind 12345678").startsWith("Bound."));
        assertEquals(List.of("bind wechat oPerson", "language wechat oPerson en"), messages.told);
        messages.numbers = List.of("61092626000000011");
        assertTrue(say("progress").startsWith("Case 61092626000000011"));
        assertTrue(say("unbind").startsWith("No longer bound"));
    }

    @Test
    void progressIsToldOfOnesOwnCases() {
        assertTrue(say("进度").contains("没有查到您的办件"));
        messages.numbers = List.of("61092626000000011", "gone", "61092626000000022");
        String told = say("进度");
        assertTrue(told.contains("办件 61092626000000011\n事项：示例事项<甲>\n进度：审批中\n承诺办结日：2026-11-09"), told);
        assertTrue(told.contains("61092626000000022"), told);
        assertFalse(told.contains("张"), "the reply names the applicant");
    }

    @Test
    void anythingElseIsAnsweredWithHelp() {
        assertTrue(say("你好").contains("8 位绑定码"));
        assertTrue(say("123456789").contains("8 位绑定码"));
        String voice = event("<MsgType>voice</MsgType><MsgId>77</MsgId>");
        assertTrue(text(post(sealed, service, voice)).contains("8 位绑定码"));
        String followed = event("<MsgType>event</MsgType><Event>subscribe</Event>");
        assertTrue(text(post(sealed, service, followed)).contains("8 位绑定码"));
    }

    @Test
    void consentsAndReceiptsAreCounted() {
        assertEquals("", new String(post(sealed, service, popup("t-1", "accept", "t-2", "reject"))));
        post(sealed, service, popup("t-long", "accept", "t-3", "shrug"));
        post(sealed, service, change("t-1"));
        post(sealed, service, arrived("111", "0", "success"));
        post(sealed, service, arrived("112", "2", "user refuse"));
        assertEquals(
                List.of(
                        "consent wechat oPerson t-1 1",
                        "refuse wechat oPerson t-2",
                        "consent wechat oPerson t-long 100",
                        "refuse wechat oPerson t-1",
                        "receipt wechat 111 true null",
                        "receipt wechat 112 false 2 user refuse"),
                messages.told);
    }

    @Test
    void aConsentThatIsToldAfterALaterRefusalDoesNotCount() {
        String time = "<CreateTime>1610969440";
        String earlier = "<CreateTime>1610969439";
        String later = "<CreateTime>1610969441";
        String consent = popup("t-1", "accept", "", "");
        post(sealed, service, change("t-1"));
        post(sealed, service, consent.replace(time, earlier));
        assertEquals(List.of("refuse wechat oPerson t-1"), messages.told);
        post(sealed, service, consent.replace(time, later));
        assertEquals("consent wechat oPerson t-1 1", messages.told.get(1));
    }

    @Test
    void somebodyAtTheMiniProgramIsAnotherAddress() {
        String event = popup("t-1", "accept", "", "accept");
        byte[] body = wrap(mini, event);
        sealed.post(true, signed(mini, NOW, "n"), signature(mini, NOW, "n", body), body);
        assertEquals(List.of("consent wechat mini:oPerson t-1 1"), messages.told);
    }

    @Test
    void whatIsPostedAgainIsDoneOnceAndAnsweredAlike() {
        String message = words("12345678", 5);
        String first = text(post(sealed, service, message));
        assertEquals(first, text(post(sealed, service, message)));
        String event = popup("t-1", "accept", "t-2", "reject");
        post(sealed, service, event);
        post(sealed, service, event);
        assertEquals(3, messages.told.size(), messages.told.toString());
    }

    @Test
    void whatCouldNotBeDoneIsDoneWhenItIsPostedAgain() {
        String event = popup("t-1", "accept", "", "");
        messages.away = true;
        assertThrows(IllegalStateException.class, () -> post(sealed, service, event));
        messages.away = false;
        post(sealed, service, event);
        assertEquals(List.of("consent wechat oPerson t-1 1"), messages.told);
    }

    @Test
    void aSealedAccountTakesNothingElse() {
        byte[] open = words("12345678", 1).getBytes(StandardCharsets.UTF_8);
        refused(Kind.FORBIDDEN, () -> sealed.post(false, signed(service, NOW, "n"), null, open));
        byte[] body = wrap(service, words("12345678", 1));
        refused(Kind.FORBIDDEN, () -> sealed.post(false, signed(service, NOW, "n"), "0".repeat(40), body));
        byte[] other = wrap(new Envelope("token-1", Settings.KEY, "wxother"), words("12345678", 1));
        refused(
                Kind.FORBIDDEN,
                () -> sealed.post(false, signed(service, NOW, "n"), signature(service, NOW, "n", other), other));
        assertEquals(List.of(), messages.told);
    }

    @Test
    void aPlainSignatureIsGoodForOneBody() {
        Callback.Signed signed = signed(service, NOW, "n");
        byte[] first = words("12345678", 1).getBytes(StandardCharsets.UTF_8);
        String reply = new String(plain.post(false, signed, null, first), StandardCharsets.UTF_8);
        Incoming read = Incoming.read(reply);
        assertEquals(SOMEBODY, read.text("ToUserName"));
        assertEquals("gh_example", read.text("FromUserName"));
        plain.post(false, signed, null, first);
        byte[] second = words("解绑", 2).getBytes(StandardCharsets.UTF_8);
        refused(Kind.FORBIDDEN, () -> plain.post(false, signed, null, second));
        assertEquals(1, messages.told.size());
    }

    @Test
    void wrongEncodingAndDangerousXmlAreRefused() {
        Callback.Signed signed = signed(service, NOW, "n");
        byte[] gbk = words("绑定 12345678", 1).getBytes(Charset.forName("GB18030"));
        refused(Kind.INVALID, () -> plain.post(false, signed, null, gbk));
        String bomb = "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + words("&b;", 1);
        String file = "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + words("&x;", 1);
        for (String wrong : List.of(bomb, file, "", "{\"json\":1}", "<xml><a></xml>", "<xml/>")) {
            byte[] body = wrong.getBytes(StandardCharsets.UTF_8);
            refused(Kind.INVALID, () -> plain.post(false, signed(service, NOW, "n" + body.length), null, body));
        }
        byte[] large = words("长".repeat(70_000), 1).getBytes(StandardCharsets.UTF_8);
        refused(Kind.TOO_LARGE, () -> plain.post(false, signed(service, NOW, "large"), null, large));
        assertEquals(List.of(), messages.told);
    }

    private static void refused(Kind kind, Runnable work) {
        Problem problem = assertThrows(Problem.class, work::run);
        assertEquals(kind, problem.kind(), problem.detail().zh());
    }

    private String say(String words) {
        return text(post(sealed, service, words(words, ids.incrementAndGet())));
    }

    /** What a sealed reply says. */
    private String text(byte[] reply) {
        Incoming envelope = Incoming.read(new String(reply, StandardCharsets.UTF_8));
        String inside = envelope.text("Encrypt");
        service.check(envelope.text("MsgSignature"), envelope.text("TimeStamp"), envelope.text("Nonce"), inside);
        return Incoming.read(service.open(inside)).text("Content");
    }

    private byte[] post(Callback callback, Envelope envelope, String message) {
        byte[] body = wrap(envelope, message);
        String nonce = "n" + ids.incrementAndGet();
        return callback.post(false, signed(envelope, NOW, nonce), signature(envelope, NOW, nonce, body), body);
    }

    private static Callback.Signed signed(Envelope envelope, Instant at, String nonce) {
        String timestamp = Long.toString(at.getEpochSecond());
        return new Callback.Signed(envelope.sign(timestamp, nonce), timestamp, nonce);
    }

    private static String signature(Envelope envelope, Instant at, String nonce, byte[] body) {
        String inside = Incoming.read(new String(body, StandardCharsets.UTF_8)).text("Encrypt");
        return envelope.sign(Long.toString(at.getEpochSecond()), nonce, inside);
    }

    private static byte[] wrap(Envelope envelope, String message) {
        String inside = envelope.seal(message, "0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        return ("<xml><ToUserName>gh_example</ToUserName><Encrypt><![CDATA[" + inside + "]]></Encrypt></xml>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String words(String words, int id) {
        return event("<MsgType><![CDATA[text]]></MsgType><Content>" + words + "</Content><MsgId>" + id + "</MsgId>");
    }

    private static String event(String inside) {
        return "<xml><ToUserName><![CDATA[gh_example]]></ToUserName><FromUserName><![CDATA[" + SOMEBODY
                + "]]></FromUserName><CreateTime>1610969440</CreateTime>" + inside + "</xml>";
    }

    private static String popup(String first, String firstSaid, String second, String secondSaid) {
        return event("<MsgType>event</MsgType><Event>subscribe_msg_popup_event</Event><SubscribeMsgPopupEvent>"
                + item(first, firstSaid) + item(second, secondSaid) + "</SubscribeMsgPopupEvent>");
    }

    private static String change(String template) {
        return event("<MsgType>event</MsgType><Event>subscribe_msg_change_event</Event><SubscribeMsgChangeEvent>"
                + item(template, "reject") + "</SubscribeMsgChangeEvent>");
    }

    private static String item(String template, String said) {
        return "<List><TemplateId><![CDATA[" + template + "]]></TemplateId><SubscribeStatusString><![CDATA[" + said
                + "]]></SubscribeStatusString><PopupScene>2</PopupScene></List>";
    }

    private static String arrived(String id, String code, String status) {
        return event("<MsgType>event</MsgType><Event>subscribe_msg_sent_event</Event><SubscribeMsgSentEvent><List>"
                + "<TemplateId>t-1</TemplateId><MsgID>" + id + "</MsgID><ErrorCode>" + code + "</ErrorCode>"
                + "<ErrorStatus><![CDATA[" + status + "]]></ErrorStatus></List></SubscribeMsgSentEvent>");
    }
}
