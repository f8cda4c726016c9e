// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Booking;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.Enclosure;
import org.sanban.api.identity.Applicant;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.test.Samples;

/** Whoever is to be told is told, once, whatever happens between making a message and sending it. */
abstract class SendingTest extends MessagesFixture {
    @Test
    void whatTakesLongerThanALeaseIsLeftToWhoHasItThen() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        told(OTHER, Kind.SUBMITTED);
        sms.answers = message -> {
            now = now.plus(Leases.LEASE).plusSeconds(1);
            assertTrue(new Leases(store, "another").take("sms", now));
            return Answer.sent((String) null);
        };
        sender("sms").work();
        assertEquals(1, sms.taken.size());
        sms.answers = message -> sms.answer;
        sender("sms", "another").work();
        assertEquals(2, sms.taken.size());
    }

    @Test
    void whatIsCancelledWhileThoseBeforeItAreSentIsNotSent() {
        install("sms", sms);
        Booking visit = visit("2026-12-02T01:00:00Z");
        told(OTHER, Kind.SUBMITTED);
        told(NUMBER, Kind.ADVANCED, visit);
        sender("sms").work();
        sms.taken.clear();
        now = now.plus(Duration.ofHours(32));
        told(OTHER, Kind.ACCEPTED);
        long first = store.of(OTHER).get(1).id;
        store.in(em -> em.createQuery("update MessageEntity m set m.dueAt = 0 where m.id = :id")
                .setParameter("id", first)
                .executeUpdate());
        sms.answers = message -> {
            told(NUMBER, Kind.ADVANCED, visit("2026-12-04T01:00:00Z"));
            return sms.answer;
        };
        sender("sms").work();
        assertFalse(sms.taken.isEmpty());
        assertTrue(sms.taken.stream().noneMatch(one -> one.text().startsWith("提醒：12月2日")), sms.taken.toString());
    }

    @Test
    void aVisitThatIsMovedAndMovedBackIsRemindedOf() {
        install("sms", sms);
        Booking visit = visit("2026-12-02T01:00:00Z");
        told(NUMBER, Kind.ADVANCED, visit);
        told(NUMBER, Kind.ADVANCED, visit("2026-12-03T06:00:00Z"));
        told(NUMBER, Kind.ADVANCED, visit);
        sender("sms").work();
        sms.taken.clear();
        now = now.plus(Duration.ofHours(32));
        sender("sms").work();
        assertEquals(1, sms.taken.size());
        assertTrue(sms.taken.get(0).text().startsWith("提醒：12月2日"), sms.taken.toString());
        told(NUMBER, Kind.ADVANCED, visit("2026-12-03T06:00:00Z"));
        told(NUMBER, Kind.ADVANCED, visit);
        sender("sms").work();
        assertEquals(
                1,
                sms.taken.stream()
                        .filter(one -> one.text().startsWith("提醒：12月2日"))
                        .count(),
                "once");
    }

    @Test
    void aReminderThatFailedIsNotSentAgainOnceItsVisitWasMoved() {
        install("sms", sms);
        told(NUMBER, Kind.ADVANCED, visit("2026-12-02T01:00:00Z"));
        now = now.plus(Duration.ofHours(32));
        sender("sms").work();
        for (MessageEntity row : store.of(NUMBER)) {
            if (row.state == State.SENT) {
                manager.receipt("sms", "ref-m" + row.id, false, "absent subscriber");
            }
        }
        told(NUMBER, Kind.ADVANCED, visit("2026-12-03T06:00:00Z"));
        sms.taken.clear();
        messages.resend("sms", ADMIN);
        sender("sms").work();
        assertTrue(sms.taken.stream().noneMatch(one -> one.text().startsWith("提醒：12月2日")), sms.taken.toString());
    }

    @Test
    void whoWantsNothingIsSentNothingHoweverTheNumberIsWritten() {
        install("sms", sms);
        manager.unbind("sms", "13800000000");
        for (String written : List.of("+8613800000000", "138-0000-0000", "13800000000")) {
            Applicant person = Samples.person();
            cases.applicant = new Applicant(person.kind(), person.name(), person.idNumber(), written, null);
            told(
                    written.equals("13800000000") ? NUMBER : "6109262600000" + Math.abs(written.hashCode() % 10_000),
                    Kind.REFUSED);
        }
        sender("sms").work();
        assertEquals(List.of(), sms.taken);
    }

    @Test
    void aReferenceThatCannotBeKeptDoesNotHaveAMessageSentAgain() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        sms.answer = Answer.sent("x".repeat(200));
        Sender sender = sender("sms");
        sender.work();
        sender.work();
        assertEquals(1, sms.taken.size());
        assertEquals(State.SENT, only().state());
        assertNull(store.of(NUMBER).get(0).reference);
        told(OTHER, Kind.SUBMITTED);
        sms.answer = Answer.refused("no\0such number");
        sender.work();
        assertEquals(State.REFUSED, states(OTHER).get(0));
    }

    @Test
    void oneThatCannotBeMadeHoldsUpNoOther() {
        install("sms", sms);
        Enclosure broken = number -> {
            throw new NoClassDefFoundError("gone");
        };
        enclosures.add(broken, Map.of("enclosure.id", "evaluation"));
        told(NUMBER, Kind.DELIVERED);
        now = now.plusSeconds(30);
        told(OTHER, Kind.SUBMITTED);
        sender("sms").work();
        assertEquals(State.SENT, states(OTHER).get(0));
        assertEquals(State.WAITING, states(NUMBER).get(0));
        enclosures.remove(broken, Map.of("enclosure.id", "evaluation"));
        enclosures.add(number -> Optional.of("https://example.org/e"), Map.of("enclosure.id", "evaluation"));
        now = now.plusSeconds(30);
        sender("sms").work();
        assertEquals(State.SENT, states(NUMBER).get(0));
    }

    /** After a night without power channels come one by one: what waits for them waits on, and what is made is made for them. */
    @Test
    void aChannelThatIsNotThereYetAfterAStartIsNotRemoved() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        sender("sms").work();
        now = now.plus(Duration.ofHours(6));
        channels = new Channels(store, () -> now);
        channels.look();
        assertEquals(List.of(), channels.removed());
        assertTrue(channels.reachable("sms"));
        assertFalse(channels.reachable("never"));
        assertFalse(channels.wantsConsent("sms", false));
        now = now.plus(Duration.ofMinutes(11));
        assertEquals(List.of("sms"), channels.removed());
        assertFalse(channels.reachable("sms"));
        channels.add(sms, Map.of("channel.id", "sms"));
        assertEquals(List.of(), channels.removed());
        channels.remove(sms, Map.of("channel.id", "sms"));
        assertEquals(List.of(), channels.removed(), "it is being updated, whatever it could send before");
    }

    @Test
    void aChannelThatIsInstalledIsSeenWhateverItCanSend() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        sender("sms").work();
        now = now.plus(Duration.ofHours(6));
        new Leases(store, "node").seen(channels.telling(), now);
        channels = new Channels(store, () -> now);
        now = now.plus(Duration.ofMinutes(5));
        assertEquals(List.of(), channels.removed());
        assertEquals(1, store.channels().size());
    }
}
