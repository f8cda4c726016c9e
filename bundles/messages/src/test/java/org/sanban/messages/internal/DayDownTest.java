// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.cases.Status;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.Message;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.api.web.MetricSource.Metric;
import org.sanban.data.test.TestDatabase;

/**
 * A day of a county on which text messages do not go out: nothing is lost, WeChat is not delayed, the order of a case is
 * kept, nothing piles up in memory, and an operator knows within a minute.
 */
class DayDownTest {
    private static final Actor ADMIN = new Actor("admin", "管理员", Set.of(Role.ADMIN), Samples.COUNTY, "rest");
    private static final String OPENID = "openid-example-1";
    private static final String EXTERNAL = "tpl-accepted";
    private static final int DAY = 24 * 60;
    private static final int EVERY = 10;

    private Instant now = Instant.parse("2026-11-30T02:00:00Z");
    private final FakeCases cases = new FakeCases();
    private final FakeChannel wechat = new FakeChannel(true);
    private final FakeChannel sms = new FakeChannel(false);
    private final List<String> numbers = new ArrayList<>();
    private TestDatabase database;
    private MessageStore store;
    private Settings settings;
    private Channels channels;
    private Enclosures enclosures;
    private Notifier notifier;
    private Outbox outbox;
    private Fallback fallback;
    private MessageManager manager;

    private void open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("messages") : TestDatabase.postgres("messages");
        store = new MessageStore(database.jpa());
        settings = new Settings((Settings.Config) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Settings.Config.class},
                (proxy, method, arguments) -> method.getName().equals("quiet") ? "" : method.getDefaultValue()));
        channels = new Channels(store);
        enclosures = new Enclosures();
        Templates templates = new Templates(store, enclosures, channels, settings);
        FakeRegistry registry = new FakeRegistry(Samples.SITE);
        notifier = new Notifier(store, settings, templates, enclosures, channels, registry, cases.cases(), () -> now);
        outbox = new Outbox(store, () -> now);
        fallback = new Fallback(
                store, settings, templates, enclosures, channels, cases.cases(), cases.journal(), registry, () -> now);
        manager = new MessageManager(store, settings, cases.cases(), outbox, fallback, () -> now);
        channels.add(wechat, Map.of("channel.id", "wechat"));
        channels.add(sms, Map.of("channel.id", "sms"));
        templates.save(
                new Template(
                        null,
                        0,
                        "ACCEPTED",
                        null,
                        "wechat",
                        "zh",
                        EXTERNAL,
                        Map.of("thing1", "{matter}"),
                        "已受理：{matter}",
                        null,
                        false,
                        "示例"),
                ADMIN);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void nothingIsLostAndNobodyElseWaits(String kind) {
        open(kind);
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
            manager.bind("wechat", OPENID, manager.code(number, Samples.clerk()));
        }
        manager.consent("wechat", OPENID, EXTERNAL, 1);
        told(number, Kind.ACCEPTED);
        told(number, Kind.DECIDED);
    }

    private void told(String number, Kind kind) {
        JournalEntry entry = cases.entry(number, now, kind, Status.OPEN);
        notifier.on(entry, cases.get(number));
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

    private Sender sender(String channel) {
        return new Sender(
                channel,
                store,
                settings,
                channels,
                enclosures,
                new Addresses(store, cases.cases()),
                outbox,
                fallback,
                new Leases(store, "node"),
                () -> now);
    }
}
