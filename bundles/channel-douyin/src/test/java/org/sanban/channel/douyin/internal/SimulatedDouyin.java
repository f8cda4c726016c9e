// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Douyin's interface as a server of its own: what it answers is said before, what it was asked is kept. */
final class SimulatedDouyin implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Queue<String> tokenAnswers = new ConcurrentLinkedQueue<>();
    private final Queue<String> sendAnswers = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();

    /** A message it was given: under which token, and the body. */
    record Asked(String token, JsonNode body) {}

    SimulatedDouyin() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/oauth/client_token/", this::token);
        server.createContext("/api/notification/v2/subscription/notify_user/", this::send);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void givesToken(String body) {
        tokenAnswers.add(body);
    }

    void answers(String body) {
        sendAnswers.add(body);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    int tokens() {
        return tokens.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String token = "clt." + tokens.incrementAndGet();
        String said = tokenAnswers.poll();
        answer(
                exchange,
                said != null
                        ? said
                        : "{\"data\":{\"access_token\":\"" + token
                                + "\",\"description\":\"\",\"error_code\":0,\"expires_in\":7200},\"message\":\"success\"}");
    }

    private void send(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestHeaders().getFirst("access-token"), JSON.readTree(exchange.getRequestBody())));
        String said = sendAnswers.poll();
        answer(exchange, said != null ? said : "{\"err_no\":0,\"err_msg\":\"\",\"log_id\":\"20260101\"}");
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
