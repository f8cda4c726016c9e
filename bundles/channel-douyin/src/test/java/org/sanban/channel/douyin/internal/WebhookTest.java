// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Kind;
import org.sanban.api.test.FakeMessages;

/** Consents are taken from Douyin only, and each once. */
class WebhookTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_714_029_900);

    private final FakeMessages messages = new FakeMessages();
    private final Webhook webhook = webhook(Settings.at("http://127.0.0.1:1"));

    private Webhook webhook(DouyinSettings settings) {
        return new Webhook(settings, messages, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void theSignatureIsThatOfTheDocumentation() {
        // printf 'abcd' | sha1sum
        assertEquals(
                "81fe8bfe87576c3ecb22426f8e57847382917acf",
                Webhook.sign("ab", "cd".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void theAddressIsVerified() {
        assertEquals(
                12345L, take("{\"event\":\"verify_webhook\",\"client_key\":\"\",\"content\":{\"challenge\":12345}}"));
    }

    @Test
    void consentsAndRefusalsAreCountedOnce() {
        for (int action = 0; action <= 4; action++) {
            assertNull(take(event("MSG" + action, action, NOW.getEpochSecond())));
            take(event("MSG" + action, action, NOW.getEpochSecond()));
        }
        assertEquals(
                List.of(
                        "consent douyin somebody MSG1 1",
                        "consent douyin somebody MSG2 100",
                        "refuse douyin somebody MSG3",
                        "refuse douyin somebody MSG4"),
                messages.told);
    }

    @Test
    void aConsentThatIsToldAfterALaterRefusalDoesNotCount() {
        take(event("MSG1", 3, NOW.getEpochSecond()));
        take(event("MSG1", 1, NOW.getEpochSecond() - 1));
        assertEquals(List.of("refuse douyin somebody MSG1"), messages.told);
        take(event("MSG1", 1, NOW.getEpochSecond() + 1));
        assertEquals("consent douyin somebody MSG1 1", messages.told.get(1));
    }

    @Test
    void whatCouldNotBeDoneIsDoneWhenItIsPostedAgain() {
        messages.away = true;
        assertThrows(IllegalStateException.class, () -> take(event("MSG1", 1, NOW.getEpochSecond())));
        messages.away = false;
        take(event("MSG1", 1, NOW.getEpochSecond()));
        assertEquals(1, messages.told.size());
    }

    @Test
    void anythingElseIsRefused() {
        byte[] good = event("MSG1", 1, NOW.getEpochSecond()).getBytes(StandardCharsets.UTF_8);
        for (String wrong : new String[] {null, "", Webhook.sign("other", good)}) {
            assertEquals(
                    Kind.FORBIDDEN,
                    assertThrows(Problem.class, () -> webhook.take(wrong, good)).kind());
        }
        refused(Kind.FORBIDDEN, event("MSG1", 1, NOW.getEpochSecond() - 7200));
        refused(Kind.FORBIDDEN, event("MSG1", 1, NOW.getEpochSecond()).replace(Settings.KEY, "tt-other"));
        refused(Kind.INVALID, event("", 1, NOW.getEpochSecond()));
        refused(Kind.INVALID, "[]");
        refused(Kind.INVALID, "");
        byte[] gbk = "{\"event\":\"抖音\"}".getBytes(Charset.forName("GB18030"));
        assertThrows(Problem.class, () -> webhook.take(Webhook.sign(Settings.SECRET, gbk), gbk));
        assertEquals(List.of(), messages.told);
        assertNull(take("{\"event\":\"something_new\",\"client_key\":\"" + Settings.KEY + "\",\"content\":\"{}\"}"));
    }

    @Test
    void aSigningKeyOfItsOwnTakesThePlaceOfTheSecret() {
        Webhook own = webhook(Settings.at("http://127.0.0.1:1", "webhookSecret", "hook"));
        byte[] body = event("MSG1", 1, NOW.getEpochSecond()).getBytes(StandardCharsets.UTF_8);
        assertThrows(Problem.class, () -> own.take(Webhook.sign(Settings.SECRET, body), body));
        own.take(Webhook.sign("hook", body), body);
        assertEquals(1, messages.told.size());
    }

    private void refused(Kind kind, String body) {
        assertEquals(kind, assertThrows(Problem.class, () -> take(body), body).kind());
    }

    private Long take(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return webhook.take(Webhook.sign(Settings.SECRET, bytes), bytes);
    }

    private static String event(String template, int action, long time) {
        return "{\"event\":\"user_subscribe_action\",\"client_key\":\"" + Settings.KEY
                + "\",\"from_user_id\":\"somebody\",\"content\":\"{\\\"msg_id\\\":\\\"" + template
                + "\\\",\\\"time\\\":"
                + time + ",\\\"subscribe_action\\\":" + action + "}\"}";
    }
}
