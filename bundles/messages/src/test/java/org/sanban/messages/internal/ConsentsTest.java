// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.Message;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.Samples;

/** Who has bound an address and agreed to what: a consent buys one message, and what it does not buy goes another way. */
abstract class ConsentsTest extends MessagesFixture {
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
    void whoHasTwoAccountsIsToldWhereTheyAgreed() {
        install("wechat", wechat);
        install("sms", sms);
        forWechat();
        told(NUMBER, Kind.SUBMITTED);
        manager.bind("wechat", OPENID, manager.code(NUMBER, Samples.clerk()));
        manager.consent("wechat", OPENID, EXTERNAL, 2);
        now = now.plusSeconds(1);
        manager.bind("wechat", "newer", manager.code(NUMBER, Samples.clerk()));
        told(NUMBER, Kind.ACCEPTED);
        sender("wechat").work();
        manager.consent("wechat", "newer", EXTERNAL, 1);
        told(OTHER, Kind.ACCEPTED);
        sender("wechat").work();
        assertEquals(
                List.of(OPENID, "newer"),
                wechat.taken.stream().map(Message::address).toList());
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
    void consentsThatComeAtOnceWithTheirUseAreAllCounted() throws Exception {
        install("wechat", wechat);
        forWechat();
        told(NUMBER, Kind.SUBMITTED);
        bound(NUMBER);
        manager.consent("wechat", OPENID, EXTERNAL, 1);
        int each = 25;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> given = new ArrayList<>();
            for (int thread = 0; thread < 2; thread++) {
                given.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        manager.consent("wechat", OPENID, EXTERNAL, 1);
                    }
                }));
            }
            told(NUMBER, Kind.ACCEPTED);
            sender("wechat").work();
            for (Future<?> one : given) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, wechat.taken.size());
        assertEquals(
                2 * each,
                new Addresses(store, cases.cases()).consents(store.of(NUMBER).get(1)));
    }

    @Test
    void whoChoseEnglishIsToldInEnglishWhereThereAreWords() {
        install("wechat", wechat);
        forWechat();
        told(NUMBER, Kind.SUBMITTED);
        bound(NUMBER);
        manager.language("wechat", OPENID, Locale.ENGLISH);
        manager.language("wechat", "somebody else", Locale.ENGLISH);
        manager.consent("wechat", OPENID, EXTERNAL, 2);
        told(NUMBER, Kind.ACCEPTED);
        sender("wechat").work();
        assertEquals("已受理：示例事项", wechat.taken.get(0).text(), "only Chinese words are approved at WeChat");

        forWechat("ACCEPTED", "en", Map.of("thing1", "{matter}"), "Accepted: {matter}");
        told(OTHER, Kind.ACCEPTED);
        sender("wechat").work();
        assertEquals("Accepted: 示例事项", wechat.taken.get(1).text());
        assertEquals(Locale.ENGLISH, wechat.taken.get(1).language());
    }
}
