// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sanban.channel.demo.internal.CentreParty;

/** A 12345 centre that takes answers, with what can be wrong with one. */
final class SimulatedCentre implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What can be wrong. */
    enum Fault {
        NONE,
        SLOW,
        STALLED,
        ERROR,
        BUSY,
        REFUSES,
        FORBIDS,
        NOT_TAKEN
    }

    /** What it was told: the body, and the key that tells repeats apart. */
    record Told(JsonNode body, String key) {}

    final List<Told> told = new CopyOnWriteArrayList<>();
    final List<String> forged = new CopyOnWriteArrayList<>();
    final List<Long> asked = new CopyOnWriteArrayList<>();
    volatile Fault fault = Fault.NONE;
    private final CentreParty party = new CentreParty(Configured.SECRET);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);

    SimulatedCentre(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/answers", this::take);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/answers";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            // Before whoever waits for it sees that it was asked, and mends it.
            Fault met = fault;
            asked.add(System.nanoTime());
            String signature = exchange.getRequestHeaders().getFirst("X-Sanban-Signature");
            if (!party.signed(signature, body)) {
                forged.add(String.valueOf(signature));
            }
            switch (met) {
                case SLOW -> closed.await();
                case STALLED -> {
                    exchange.sendResponseHeaders(200, 10);
                    exchange.getResponseBody().flush();
                    closed.await();
                }
                case ERROR -> exchange.sendResponseHeaders(500, -1);
                case BUSY -> {
                    exchange.getResponseHeaders().add("Retry-After", "2");
                    exchange.sendResponseHeaders(429, -1);
                }
                case REFUSES -> exchange.sendResponseHeaders(422, -1);
                case FORBIDS -> exchange.sendResponseHeaders(403, -1);
                default -> {
                    boolean takes = met == Fault.NONE;
                    if (takes) {
                        told.add(new Told(
                                JSON.readTree(body),
                                exchange.getRequestHeaders().getFirst("Idempotency-Key")));
                    }
                    byte[] said = (takes ? "{\"code\":0}" : "{\"code\":7}").getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, said.length);
                    exchange.getResponseBody().write(said);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
