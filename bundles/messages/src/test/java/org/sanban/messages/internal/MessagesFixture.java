// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Status;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;

/** Messages on a real database, with fake cases at one end and fake channels at the other. */
abstract class MessagesFixture {
    static final String NUMBER = "61092626000000017";
    static final String OTHER = "61092626000000025";
    static final String OPENID = "openid-example-1";
    static final String EXTERNAL = "tpl-accepted";
    static final Actor ADMIN = new Actor("admin", "管理员", java.util.Set.of(Role.ADMIN), Samples.COUNTY, "rest");
    /** Ten in the morning of a Monday. */
    static final Instant MORNING = Instant.parse("2026-11-30T02:00:00Z");

    Instant now = MORNING;
    final FakeCases cases = new FakeCases();
    final FakeChannel wechat = new FakeChannel(true);
    final FakeChannel sms = new FakeChannel(false);
    TestDatabase database;
    MessageStore store;
    Settings settings;
    Channels channels;
    Templates templates;
    Enclosures enclosures;
    Notifier notifier;
    Outbox outbox;
    Fallback fallback;
    MessageManager manager;
    Messages messages;

    abstract TestDatabase open();

    /** What is set; the default unless a test says otherwise. */
    Object setting(Method method) {
        return method.getDefaultValue();
    }

    @BeforeEach
    void start() {
        database = open();
        wire();
    }

    /** Makes all of it anew on the same database, as at another start or with other settings. */
    void wire() {
        store = new MessageStore(database.jpa());
        settings = new Settings((Settings.Config) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Settings.Config.class},
                (proxy, method, arguments) -> setting(method)));
        channels = new Channels(store);
        enclosures = new Enclosures();
        templates = new Templates(store, enclosures, channels, settings);
        FakeRegistry registry = new FakeRegistry(Samples.SITE);
        notifier = new Notifier(store, settings, templates, enclosures, channels, registry, cases.cases(), () -> now);
        outbox = new Outbox(store, () -> now);
        fallback = fallback();
        manager = new MessageManager(store, settings, cases.cases(), fallback, () -> now);
        messages = new Messages(store, settings, channels, cases.cases(), () -> now);
    }

    Fallback fallback() {
        return new Fallback(
                new MessageStore(database.jpa()),
                settings,
                templates,
                enclosures,
                channels,
                cases.cases(),
                cases.journal(),
                new FakeRegistry(Samples.SITE),
                () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    void forWechat() {
        forWechat("ACCEPTED", "zh", Map.of("thing1", "{matter}"), "已受理：{matter}");
    }

    void forWechat(String event, String language, Map<String, String> fields, String words) {
        templates.save(
                new Template(null, 0, event, null, "wechat", language, EXTERNAL, fields, words, null, false, "示例"),
                ADMIN);
    }

    /** The applicant of a case binds an address at WeChat. */
    void bound(String number) {
        manager.bind("wechat", OPENID, manager.code(number, Samples.clerk()));
    }

    void install(String id, FakeChannel channel) {
        channels.add(channel, Map.of("channel.id", id));
    }

    void told(String number, Kind kind, Booking... visits) {
        Status status = kind == Kind.REFUSED ? Status.REFUSED : kind == Kind.DELIVERED ? Status.DONE : Status.OPEN;
        JournalEntry entry = cases.entry(number, now, kind, status, visits);
        notifier.on(entry, cases.get(number));
    }

    static Booking visit(String from) {
        Instant at = Instant.parse(from);
        return new Booking("person:clerk", at, at.plus(Duration.ofHours(1)), 30, "示例村一组");
    }

    Sender sender(String channel) {
        return sender(channel, "node");
    }

    Sender sender(String channel, String node) {
        return new Sender(
                channel,
                store,
                settings,
                channels,
                enclosures,
                new Addresses(store, cases.cases()),
                outbox,
                fallback,
                new Leases(store, node),
                () -> now);
    }

    /** How far each message of a case is, oldest first. */
    List<State> states(String number) {
        return messages.of(number, ADMIN).stream().map(Messages.Line::state).toList();
    }

    Messages.Line only() {
        List<Messages.Line> lines = messages.of(NUMBER, ADMIN);
        assertEquals(1, lines.size());
        return lines.get(0);
    }
}
