// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.sanban.channel.demo.internal.ProvinceParty;
import org.sanban.channel.demo.internal.SmKeys;

/** The made-up provincial platform of the demonstration as a server of its own, which can be slow, broken or wrong. */
public final class SimulatedProvince implements AutoCloseable {
    /** What can be wrong with it. */
    public enum Fault {
        NONE,
        SLOW,
        ERROR,
        BUSY,
        HALF_OPEN,
        WRONG_SIGNATURE,
        WRONG_ENCODING,
        NO_JSON,
        SILENT,
        OUT_OF_ORDER,
        LOST_ANSWER,
        UNSORTED
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private final SmKeys keys = SmKeys.make();
    private final ProvinceParty party = new ProvinceParty(keys);
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;

    public SimulatedProvince() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/push", exchange -> serve(exchange, this::push));
        server.createContext("/compare", exchange -> serve(exchange, this::compare));
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "simulated-province");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Writes the county's private and the platform's public key. */
    public void writeKeys(Path folder) throws IOException {
        keys.write(folder);
    }

    public void breaks(Fault now) {
        fault = now;
    }

    /** What it takes, has and says. */
    public ProvinceParty party() {
        return party;
    }

    /** Waits until it was asked for the first time. */
    public void awaitAsked() throws InterruptedException {
        if (!asked.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody asked");
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private interface Door {
        ObjectNode answer(JsonNode question);
    }

    private void serve(HttpExchange exchange, Door door) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Fault met = fault;
            asked.countDown();
            String nonce = exchange.getRequestHeaders().getFirst("X-Sanban-Nonce");
            String time = exchange.getRequestHeaders().getFirst("X-Sanban-Time");
            String signature = exchange.getRequestHeaders().getFirst("X-Sanban-Signature");
            if (!party.verifies(body, time, nonce, signature)) {
                send(exchange, 401, new byte[0]);
                return;
            }
            switch (met) {
                case SLOW -> await();
                case ERROR -> send(exchange, 500, "oops".getBytes(StandardCharsets.UTF_8));
                case BUSY -> {
                    exchange.getResponseHeaders().add("Retry-After", "7");
                    send(exchange, 429, new byte[0]);
                }
                case HALF_OPEN -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write("{\"results\":".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    await();
                }
                default -> answer(exchange, door.answer(JSON.readTree(body)), nonce);
            }
        }
    }

    private void answer(HttpExchange exchange, ObjectNode json, String nonce) throws IOException {
        if (json == null) {
            send(exchange, 400, new byte[0]);
            return;
        }
        if (fault == Fault.LOST_ANSWER) {
            // It has taken the records, and the connection breaks before it could say so.
            return;
        }
        String text = fault == Fault.NO_JSON ? "<html>维护中</html>" : json.toString();
        byte[] bytes = text.getBytes(fault == Fault.WRONG_ENCODING ? Charset.forName("GBK") : StandardCharsets.UTF_8);
        String time = Long.toString(System.currentTimeMillis());
        exchange.getResponseHeaders().add("X-Sanban-Time", time);
        exchange.getResponseHeaders()
                .add(
                        "X-Sanban-Signature",
                        party.sign(bytes, time, fault == Fault.WRONG_SIGNATURE ? "another nonce" : nonce));
        send(exchange, 200, bytes);
    }

    private ObjectNode push(JsonNode question) {
        ObjectNode answer = party.push(question);
        if (fault == Fault.SILENT) {
            answer.putArray("results");
        }
        return fault == Fault.OUT_OF_ORDER ? reversed(answer, "results") : answer;
    }

    private ObjectNode compare(JsonNode question) {
        ObjectNode answer = party.compare(question);
        return fault == Fault.UNSORTED ? reversed(answer, "records") : answer;
    }

    private static ObjectNode reversed(ObjectNode answer, String field) {
        List<JsonNode> all = new ArrayList<>();
        answer.path(field).forEach(all::add);
        Collections.reverse(all);
        answer.putArray(field).addAll(all);
        return answer;
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
