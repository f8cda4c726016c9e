// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Another system that takes events, and can be slow, broken or gone. */
final class SimulatedReceiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int status = 204;
    private volatile Map<String, String> answer = Map.of();
    private volatile boolean slow;

    /** A request; names of headers in small letters. */
    record Received(Map<String, String> headers, byte[] body, int port) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    SimulatedReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(pool);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events?from=sanban";
    }

    void answers(int with, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        answer = all;
        status = with;
    }

    void slow(boolean now) {
        slow = now;
    }

    List<Received> received() {
        return received;
    }

    List<String> ids() {
        return received.stream().map(one -> one.headers().get("webhook-id")).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            byte[] body = exchange.getRequestBody().readAllBytes();
            // Before whoever waits for it sees that it came, and lets it answer otherwise.
            int said = status;
            boolean silent = slow;
            answer.forEach(exchange.getResponseHeaders()::add);
            received.add(new Received(headers, body, exchange.getRemoteAddress().getPort()));
            if (silent) {
                closed.await();
            }
            byte[] words = "谢谢".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said, said == 204 ? -1 : words.length);
            if (said != 204) {
                exchange.getResponseBody().write(words);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        pool.shutdown();
    }
}
