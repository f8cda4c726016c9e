// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.Answer.Outcome;
import org.sanban.api.channel.Message;

/** Messages go out as WeChat's documentation has them, and each of its answers means what it means. */
class WechatChannelTest {
    private static final String SEND = "/cgi-bin/message/subscribe/bizsend";
    private static final String OPENID = "oABCDEFG";

    private final SimulatedWechat wechat = new SimulatedWechat();
    private final WechatSettings settings = Settings.at(wechat.url(), "miniPage", "pages/case");
    private final WechatChannel channel = new WechatChannel(settings);

    @AfterEach
    void close() {
        wechat.close();
    }

    @Test
    void theServiceAccountSendsWithBizsend() {
        Answer answer = channel.deliver(message(OPENID, Map.of("thing1", "示例事项", "character_string2", "61092626")));
        assertEquals(Answer.sent("1700827132819554304"), answer);
        SimulatedWechat.Asked asked = wechat.asked().get(0);
        assertEquals(SEND, asked.path());
        assertEquals("T1", asked.token());
        JsonNode body = asked.body();
        assertEquals(OPENID, body.path("touser").asText());
        assertEquals("t-1", body.path("template_id").asText());
        assertEquals("https://sanban.example/p", body.path("page").asText());
        assertEquals("zh_CN", body.path("lang").asText());
        assertEquals("示例事项", body.path("data").path("thing1").path("value").asText());
        assertFalse(body.has("miniprogram_state"));
    }

    @Test
    void theMiniProgramSendsWithSendUnderItsOwnToken() {
        channel.deliver(message(OPENID, Map.of("thing1", "a")));
        assertEquals(
                Outcome.SENT,
                channel.deliver(message("mini:" + OPENID, Map.of("thing1", "a")))
                        .outcome());
        SimulatedWechat.Asked asked = wechat.asked().get(1);
        assertEquals("/cgi-bin/message/subscribe/send", asked.path());
        assertEquals("T2", asked.token());
        assertEquals(OPENID, asked.body().path("touser").asText());
        assertEquals("pages/case", asked.body().path("page").asText());
        assertEquals("formal", asked.body().path("miniprogram_state").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "43101, NO_CONSENT",
        "40003, REFUSED",
        "40037, REFUSED",
        "47003, REFUSED",
        "41030, REFUSED",
        "43116, REFUSED",
        "45009, LATER",
        "43108, NOT_YET",
        "48001, LATER",
        "-1, LATER"
    })
    void anErrorCodeIsWhatItMeans(int code, Outcome outcome) {
        wechat.answers(SEND, "{\"errcode\":" + code + ",\"errmsg\":\"said of " + OPENID + " rid: 1\"}");
        Answer answer = channel.deliver(message(OPENID, Map.of("thing1", "a")));
        assertEquals(outcome, answer.outcome());
        assertTrue(answer.reason().contains("（" + code + "）"), answer.reason());
        assertFalse(answer.reason().contains(OPENID), "it names whom the message was for");
        assertEquals(outcome == Outcome.LATER || outcome == Outcome.NOT_YET, answer.pause() != null);
    }

    @Test
    void anAnswerWithoutACodeIsNoSuccess() {
        wechat.answers(SEND, "{}");
        assertEquals(
                Outcome.LATER,
                channel.deliver(message(OPENID, Map.of("thing1", "a"))).outcome());
    }

    @ParameterizedTest
    @CsvSource({"40001", "40014", "42001"})
    void aTokenThatIsOverIsRenewedOnceAndTheMessageSent(int code) {
        wechat.answers(SEND, "{\"errcode\":" + code + ",\"errmsg\":\"invalid credential\"}");
        assertEquals(
                Outcome.SENT,
                channel.deliver(message(OPENID, Map.of("thing1", "a"))).outcome());
        assertEquals(
                List.of("T1", "T2"),
                wechat.asked().stream().map(SimulatedWechat.Asked::token).toList());
        wechat.answers(SEND, "{\"errcode\":" + code + ",\"errmsg\":\"invalid credential\"}");
        wechat.answers(SEND, "{\"errcode\":" + code + ",\"errmsg\":\"invalid credential\"}");
        assertEquals(
                Outcome.LATER,
                channel.deliver(message(OPENID, Map.of("thing1", "a"))).outcome());
        assertEquals(4, wechat.asked().size(), "not again and again");
    }

