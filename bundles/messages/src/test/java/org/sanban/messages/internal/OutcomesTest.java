// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.Message;
import org.sanban.api.data.Moments;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.Samples;

/** What becomes of a message: nothing is lost, nobody is forgotten, and somebody knows. */
abstract class OutcomesTest extends MessagesFixture {
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
    void whatTwoOperatorsResendAtOnceIsSentOnce() throws Exception {
        install("sms", sms);
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            numbers.add("6109262600%07d".formatted(i));
            told(numbers.get(i - 1), Kind.SUBMITTED);
        }
        sender("sms").work();
        for (String number : numbers) {
            manager.receipt("sms", "ref-m" + store.of(number).get(0).id, false, "absent subscriber");
        }
        sms.taken.clear();
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Integer> operator = () -> {
            start.await();
            return messages.resend("sms", ADMIN);
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int resent = 0;
        try {
            for (Future<Integer> one : threads.invokeAll(List.of(operator, operator), 60, TimeUnit.SECONDS)) {
                resent += one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(numbers.size(), resent);
        sender("sms").work();
        assertEquals(numbers.size(), sms.taken.size());
        numbers.forEach(number -> assertEquals(State.SENT, states(number).get(0)));
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
    void aReceiverWhoHasToBeWaitedForHoldsUpNobodyElse() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        told(NUMBER, Kind.ACCEPTED);
        told(OTHER, Kind.SUBMITTED);
        Answer notYet = Answer.notYet("one a second", Duration.ofSeconds(2));
        sms.answers = message -> message.text().contains(NUMBER) ? notYet : Answer.sent(null);
        Sender sender = sender("sms");
        sender.work();
        assertEquals(2, sms.asked, "the second of the case waits for its first");
        assertEquals(List.of(State.SENT), states(OTHER));
        assertEquals(List.of(State.WAITING, State.WAITING), states(NUMBER));
        assertEquals(Moments.micros(now.plusSeconds(2)), store.of(NUMBER).get(0).dueAt);
        assertNull(channels.states().get(0).downSince(), "the channel is fine");

        sms.answers = message -> Answer.sent(null);
        told(OTHER, Kind.ACCEPTED);
        sender.work();
        assertEquals(List.of(State.SENT, State.SENT), states(OTHER), "it is not left alone");
        now = now.plusSeconds(2);
        sender.work();
        assertEquals(List.of(State.SENT, State.WAITING), states(NUMBER));
        now = now.plusSeconds(5);
        sender.work();
        assertEquals(List.of(State.SENT, State.SENT), states(NUMBER));
    }

    @Test
    void whoHasToBeWaitedForSaysNothingOfAChannelThatIsDown() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        told(OTHER, Kind.SUBMITTED);
        sms.answer = Answer.later("no connection", null);
        Sender sender = sender("sms");
        sender.work();
        Instant since = now;
        now = now.plusSeconds(10);
        sms.answer = Answer.notYet("one a second", Duration.ofSeconds(1));
        sender.work();
        assertEquals(3, sms.asked);
        assertEquals(since, channels.states().get(0).downSince(), "not up again");
        now = now.plusSeconds(5);
        sms.answer = Answer.sent(null);
        sender.work();
        assertNull(channels.states().get(0).downSince());
    }

    @Test
    void whoHasToBeWaitedForAgainAndAgainIsAskedForLessAndLess() {
        Answer atOnce = Answer.notYet("one a second", Duration.ZERO);
        assertTrue(Outbox.rest(1, atOnce).compareTo(Duration.ofMillis(500)) > 0);
        assertEquals(Duration.ofMinutes(1), Outbox.rest(20, atOnce));
        assertEquals(Duration.ofHours(1), Outbox.rest(1, Answer.notYet("a day", Duration.ofHours(1))));
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
    void whatIsSentAgainIsNotWhatIsOverOrCameAnotherWay() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        told(NUMBER, Kind.ADVANCED, visit("2026-12-01T01:00:00Z"));
        told(OTHER, Kind.REFUSED);
        store.of(NUMBER).forEach(row -> outbox.fail(row.id, State.WAITING, "no connection"));
        store.of(OTHER).forEach(row -> {
            outbox.fail(row.id, State.WAITING, "no connection");
            fallback.next(row);
        });
        Messages.Line call = messages.of(OTHER, ADMIN).get(1);
        messages.called(call.id(), true, null, Samples.clerk());
        now = Instant.parse("2026-12-01T01:00:00Z");
        assertEquals(2, messages.resend("sms", ADMIN), "not the reminder of the visit, nor what a person has told");
        Messages.Line reminder = messages.of(NUMBER, ADMIN).stream()
                .filter(line -> line.event().equals(Occasion.REMIND))
                .findFirst()
                .orElseThrow();
        assertEquals(State.FAILED, reminder.state());
        Problem over = assertThrows(Problem.class, () -> messages.resend(reminder.id(), ADMIN));
        assertEquals(Problem.Kind.CONFLICT, over.kind());
    }

    @Test
    void whatWasSentAgainNobodyNeedsToCallFor() {
        install("sms", sms);
        told(NUMBER, Kind.REFUSED);
        MessageEntity row = store.of(NUMBER).get(0);
        outbox.fail(row.id, State.WAITING, "no connection");
        fallback.next(row);
        assertEquals(1, messages.resend("sms", ADMIN));
        sender("sms").work();
        assertEquals(List.of(State.SENT, State.CANCELLED), states(NUMBER));
    }

    @Test
    void whatWasSentAgainAndDidNotArriveIsCalledForAfterAll() {
        install("sms", sms);
        told(NUMBER, Kind.REFUSED);
        MessageEntity row = store.of(NUMBER).get(0);
        outbox.fail(row.id, State.WAITING, "no connection");
        fallback.next(row);
        assertEquals(1, messages.resend("sms", ADMIN));
        sender("sms").work();
        manager.receipt("sms", "ref-m" + row.id, false, "absent subscriber");
        assertEquals(List.of(State.FAILED, State.CALL), states(NUMBER));
    }

    @Test
    void anOperatorIsToldOnceHoweverLongTheChannelAsksToBeLeftAlone() {
        install("sms", sms);
        Alarm alarm = new Alarm();
        told(NUMBER, Kind.SUBMITTED);
        sms.answer = Answer.later("too many", Duration.ofHours(1));
        Sender sender = sender("sms");
        sender.work();
        alarm.look(channels, now);
        assertEquals(Set.of(), alarm.told(), "one message that was not taken is no alarm");
        now = now.plus(Alarm.TELL);
        sender.work();
        alarm.look(channels, now);
        assertEquals(Set.of("sms"), alarm.told());
        assertEquals(1, sms.asked, "it is left alone all the same");
        sms.answer = Answer.sent(null);
        now = now.plus(Duration.ofHours(1));
        sender.work();
        alarm.look(channels, now);
        assertEquals(Set.of(), alarm.told());
    }

    @Test
    void anOperatorIsToldOfMessagesThatWaitForWhatIsSetUpWrongly() {
        install("sms", sms);
        Alarm alarm = new Alarm();
        new Leases(store, "node").take("sms", now);
        sms.fault = new Text("请填写", "set it");
        alarm.look(channels, now);
        assertEquals(Set.of(), alarm.told(), "nothing waits for it");
        sms.fault = null;
        told(NUMBER, Kind.SUBMITTED);
        long due = Moments.micros(Instant.now().minusSeconds(5));
        store.in(em -> em.find(MessageEntity.class, store.of(NUMBER).get(0).id).dueAt = due);
        sms.fault = new Text("请填写", "set it");
        alarm.look(channels, now);
        assertEquals(Set.of("sms"), alarm.told());
    }

    @Test
    void ofAChannelThatTellsNobodyTheAlarmAsksNothing() {
        FakeChannel forwards = new FakeChannel(false);
        forwards.ability = Ability.FORWARD;
        install("province", forwards);
        new Alarm().look(channels, now);
        assertEquals(0, forwards.backlogs);
        channels.states();
        assertEquals(1, forwards.backlogs, "whoever looks at all channels sees its own");
    }
}
