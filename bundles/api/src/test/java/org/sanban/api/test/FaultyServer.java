// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An other side that behaves ill, alike to everything it is asked. */
public final class FaultyServer implements AutoCloseable {
    /** How an answer is given. */
    private interface Answer {
        void give(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    private FaultyServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.start();
    }

    private FaultyServer giving(Answer answer) {
        http.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            try (exchange) {
                answer.give(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    /** Answers at once. */
    public static FaultyServer answering(int status, byte[] body, Map<String, String> headers) {
        return new FaultyServer().giving(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /** Answers at once. */
    public static FaultyServer answering(int status, String body, Map<String, String> headers) {
        return answering(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Takes a request and never answers: a connection that is open at one end only. */
    public static FaultyServer silent() {
        FaultyServer server = new FaultyServer();
        return server.giving(exchange -> server.closed.await());
    }

    /** Begins an answer that never ends. */
    public static FaultyServer endless() {
        FaultyServer server = new FaultyServer();
        return server.giving(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            server.closed.await();
        });
    }

    /** Takes a request and breaks the connection instead of answering. */
    public static FaultyServer breaking() {
        return new FaultyServer().giving(exchange -> {});
    }

    /** Where it is: {@code http://127.0.0.1:PORT}. */
    public String base() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** How often it was asked. */
    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
