// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.channel.Message;

/** What every channel that speaks HTTP owes to the platform, however ill the other side behaves. */
public abstract class ChannelAdapterContract {
    private static final String ADDRESS = "13800000000";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * An adapter, configured right, whose other side is at an address; it waits one second for an answer.
     *
     * @param base {@code http://127.0.0.1:PORT}
     */
    protected abstract ChannelAdapter adapter(String base);

    /** An adapter for which nothing was configured. */
    protected abstract ChannelAdapter unconfigured();

    @Test
    void itHasANameInBothLanguagesAndCanDoSomething() throws IOException {
        ChannelAdapter adapter = adapter(nobody());
        assertFalse(adapter.name().zh().isBlank());
        assertFalse(adapter.name().en().isBlank());
        assertFalse(adapter.abilities().isEmpty());
        assertTrue(adapter.fault().isEmpty(), () -> adapter.fault().toString());
    }

    @Test
    void aMissingSettingIsNamedWithItsFile() {
        String fault = unconfigured().fault().orElseThrow().zh();
        assertTrue(fault.contains("etc/org.sanban.channel."), fault);
    }

    @Test
    void whatTellsNobodySaysSo() throws IOException {
        ChannelAdapter adapter = adapter(nobody());
        Assumptions.assumeFalse(adapter.abilities().contains(Ability.NOTIFY));
        assertThrows(UnsupportedOperationException.class, () -> adapter.deliver(message()));
    }

    @Test
    void withNobodyAtTheOtherSideItIsTriedLater() throws IOException {
        later(notifying(nobody()).deliver(message()));
    }

    @Test
    void aFailingServerIsTriedLater() throws IOException {
        try (Server server = new Server(500, "<html>it broke</html>", Map.of())) {
            later(notifying(server.base()).deliver(message()));
        }
    }

    @Test
    void aServerThatIsAskedTooMuchIsLeftAloneAsLongAsItSays() throws IOException {
        try (Server server = new Server(429, "", Map.of("Retry-After", "7"))) {
            Answer answer = notifying(server.base()).deliver(message());
            later(answer);
            assertEquals(Duration.ofSeconds(7), answer.pause());
        }
    }

    @Test
    void anAnswerNobodyUnderstandsIsNoSuccess() throws IOException {
        try (Server server = new Server(200, "?\u0000not what was agreed", Map.of())) {
            later(notifying(server.base()).deliver(message()));
        }
    }

    @Test
    void aServerThatNeverAnswersHoldsNobodyUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ChannelAdapter adapter = notifying("http://127.0.0.1:" + silent.getLocalPort());
            later(assertTimeoutPreemptively(PATIENCE, () -> adapter.deliver(message())));
        }
    }

    private ChannelAdapter notifying(String base) {
        ChannelAdapter adapter = adapter(base);
        Assumptions.assumeTrue(adapter.abilities().contains(Ability.NOTIFY));
        return adapter;
    }

    private static void later(Answer answer) {
        assertEquals(Answer.Outcome.LATER, answer.outcome(), answer::toString);
        assertFalse(answer.reason().isBlank());
        assertFalse(answer.reason().contains(ADDRESS), "the reason names whom the message was for");
    }

    private static Message message() {
        return new Message(
                "contract-1",
                ADDRESS,
                "template-1",
                Map.of("thing1", "示例事项"),
                "【示例】您的办件有了新进展。",
                null,
                Locale.SIMPLIFIED_CHINESE);
    }

    private static String nobody() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + free.getLocalPort();
        }
    }

    /** Answers everything alike. */
    private record Server(HttpServer http) implements AutoCloseable {
        Server(int status, String body, Map<String, String> headers) throws IOException {
            this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            http.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(bytes);
                }
            });
            http.start();
        }

        String base() {
            return "http://127.0.0.1:" + http.getAddress().getPort();
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
