// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Answer;
import org.sanban.api.data.Moments;
import org.sanban.api.journal.JournalEntry.Kind;

/** What waits goes by what is set now, also where other settings held when it was made. */
abstract class TimetableTest extends MessagesFixture {
    private static final Instant NIGHT = Instant.parse("2026-11-30T15:00:00Z");
    private static final Instant EIGHT = Instant.parse("2026-12-01T00:00:00Z");

    private final Map<String, Object> set = new HashMap<>();

    @Override
    Object setting(Method method) {
        return set.getOrDefault(method.getName(), super.setting(method));
    }

    /** The platform's next start, or the same with other settings; returns how many messages have other times then. */
    private int change(String key, Object value) {
        set.put(key, value);
        wire();
        install("sms", sms);
        return new Timetable(store, settings).anew(now);
    }

    private MessageEntity first() {
        return store.of(NUMBER).get(0);
    }

    @Test
    void quietHoursThatAreOverHoldNothingBack() {
        install("sms", sms);
        now = NIGHT;
        told(NUMBER, Kind.SUBMITTED);
        assertEquals(Moments.micros(EIGHT), first().dueAt);
        assertEquals(1, change("quiet", ""));
        sender("sms").work();
        assertEquals(1, sms.taken.size());
    }

    @Test
    void quietHoursThatEndLaterAreKept() {
        install("sms", sms);
        now = NIGHT;
        told(NUMBER, Kind.SUBMITTED);
        assertEquals(1, change("quiet", "21:00-09:30"));
        assertEquals(Moments.micros(EIGHT.plus(Duration.ofMinutes(90))), first().dueAt);
    }

    @Test
    void aReminderGoesOutAtTheTimeThatIsSetNow() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        told(NUMBER, Kind.ADVANCED, visit("2026-12-03T01:00:00Z"));
        sender("sms").work();
        assertEquals(1, change("remind", "12:00"));
        MessageEntity reminder = store.of(NUMBER).stream()
                .filter(row -> row.event.equals(Occasion.REMIND))
                .findFirst()
                .orElseThrow();
        assertEquals(Moments.micros(Instant.parse("2026-12-02T04:00:00Z")), reminder.dueAt);
        assertEquals(Moments.micros(Instant.parse("2026-12-03T00:30:00Z")), reminder.expiresAt);
    }

    @Test
    void aChannelThatIsDownIsTriedAsLongAsIsSetNow() {
        install("sms", sms);
        told(NUMBER, Kind.SUBMITTED);
        sms.answer = Answer.later("no connection", null);
        sender("sms").work();
        long due = first().dueAt;
        now = now.plus(Duration.ofHours(40));
        assertEquals(1, change("tryHours", 96));
        assertEquals(List.of(), store.expired(Moments.micros(MORNING.plus(Duration.ofHours(95))), 10));
        assertEquals(due, first().dueAt, "when it is tried next is not touched");
        assertEquals(
                1,
                store.expired(Moments.micros(MORNING.plus(Duration.ofHours(96))), 10)
                        .size());
    }

    @Test
    void nothingChangesWhereNothingIsSetOtherwise() {
        install("sms", sms);
        now = NIGHT;
        told(NUMBER, Kind.SUBMITTED);
        told(NUMBER, Kind.ADVANCED, visit("2026-12-03T01:00:00Z"));
        now = now.plus(Duration.ofHours(2));
        assertEquals(0, change("source", "县里的规定"));
    }

    @Test
    void whoseChannelFailsAfterTheOrderWasTurnedRoundIsCalledAllTheSame() {
        install("wechat", wechat);
        install("sms", sms);
        forWechat("REFUSED", "zh", Map.of("thing1", "{matter}"), "不予办理：{matter}");
        told(NUMBER, Kind.SUBMITTED);
        bound(NUMBER);
        manager.consent("wechat", OPENID, EXTERNAL, 1);
        told(NUMBER, Kind.REFUSED);
        wechat.answer = Answer.refused("blocked");
        sender("wechat").work();
        sms.answer = Answer.refused("no such number");
        change("order", new String[] {"sms", "wechat"});
        install("wechat", wechat);
        sender("sms").work();
        sender("sms").work();
        assertEquals(
                List.of("wechat REFUSED", "sms REFUSED", "call CALL"),
                store.of(NUMBER).stream()
                        .filter(row -> row.event.equals("REFUSED"))
                        .map(row -> row.channel + " " + row.state)
                        .toList());
    }
}
