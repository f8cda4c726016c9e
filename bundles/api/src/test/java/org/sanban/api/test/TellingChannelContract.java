// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.ChannelAdapter;

/** What every channel that tells people over HTTP owes to the platform, however ill the other side behaves. */
public abstract class TellingChannelContract extends ChannelAdapterContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * An adapter, configured right, whose other side is at an address.
     *
     * @param base {@code http://127.0.0.1:PORT}
     * @param timeoutSeconds how long it waits for an answer
     */
    protected abstract ChannelAdapter adapter(String base, int timeoutSeconds);

    /** A machine that others work on as well answers late. */
    @Override
    protected final ChannelAdapter adapter(String base) {
        return adapter(base, (int) PATIENCE.toSeconds());
    }

    @Test
    void withNobodyAtTheOtherSideItIsTriedLater() {
        later(adapter(nobody()).deliver(message()));
    }

    @Test
    void aFailingServerIsTriedLater() {
        try (FaultyServer server = FaultyServer.answering(500, "<html>it broke</html>", Map.of())) {
            later(adapter(server.base()).deliver(message()));
        }
    }

    @Test
    void aServerThatIsAskedTooMuchIsLeftAloneAsLongAsItSays() {
        try (FaultyServer server = FaultyServer.answering(429, "", Map.of("Retry-After", "7"))) {
            Answer answer = adapter(server.base()).deliver(message());
            later(answer);
            assertEquals(Duration.ofSeconds(7), answer.pause());
        }
    }

    @Test
    void anAnswerNobodyUnderstandsIsNoSuccess() {
        try (FaultyServer server = FaultyServer.answering(200, "?\u0000not what was agreed", Map.of())) {
            later(adapter(server.base()).deliver(message()));
        }
    }

    @Test
    void anAnswerInAnotherEncodingIsNoSuccess() {
        byte[] gbk = "{\"说明\":\"成功\"}".getBytes(Charset.forName("GBK"));
        try (FaultyServer server = FaultyServer.answering(200, gbk, Map.of())) {
            later(adapter(server.base()).deliver(message()));
        }
    }

    @Test
    void aConnectionThatBreaksIsTriedLater() {
        try (FaultyServer server = FaultyServer.breaking()) {
            later(adapter(server.base()).deliver(message()));
        }
    }

    @Test
    void aServerThatNeverAnswersHoldsNobodyUp() {
        try (FaultyServer server = FaultyServer.silent()) {
            soon(server);
        }
    }

    @Test
    void anAnswerThatNeverEndsHoldsNobodyUp() {
        try (FaultyServer server = FaultyServer.endless()) {
            soon(server);
        }
    }

    private void soon(FaultyServer server) {
        ChannelAdapter adapter = adapter(server.base(), 3);
        later(assertTimeoutPreemptively(PATIENCE, () -> adapter.deliver(message())));
        assertEquals(1, server.asked(), "it is asked once, and tried again later");
    }

    private static void later(Answer answer) {
        assertEquals(Answer.Outcome.LATER, answer.outcome(), answer::toString);
        assertFalse(answer.reason().isBlank());
        assertFalse(answer.reason().contains(ADDRESS), "the reason names whom the message was for");
    }
}
