// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Status;
import org.sanban.api.channel.Message;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.Samples;

/** Who is told what, and when. */
abstract class MessagesTest extends MessagesFixture {
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

    @Test
    void aFieldOfAChannelsTemplateHasTheWholeTime() {
        install("wechat", wechat);
        forWechat("REMIND", "zh", Map.of("time1", "{when}", "thing2", "{place}"), "提醒：{when}");
        told(NUMBER, Kind.SUBMITTED);
        bound(NUMBER);
        manager.consent("wechat", OPENID, EXTERNAL, 1);
        told(NUMBER, Kind.ADVANCED, visit("2026-12-01T01:00:00Z"));
        now = Instant.parse("2026-11-30T10:01:00Z");
        sender("wechat").work();
        Message message = wechat.taken.get(0);
        assertEquals(Map.of("time1", "2026年12月1日 09:00", "thing2", "示例村一组"), message.values());
        assertEquals("提醒：12月1日 09:00", message.text());
    }

    @Test
    void wordsThatNoChannelWouldTakeAreRefusedWhenSaved() {
        install("wechat", wechat);
        Template nowhere = new Template(null, 0, "ACCEPTED", null, "wechta", "zh", null, null, "已受理", null, true, "示例");
        assertEquals(List.of("channel"), wrong(nowhere));
        Template bare = new Template(null, 0, "ACCEPTED", null, "wechat", "zh", " ", null, "已受理", null, true, "示例");
        assertEquals(List.of("external", "fields"), wrong(bare));
        templates.save(new Template(null, 0, "NOTED", null, "call", "zh", null, null, "请致电", null, true, "示例"), ADMIN);
    }

    private List<String> wrong(Template template) {
        return assertThrows(Problem.class, () -> templates.save(template, ADMIN)).violations().stream()
                .map(Problem.Violation::field)
                .toList();
    }
}
