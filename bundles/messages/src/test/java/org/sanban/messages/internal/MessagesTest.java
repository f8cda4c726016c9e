// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Status;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.Message;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;

/** Who is told what, through which channel, and what becomes of it. */
abstract class MessagesTest {
    private static final String NUMBER = "61092626000000017";
    private static final String OTHER = "61092626000000025";
    private static final String OPENID = "openid-example-1";
    private static final String EXTERNAL = "tpl-accepted";
    private static final Actor ADMIN = new Actor("admin", "管理员", java.util.Set.of(Role.ADMIN), Samples.COUNTY, "rest");
    /** Ten in the morning of a Monday. */
    private static final Instant MORNING = Instant.parse("2026-11-30T02:00:00Z");

    private Instant now = MORNING;
    private final FakeCases cases = new FakeCases();
    private final FakeChannel wechat = new FakeChannel(true);
    private final FakeChannel sms = new FakeChannel(false);
    private TestDatabase database;
    private MessageStore store;
    private Settings settings;
    private Channels channels;
    private Templates templates;
    private Enclosures enclosures;
    private Notifier notifier;
    private Outbox outbox;
    private Fallback fallback;
    private MessageManager manager;
    private Messages messages;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        store = new MessageStore(database.jpa());
        settings = new Settings((Settings.Config) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Settings.Config.class},
                (proxy, method, arguments) -> method.getDefaultValue()));
        channels = new Channels(store);
        enclosures = new Enclosures();
        templates = new Templates(store, enclosures);
        FakeRegistry registry = new FakeRegistry(Samples.SITE);
        notifier = new Notifier(store, settings, templates, enclosures, channels, registry, cases.cases(), () -> now);
        outbox = new Outbox(store, () -> now);
        fallback = new Fallback(
                store, settings, templates, enclosures, channels, cases.cases(), cases.journal(), registry, () -> now);
        manager = new MessageManager(store, settings, cases.cases(), outbox, fallback, () -> now);
        messages = new Messages(store, settings, channels, cases.cases(), () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theTelephoneNumberOfTheApplicationIsReachedWithoutBinding() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        sender("sms").work();

        Message message = sms.taken.get(0);
        assertEquals(Samples.person().phone(), message.address());
        assertTrue(message.text().contains("示例事项") && message.text().contains(NUMBER), message.text());
        assertFalse(message.text().contains(Samples.person().name()), "a message names nobody in full");
        assertEquals(State.SENT, only().state());
        assertNull(store.of(NUMBER).get(0).address, "the telephone number stays with the case");
    }

    @Test
    void whatIsToldTwiceArrivesOnce() {
        install("sms", sms);
        JournalEntry entry = cases.entry(NUMBER, now, Kind.SUBMITTED, Status.OPEN);
        notifier.on(entry, cases.get(NUMBER));
        notifier.on(entry, cases.get(NUMBER));
        assertEquals(1, messages.of(NUMBER, ADMIN).size());
    }

    @Test
    void whatHappenedLongAgoIsToldToNobody() {
        install("sms", sms);
        cases.entry(NUMBER, now, Kind.SUBMITTED, Status.OPEN);
        JournalEntry old = cases.entry(NUMBER, now.minus(Duration.ofDays(30)), Kind.ACCEPTED, Status.OPEN);
        notifier.on(old, cases.get(NUMBER));
        assertEquals(List.of(), messages.of(NUMBER, ADMIN));
    }

    @Test
    void oneConsentBuysOneMessageAndTheNextGoesAnotherWay() {
        install("wechat", wechat);
        install("sms", sms);
        forWechat();
        told(NUMBER, Kind.SUBMITTED);
        manager.bind("wechat", OPENID, manager.code(NUMBER, Samples.clerk()));
        manager.consent("wechat", OPENID, EXTERNAL, 1);

        told(NUMBER, Kind.ACCEPTED);
        sender("wechat").work();
        assertEquals(OPENID, wechat.taken.get(0).address());
        assertEquals(Map.of("thing1", "示例事项"), wechat.taken.get(0).values());

        told(OTHER, Kind.ACCEPTED);
        sender("wechat").work();
        sender("sms").work();
        assertEquals(1, wechat.taken.size());
        assertTrue(sms.taken.stream().anyMatch(one -> one.text().contains(OTHER)));
    }

    @Test
    void aConsentThatTheChannelDeniesSendsTheMessageAnotherWay() {
        install("wechat", wechat);
        install("sms", sms);
        forWechat();
        told(NUMBER, Kind.SUBMITTED);
        manager.bind("wechat", OPENID, manager.code(NUMBER, Samples.clerk()));
        manager.consent("wechat", OPENID, EXTERNAL, 3);
        told(NUMBER, Kind.ACCEPTED);
        wechat.answer = Answer.noConsent("43101");
        sender("wechat").work();
        sender("sms").work();

        assertTrue(sms.taken.stream().anyMatch(one -> one.text().contains("受理")));
        List<Messages.Line> lines = messages.of(NUMBER, ADMIN);
        assertEquals(
                List.of(State.SENT, State.REFUSED, State.SENT),
                lines.stream().map(Messages.Line::state).toList());
        // The count was wrong, so it is void: the next one is not even tried.
        wechat.answer = Answer.sent(null);
        told(OTHER, Kind.ACCEPTED);
        sender("wechat").work();
        assertEquals(List.of(), wechat.taken);
    }

    @Test
    void whoIsReachedByNothingIsCalled() {
        told(NUMBER, Kind.SUBMITTED);
        assertEquals(List.of(), messages.of(NUMBER, ADMIN), "no channel was ever set up");
        install("wechat", wechat);
        told(NUMBER, Kind.ACCEPTED);
        assertEquals(State.FAILED, only().state(), "said, not silent");
        told(NUMBER, Kind.CORRECTION_ASKED);
        Messages.Line call = messages.list(null, State.CALL, null, PageRequest.first(), ADMIN)
                .items()
                .get(0);
        assertEquals(
                Samples.person().phone(),
                messages.call(call.id(), Samples.clerk()).phone());

        assertThrows(Problem.class, () -> messages.called(call.id(), false, " ", Samples.clerk()));
        assertEquals(
                State.CALL,
                messages.called(call.id(), false, "无人接听", Samples.clerk()).state());
        assertEquals(
                State.CALLED,
                messages.called(call.id(), true, null, Samples.clerk()).state());
    }

    @Test
    void aRefusalSaysWhyInWords() {
        install("sms", sms);
        told(NUMBER, Kind.REFUSED);
        sender("sms").work();
        assertTrue(sms.taken.get(0).text().contains("未予受理：不属于职权范围；请到县局办理。"), sms.taken.toString());
    }

    @Test
    void whoWantsNothingOnThePhoneIsSentNothing() {
        install("sms", sms);
        manager.unbind("sms", Samples.person().phone());
        told(NUMBER, Kind.REFUSED);
        sender("sms").work();
        assertEquals(List.of(), sms.taken);
        assertEquals(State.CALL, only().state());
    }

    @Test
    void aVisitIsRemindedOfTheEveningBeforeAndAMovedOneNot() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        Booking first = visit("2026-12-02T01:00:00Z");
        Booking moved = visit("2026-12-03T06:00:00Z");
        told(NUMBER, Kind.ADVANCED, first);
        told(NUMBER, Kind.ADVANCED, moved);
        sender("sms").work();
        int sent = sms.taken.size();

        now = Instant.parse("2026-12-01T10:01:00Z");
        sender("sms").work();
        assertEquals(sent, sms.taken.size(), "the visit of the second of December was moved");
        now = Instant.parse("2026-12-02T10:01:00Z");
        sender("sms").work();
        String reminder = sms.taken.get(sent).text();
        assertTrue(reminder.startsWith("提醒：12月3日 14:00"), reminder);
    }

    @Test
    void nobodyIsWokenAtNight() {
        install("sms", sms);
        now = Instant.parse("2026-11-30T15:00:00Z");
        told(NUMBER, Kind.SUBMITTED);
        sender("sms").work();
        assertEquals(List.of(), sms.taken);
        now = Instant.parse("2026-12-01T00:00:01Z");
        sender("sms").work();
        assertEquals(1, sms.taken.size());
    }

    @Test
    void aChannelThatIsDownForADayLosesNothingAndKeepsTheOrder() {
        install("sms", sms);
        sms.answer = Answer.later("no connection", null);
        Sender sender = sender("sms");
        told(NUMBER, Kind.SUBMITTED);
        told(OTHER, Kind.SUBMITTED);
        told(NUMBER, Kind.ACCEPTED);
        told(NUMBER, Kind.DECIDED);
        for (int minute = 0; minute < 24 * 60; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            sender.work();
        }
        assertEquals(ChannelState.Word.DOWN, channels.states().get(0).state());

        sms.answer = Answer.sent(null);
        for (int minute = 0; minute < 60; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            sender.work();
        }
        assertEquals(4, sms.taken.size());
        assertEquals(
                List.of("申请已收到", "受理", "决定"),
                sms.taken.stream()
                        .map(Message::text)
                        .filter(text -> text.contains(NUMBER))
                        .map(text -> text.contains("收到") ? "申请已收到" : text.contains("受理") ? "受理" : "决定")
                        .toList());
        assertNull(channels.states().get(0).downSince());
    }

    @Test
    void oneMessageNobodyCanSendHoldsUpNoOther() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        long poisoned = store.of(NUMBER).get(0).id;
        Sender sender = sender("sms");
        told(OTHER, Kind.SUBMITTED);
        for (int second = 0; second < 120; second++) {
            now = now.plusSeconds(1);
            boolean first = store.due("sms", Moments.micros(now), 1).stream().anyMatch(row -> row.id == poisoned);
            sms.answer = first ? Answer.later("not understood", null) : Answer.sent(null);
            sender.work();
        }
        assertTrue(sms.taken.stream().anyMatch(one -> one.text().contains(OTHER)));
    }

    @Test
    void whatIsNotSentInTimeIsSaidByAPerson() {
        install("sms", sms);
        sms.answer = Answer.later("no connection", null);
        told(NUMBER, Kind.REFUSED);
        sender("sms").work();
        now = now.plus(Duration.ofHours(49));
        store.expired(Moments.micros(now), 10).forEach(row -> {
            assertTrue(outbox.fail(row.id, State.WAITING, null));
            fallback.next(row);
            fallback.next(row);
        });
        List<Messages.Line> lines = messages.of(NUMBER, ADMIN);
        assertEquals(
                List.of(State.FAILED, State.CALL),
                lines.stream().map(Messages.Line::state).toList());
        assertEquals("no connection", lines.get(0).reason());

        assertEquals(1, messages.resend("sms", ADMIN));
        sms.answer = Answer.sent(null);
        sender("sms").work();
        assertEquals(1, sms.taken.size());
    }

    @Test
    void aReceiptTellsWhetherItArrived() {
        install("sms", sms);
        told(NUMBER, Kind.REFUSED);
        told(OTHER, Kind.REFUSED);
        sender("sms").work();
        manager.receipt("sms", "ref-" + sms.taken.get(0).id(), true, null);
        manager.receipt("sms", "ref-" + sms.taken.get(1).id(), false, "absent subscriber");
        manager.receipt("sms", "ref-" + sms.taken.get(1).id(), false, "absent subscriber");
        manager.receipt("sms", "unknown", true, null);
        assertEquals(State.ARRIVED, only().state());
        assertEquals(
                List.of(State.FAILED, State.CALL),
                messages.of(OTHER, ADMIN).stream().map(Messages.Line::state).toList());
    }

    @Test
    void aCodeIsGoodOnceAndForAShortTime() {
        told(NUMBER, Kind.SUBMITTED);
        told(OTHER, Kind.SUBMITTED);
        String code = manager.code(NUMBER, Samples.clerk());
        manager.bind("wechat", OPENID, code);
        assertEquals(List.of(OTHER, NUMBER), manager.cases("wechat", OPENID, 5));
        assertThrows(Problem.class, () -> manager.bind("wechat", "another", code));

        String late = manager.code(NUMBER, Samples.clerk());
        now = now.plus(Duration.ofMinutes(11));
        assertThrows(Problem.class, () -> manager.bind("wechat", "another", late));
        manager.unbind("wechat", OPENID);
        assertEquals(List.of(), manager.cases("wechat", OPENID, 5));
    }

    @Test
    void whoGuessesCodesIsStopped() {
        for (int i = 0; i < 5; i++) {
            assertThrows(Problem.class, () -> manager.bind("wechat", OPENID, "00000000"));
        }
        Problem problem = assertThrows(Problem.class, () -> manager.bind("wechat", OPENID, "00000000"));
        assertEquals(Problem.Kind.TOO_MANY, problem.kind());
        assertEquals(600, problem.retryAfter().orElseThrow());
    }

    @Test
    void oneNodeAtATimeSendsThroughAChannel() {
        Leases one = new Leases(store);
        Leases other = new Leases(store);
        assertTrue(one.take("sms", now));
        assertFalse(other.take("sms", now.plusSeconds(100)));
        assertTrue(other.take("sms", now.plus(Leases.LEASE).plusSeconds(1)));
        other.give("sms");
        assertTrue(one.take("sms", now.plus(Leases.LEASE).plusSeconds(2)));
    }

    @Test
    void aTemplateThatNamesNothingKnownIsRefusedWhenSaved() {
        Template wrong = new Template(
                null,
                0,
                "ACCEPT",
                null,
                null,
                "fr",
                null,
                Map.of("thing1", "{name}"),
                "您的{idNumber}",
                null,
                true,
                "示例");
        Problem problem = assertThrows(Problem.class, () -> templates.save(wrong, ADMIN));
        assertEquals(
                List.of("event", "language", "words", "fields.thing1"),
                problem.violations().stream().map(Problem.Violation::field).toList());
        Template same = new Template(null, 0, "ACCEPTED", null, null, "zh", null, null, "已受理", null, true, "示例");
        assertEquals(
                Problem.Kind.CONFLICT,
                assertThrows(Problem.class, () -> templates.save(same, ADMIN)).kind());
    }

    @Test
    void whatAnotherBundleEnclosesIsAddedWhenTheMessageIsSent() {
        install("sms", sms);
        enclosures.add(
                number -> java.util.Optional.of("https://example.org/e/" + number),
                Map.of("enclosure.id", "evaluation"));
        told(NUMBER, Kind.DELIVERED);
        now = now.plusSeconds(30);
        sender("sms").work();
        assertTrue(sms.taken.get(0).text().endsWith("评价：https://example.org/e/" + NUMBER));
    }

    @Test
    void aClauseWithoutWhatItNamesIsLeftOut() {
        install("sms", sms);
        told(NUMBER, Kind.DELIVERED);
        now = now.plusSeconds(30);
        sender("sms").work();
        assertEquals("您的“示例事项”（" + NUMBER + "）已办结送达。", sms.taken.get(0).text());
    }

    private void forWechat() {
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

    private void install(String id, FakeChannel channel) {
        channels.add(channel, Map.of("channel.id", id));
    }

    private void told(String number, Kind kind, Booking... visits) {
        Status status = kind == Kind.REFUSED ? Status.REFUSED : kind == Kind.DELIVERED ? Status.DONE : Status.OPEN;
        JournalEntry entry = cases.entry(number, now, kind, status, visits);
        notifier.on(entry, cases.get(number));
    }

    private static Booking visit(String from) {
        Instant at = Instant.parse(from);
        return new Booking("person:clerk", at, at.plus(Duration.ofHours(1)), 30, "示例村一组");
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

    private Messages.Line only() {
        List<Messages.Line> lines = messages.of(NUMBER, ADMIN);
        assertEquals(1, lines.size());
        return lines.get(0);
    }
}
