// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.Answer.Outcome;
import org.sanban.api.channel.Message;

/** Messages go out as Douyin's documentation has them, and each of its answers means what it means. */
class DouyinChannelTest {
    private final SimulatedDouyin douyin = new SimulatedDouyin();
    private long now;
    private final DouyinChannel channel = new DouyinChannel(Settings.at(douyin.url(), "notifyType", "1, 2"), () -> now);
    private final AtomicInteger people = new AtomicInteger();

    @AfterEach
    void close() {
        douyin.close();
    }

    @Test
    void itSendsWithNotifyUser() {
        assertEquals(Answer.sent("20260101"), channel.deliver(message("somebody", Map.of("办件", "示例\n事项"))));
        SimulatedDouyin.Asked asked = douyin.asked().get(0);
        assertEquals("clt.1", asked.token());
        JsonNode body = asked.body();
        assertEquals("MSG1", body.path("msg_id").asText());
        assertEquals("somebody", body.path("open_id").asText());
        assertEquals("[1,2]", body.path("notify_type").toString());
        assertEquals("示例 事项", body.path("data").path("办件").asText());
        assertFalse(body.has("page"));
    }

    @ParameterizedTest
    @CsvSource({
        "28014043, NO_CONSENT",
        "28014041, NO_CONSENT",
        "28014036, NO_CONSENT",
        "28014001, REFUSED",
        "1008, REFUSED",
        "28006003, LATER",
        "28001005, LATER",
        "28003017, LATER",
        "28003018, LATER"
    })
    void anErrorCodeIsWhatItMeans(int code, Outcome outcome) {
        douyin.answers("{\"err_no\":" + code + ",\"err_msg\":\"said of somebody\"}");
        Answer answer = channel.deliver(message("somebody", Map.of("a", "b")));
        assertEquals(outcome, answer.outcome());
        assertTrue(answer.reason().contains("（" + code + "）"), answer.reason());
        assertFalse(answer.reason().contains("somebody"));
    }

    @Test
    void aTokenThatIsOverIsRenewedOnce() {
        douyin.answers("{\"err_no\":28001003,\"err_msg\":\"access_token无效\"}");
        assertEquals(
                Outcome.SENT, channel.deliver(message("a", Map.of("a", "b"))).outcome());
        assertEquals(
                List.of("clt.1", "clt.2"),
                douyin.asked().stream().map(SimulatedDouyin.Asked::token).toList());
        douyin.answers("{\"err_no\":28001008,\"err_msg\":\"expired\"}");
        douyin.answers("{\"err_no\":28001008,\"err_msg\":\"expired\"}");
        assertEquals(
                Outcome.LATER, channel.deliver(message("b", Map.of("a", "b"))).outcome());
        assertEquals(4, douyin.asked().size());
    }

    @Test
    void manyWhoNeedATokenAskForOne() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            Callable<Answer> send = () -> channel.deliver(message("p" + people.incrementAndGet(), Map.of("a", "b")));
            for (Future<Answer> sent :
                    many.invokeAll(Stream.generate(() -> send).limit(24).toList())) {
                assertEquals(Outcome.SENT, sent.get().outcome());
            }
        } finally {
            many.shutdownNow();
        }
        assertEquals(1, douyin.tokens());
    }

    @Test
    void onePersonIsToldOnceASecond() {
        assertEquals(
                Outcome.SENT, channel.deliver(message("a", Map.of("a", "b"))).outcome());
        Answer second = channel.deliver(message("a", Map.of("a", "b")));
        assertEquals(Outcome.NOT_YET, second.outcome());
        assertEquals(Duration.ofSeconds(1), second.pause());
        assertEquals(
                Outcome.SENT, channel.deliver(message("c", Map.of("a", "b"))).outcome());
        assertEquals(2, douyin.asked().size());
        now += Duration.ofSeconds(1).toNanos();
        assertEquals(
                Outcome.SENT, channel.deliver(message("a", Map.of("a", "b"))).outcome());
    }

    @Test
    void aLimitOfTheWholeProgramIsOneOfTheChannel() {
        douyin.answers("{\"err_no\":28006003,\"err_msg\":\"限流\"}");
        Answer answer = channel.deliver(message("a", Map.of("a", "b")));
        assertEquals(Outcome.LATER, answer.outcome());
        assertEquals(Duration.ofSeconds(2), answer.pause());
    }

    @Test
    void aRefusedProgramIsAFaultThatNamesTheFile() {
        douyin.givesToken("{\"data\":{\"description\":\"client_secret wrong\",\"error_code\":10013}}");
        assertTrue(channel.fault().isEmpty());
        assertEquals(
                Outcome.LATER, channel.deliver(message("a", Map.of("a", "b"))).outcome());
        String fault = channel.fault().orElseThrow().zh();
        assertTrue(fault.contains("etc/org.sanban.channel.douyin.cfg") && fault.contains("10013"), fault);
        channel.deliver(message("b", Map.of("a", "b")));
        assertEquals(1, douyin.tokens());
    }

    @Test
    void emptyValuesAndMissingTemplatesAreRefused() {
        assertEquals(
                Outcome.REFUSED, channel.deliver(message("a", Map.of("a", " "))).outcome());
        Message free = new Message("m", "a", null, Map.of(), "text", null, Locale.SIMPLIFIED_CHINESE);
        assertEquals(Outcome.REFUSED, channel.deliver(free).outcome());
        assertEquals(List.of(), douyin.asked());
    }

    @ParameterizedTest
    @CsvSource({"clientSecret, ''", "url, nowhere", "notifyType, 3", "clientKey, ''"})
    void aWrongSettingIsNamedInBothLanguages(String key, String value) {
        DouyinChannel wrong = new DouyinChannel(Settings.at(douyin.url(), key, value));
        assertTrue(wrong.fault().orElseThrow().zh().contains(key));
        assertTrue(wrong.fault().orElseThrow().en().contains("etc/org.sanban.channel.douyin.cfg"));
        assertEquals(
                Outcome.LATER, wrong.deliver(message("a", Map.of("a", "b"))).outcome());
    }

    private static Message message(String address, Map<String, String> values) {
        return new Message("m-1", address, "MSG1", values, "示例", null, Locale.SIMPLIFIED_CHINESE);
    }
}
