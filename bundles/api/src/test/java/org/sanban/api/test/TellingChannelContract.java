// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.ChannelAdapter;

/** What every channel that tells people over HTTP owes to the platform, however ill the other side behaves. */
public abstract class TellingChannelContract extends ChannelAdapterContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void withNobodyAtTheOtherSideItIsTriedLater() throws IOException {
        later(adapter(nobody()).deliver(message()));
    }

    @Test
    void aFailingServerIsTriedLater() throws IOException {
        try (Server server = new Server(500, "<html>it broke</html>", Map.of())) {
            later(adapter(server.base()).deliver(message()));
        }
    }

    @Test
    void aServerThatIsAskedTooMuchIsLeftAloneAsLongAsItSays() throws IOException {
        try (Server server = new Server(429, "", Map.of("Retry-After", "7"))) {
            Answer answer = adapter(server.base()).deliver(message());
            later(answer);
            assertEquals(Duration.ofSeconds(7), answer.pause());
        }
    }

    @Test
    void anAnswerNobodyUnderstandsIsNoSuccess() throws IOException {
        try (Server server = new Server(200, "?\u0000not what was agreed", Map.of())) {
            later(adapter(server.base()).deliver(message()));
        }
    }

    @Test
    void aServerThatNeverAnswersHoldsNobodyUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ChannelAdapter adapter = adapter("http://127.0.0.1:" + silent.getLocalPort());
            later(assertTimeoutPreemptively(PATIENCE, () -> adapter.deliver(message())));
        }
    }

    private static void later(Answer answer) {
        assertEquals(Answer.Outcome.LATER, answer.outcome(), answer::toString);
        assertFalse(answer.reason().isBlank());
        assertFalse(answer.reason().contains(ADDRESS), "the reason names whom the message was for");
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
