// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.Message;
import org.sanban.api.data.Moments;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.web.MetricSource.Metric;

/**
 * A day of a county on which text messages do not go out: nothing is lost, WeChat is not delayed, the order of a case is
 * kept, nothing piles up in memory, and an operator knows within a minute.
 */
abstract class DayDownTest extends MessagesFixture {
    private static final int DAY = 24 * 60;
    private static final int EVERY = 10;

    private final List<String> numbers = new ArrayList<>();

    @Override
    Object setting(Method method) {
        return method.getName().equals("quiet") ? "" : super.setting(method);
    }

    @BeforeEach
    void channels() {
        install("wechat", wechat);
        install("sms", sms);
        forWechat();
    }

    @Test
    void nothingIsLostAndNobodyElseWaits() {
        Sender throughWechat = sender("wechat");
        Sender throughSms = sender("sms");
        sms.answer = Answer.later("no connection", null);

        for (int minute = 0; minute < DAY; minute++) {
            if (minute % EVERY == 0) {
                aCaseIsAccepted();
            }
            now = now.plus(Duration.ofMinutes(1));
            throughWechat.work();
            assertEquals(numbers.size(), wechat.taken.size(), "WeChat waits for nobody, minute " + minute);
            int before = sms.asked;
            throughSms.work();
            assertTrue(sms.asked - before <= 1, "a channel that is down is tried with one message at a time");
            if (minute == 0) {
                anOperatorKnows();
            }
        }
        assertEquals(
                2 * numbers.size(),
                store.due("sms", Moments.micros(now.plus(Duration.ofHours(1))), 1000)
                        .size());
        nothingIsInMemory();

        sms.answer = Answer.sent(null);
        for (int minute = 0; minute < 60; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            throughSms.work();
        }
        assertEquals(2 * numbers.size(), sms.taken.size());
        for (String number : numbers) {
            List<String> said = sms.taken.stream()
                    .map(Message::text)
                    .filter(text -> text.contains(number))
                    .toList();
            assertEquals(2, said.size());
            assertTrue(said.get(0).contains("收到") && !said.get(1).contains("收到"), said.toString());
        }
        assertEquals(1, up());
    }

    /** Told by text message, by WeChat, and by text message again. */
    private void aCaseIsAccepted() {
        String number = "6109262600%07d".formatted(numbers.size() + 1);
        numbers.add(number);
        told(number, Kind.SUBMITTED);
        if (numbers.size() == 1) {
            bound(number);
        }
        manager.consent("wechat", OPENID, EXTERNAL, 1);
        told(number, Kind.ACCEPTED);
        told(number, Kind.DECIDED);
    }

    /** By metric, and by what the shell and the page read. */
    private void anOperatorKnows() {
        assertEquals(0, up());
        ChannelState state = channels.states().stream()
                .filter(one -> one.channel().equals("sms"))
                .findFirst()
                .orElseThrow();
        assertEquals(ChannelState.Word.DOWN, state.state());
        assertEquals("no connection", state.lastError());
        assertEquals(now, state.downSince());
    }

    private int up() {
        return (int) new ChannelMetrics(channels)
                .metrics().stream()
                        .filter(metric -> metric.name().equals("sanban_channel_up"))
                        .filter(metric -> metric.labels().get("channel").equals("sms"))
                        .mapToDouble(Metric::value)
                        .sum();
    }

    /** A sender reads at most so many rows as it sends at once, and keeps none: there is nothing it could pile up. */
    private static void nothingIsInMemory() {
        assertEquals(
                List.of(),
                Stream.of(Sender.class.getDeclaredFields())
                        .map(Field::getType)
                        .filter(type -> Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type))
                        .toList());
    }
}