    @Test
    void manyWhoNeedATokenAskForOne() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(16);
        try {
            Callable<Answer> send = () -> channel.deliver(message(OPENID, Map.of("thing1", "a")));
            for (Future<Answer> sent :
                    many.invokeAll(Stream.generate(() -> send).limit(48).toList())) {
                assertEquals(Outcome.SENT, sent.get().outcome());
            }
            assertEquals(1, wechat.tokens());
            for (int i = 0; i < 16; i++) {
                wechat.answers(SEND, "{\"errcode\":42001,\"errmsg\":\"expired\"}");
            }
            many.invokeAll(Stream.generate(() -> send).limit(16).toList());
            assertTrue(wechat.tokens() <= 17, "never more than one for each that was refused: " + wechat.tokens());
            assertTrue(wechat.asked().stream()
                            .map(SimulatedWechat.Asked::token)
                            .collect(Collectors.toSet())
                            .size()
                    >= 2);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() {
        wechat.tokensLast(1);
        channel.deliver(message(OPENID, Map.of("thing1", "a")));
        wechat.tokensLast(7200);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (wechat.tokens() < 2) {
                channel.deliver(message(OPENID, Map.of("thing1", "a")));
            }
        });
        long sent = wechat.asked().size();
        channel.deliver(message(OPENID, Map.of("thing1", "a")));
        assertEquals(2, wechat.tokens());
        assertEquals(sent + 1, wechat.asked().size());
    }

    @Test
    void aRefusedAccountIsAFaultThatNamesTheFileAndIsNotAskedAgainAtOnce() {
        wechat.answers("/cgi-bin/stable_token", "{\"errcode\":40125,\"errmsg\":\"invalid appsecret\"}");
        assertTrue(channel.fault().isEmpty());
        Answer answer = channel.deliver(message(OPENID, Map.of("thing1", "a")));
        assertEquals(Outcome.LATER, answer.outcome());
        String fault = channel.fault().orElseThrow().zh();
        assertTrue(fault.contains("etc/org.sanban.channel.wechat.cfg") && fault.contains("40125"), fault);
        assertFalse(fault.contains("secret-1"), fault);
        channel.deliver(message(OPENID, Map.of("thing1", "a")));
        assertEquals(1, wechat.tokens());
        assertEquals(List.of(), wechat.asked());
    }

    @Test
    void whatItIsBusyWithIsNoFaultOfTheSettings() {
        wechat.answers("/cgi-bin/stable_token", "{\"errcode\":-1,\"errmsg\":\"system error\"}");
        assertEquals(
                Outcome.LATER,
                channel.deliver(message(OPENID, Map.of("thing1", "a"))).outcome());
        assertTrue(channel.fault().isEmpty());
    }

    @Test
    void aConnectionThatStaysHalfOpenHoldsNobodyUp() throws IOException {
        try (ServerSocket half = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread other = new Thread(() -> {
                try (Socket socket = half.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"access"
                                    .getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // It is closed by the test.
                }
            });
            other.setDaemon(true);
            other.start();
            WechatChannel waiting =
                    new WechatChannel(Settings.at("http://127.0.0.1:" + half.getLocalPort(), "timeoutSeconds", 1));
            Answer answer = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> waiting.deliver(message(OPENID, Map.of("thing1", "a"))));
            assertEquals(Outcome.LATER, answer.outcome());
        }
    }

    @Test
    void valuesFitOrAreRefusedBeforeAnythingIsSent() {
        assertEquals("一二三四五六七八九十一二三四五六七八九…", sent("thing1", "一二三四五六七八九十一二三四五六七八九十一"));
        assertEquals("一二三四五六七八九十一二三四五六七八…", sent("thing1", "一二三四五六七八九十一二三四五六七八𠮷𠮷"));
        assertEquals("两行 一行", sent("thing2", "两行\r\n一行"));
        assertEquals("张示例示例示例示例示", sent("name3", "张示例示例示例示例示例"));
        assertEquals("2026年12月1日 09:00", sent("time4", "2026年12月1日 09:00"));
        assertEquals("09:00~10:30", sent("time4", "09:00~10:30"));
        assertEquals("待领取", sent("phrase5", "待领取"));
        long before = wechat.asked().size();
        for (Map.Entry<String, String> unfit : Map.of(
                        "phrase5", "已经准予办理了",
                        "number6", "12a",
                        "character_string7", "六一〇九",
                        "time4", "明天上午",
                        "thing1", "  ",
                        "amount8", "很多元",
                        "phone_number9", "012345678901234567890")
                .entrySet()) {
            Answer answer = channel.deliver(message(OPENID, Map.of(unfit.getKey(), unfit.getValue())));
            assertEquals(Outcome.REFUSED, answer.outcome(), unfit.toString());
            assertTrue(answer.reason().contains(unfit.getKey()), answer.reason());
            assertFalse(answer.reason().contains(unfit.getValue()), "the reason repeats the value");
        }
        assertEquals(before, wechat.asked().size());
    }

    @Test
    void withoutATemplateOrTheRightAccountItIsRefused() {
        WechatChannel onlyMini = new WechatChannel(
                Settings.of("url", wechat.url(), "miniAppId", Settings.MINI, "miniAppSecret", "s", "miniToken", "t"));
        assertEquals(
                Outcome.REFUSED,
                onlyMini.deliver(message(OPENID, Map.of("thing1", "a"))).outcome());
        Message free = new Message("m", OPENID, null, Map.of(), "text", null, Locale.SIMPLIFIED_CHINESE);
        assertEquals(Outcome.REFUSED, channel.deliver(free).outcome());
        assertEquals(List.of(), wechat.asked());
    }

    @ParameterizedTest
    @CsvSource({
        "appSecret, ''",
        "token, ''",
        "aesKey, short",
        "miniAppSecret, ''",
        "miniToken, ''",
        "url, ftp://x",
        "miniState, beta"
    })
    void aWrongSettingIsNamedInBothLanguages(String key, String value) {
        WechatChannel wrong = new WechatChannel(Settings.at(wechat.url(), key, value));
        String zh = wrong.fault().orElseThrow().zh();
        assertTrue(zh.contains("etc/org.sanban.channel.wechat.cfg") && zh.contains(key), zh);
        String en = wrong.fault().orElseThrow().en();
        assertTrue(en.contains("etc/org.sanban.channel.wechat.cfg") && en.contains(key), en);
        assertEquals(
                Outcome.LATER,
                wrong.deliver(message(OPENID, Map.of("thing1", "a"))).outcome());
    }

    private String sent(String field, String value) {
        Answer answer = channel.deliver(message(OPENID, Map.of(field, value)));
        assertEquals(Outcome.SENT, answer.outcome(), answer::toString);
        List<SimulatedWechat.Asked> asked = wechat.asked();
        return asked.get(asked.size() - 1)
                .body()
                .path("data")
                .path(field)
                .path("value")
                .asText();
    }

    private static Message message(String address, Map<String, String> values) {
        return new Message(
                "m-1",
                address,
                "t-1",
                new LinkedHashMap<>(values),
                "示例",
                "https://sanban.example/p",
                Locale.SIMPLIFIED_CHINESE);
    }
}
