// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

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
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** WeChat's interface as a server of its own: what it answers is said before, what it was asked is kept. */
final class SimulatedWechat implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "simulated-wechat");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Queue<String>> next = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile long expiresIn = 7200;

    /** A request: its path with the token, and its body. */
    record Asked(String path, String token, JsonNode body) {}

    SimulatedWechat() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it answers next at a path; afterwards that all is well again. */
    void answers(String path, String body) {
        next.computeIfAbsent(path, p -> new ConcurrentLinkedQueue<>()).add(body);
    }

    void tokensLast(long seconds) {
        expiresIn = seconds;
    }

    /** What it was asked, without the tokens. */
    List<Asked> asked() {
        return asked.stream()
                .filter(one -> !one.path().endsWith("stable_token"))
                .toList();
    }

    /** How often it was asked for a token. */
    long tokens() {
        return asked.size() - asked().size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            String path = exchange.getRequestURI().getPath();
            asked.add(new Asked(
                    path,
                    query == null ? null : query.replace("access_token=", ""),
                    JSON.readTree(exchange.getRequestBody())));
            String said = next.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
            String body = said == null ? usual(path) : said;
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String usual(String path) {
        return switch (path) {
            case "/cgi-bin/stable_token" -> "{\"access_token\":\"T" + tokens.incrementAndGet() + "\",\"expires_in\":"
                    + expiresIn + "}";
            case "/cgi-bin/draft/add" -> "{\"media_id\":\"draft-1\"}";
            case "/cgi-bin/freepublish/submit" -> "{\"errcode\":0,\"errmsg\":\"ok\",\"publish_id\":\"100\"}";
            case "/cgi-bin/freepublish/get" -> "{\"publish_id\":\"100\",\"publish_status\":0,\"article_id\":\"a\","
                    + "\"article_detail\":{\"count\":1,\"item\":[{\"idx\":1,\"article_url\":\"https://mp.example/s/1\"}]}}";
            default -> "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":1700827132819554304}";
        };
    }
}
