// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A made-up provincial platform as a server of its own: it verifies and signs by Java's own interfaces, not with the code
 * it is to test, and can be slow, broken or wrong.
 */
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

    /** A record as it was received. */
    public record Received(String id, String table, String digest, JsonNode data) {}

    private static final Provider BC = new BouncyCastleProvider();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 3;

    private final KeyPair own = pair();
    private final KeyPair county = pair();
    private final HttpServer server;
    private final Map<String, Received> records = new TreeMap<>();
    private final List<String> arrivals = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;
    private volatile Predicate<Received> refused = record -> false;
    private volatile boolean wholeBatch;

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
        Files.writeString(folder.resolve("county.pem"), pem("PRIVATE KEY", county.getPrivate()));
        Files.writeString(folder.resolve("platform.pem"), pem("PUBLIC KEY", own.getPublic()));
    }

    public void breaks(Fault now) {
        fault = now;
    }

    /** Refuses records from now on; with {@code whole}, every batch that has one of them. */
    public void refuses(Predicate<Received> which, boolean whole) {
        refused = which;
        wholeBatch = whole;
    }

    /** What it has now, by id. */
    public List<Received> records() {
        synchronized (records) {
            return List.copyOf(records.values());
        }
    }

    /** Ids in the order they arrived, repeats included. */
    public List<String> arrivals() {
        return List.copyOf(arrivals);
    }

    /** Waits until it was asked for the first time. */
    public void awaitAsked() throws InterruptedException {
        if (!asked.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody asked");
        }
    }

    /** Loses a record, as if it had never come. */
    public void loses(String id) {
        synchronized (records) {
            records.remove(id);
        }
    }

    /** Has a record that nobody sent, or has one otherwise than it was sent. */
    public void has(Received record) {
        synchronized (records) {
            records.put(record.id(), record);
        }
    }

    /** Headers with which it sends something of its own. */
    public Map<String, String> signed(byte[] body) {
        String time = Long.toString(System.currentTimeMillis());
        return Map.of(
                "X-Sanban-Time",
                time,
                "X-Sanban-Nonce",
                "n-" + time,
                "X-Sanban-Signature",
                sign(body, time, "n-" + time));
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
            asked.countDown();
            String nonce = exchange.getRequestHeaders().getFirst("X-Sanban-Nonce");
            String time = exchange.getRequestHeaders().getFirst("X-Sanban-Time");
            String signature = exchange.getRequestHeaders().getFirst("X-Sanban-Signature");
            if (!verifies(body, time, nonce, signature)) {
                send(exchange, 401, new byte[0]);
                return;
            }
            switch (fault) {
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
                .add("X-Sanban-Signature", sign(bytes, time, fault == Fault.WRONG_SIGNATURE ? "another nonce" : nonce));
        send(exchange, 200, bytes);
    }

    private ObjectNode push(JsonNode question) {
        List<Received> batch = new ArrayList<>();
        for (JsonNode one : question.path("records")) {
            batch.add(new Received(
                    one.path("id").asText(),
                    one.path("table").asText(),
                    one.path("digest").asText(),
                    one.path("data")));
        }
        if (wholeBatch && batch.stream().anyMatch(refused)) {
            return null;
        }
        List<ObjectNode> results = new ArrayList<>();
        for (Received one : batch) {
            boolean taken = !refused.test(one);
            if (taken) {
                arrivals.add(one.id());
                has(one);
            }
            results.add(JSON.createObjectNode()
                    .put("id", one.id())
                    .put("code", taken ? "0" : "E1")
                    .put("message", taken ? "成功" : "不接收"));
        }
        if (fault == Fault.OUT_OF_ORDER) {
            java.util.Collections.reverse(results);
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode array = answer.putArray("results");
        if (fault != Fault.SILENT) {
            array.addAll(results);
        }
        return answer;
    }

    private ObjectNode compare(JsonNode question) {
        String after = question.path("after").asText();
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode array = answer.putArray("records");
        List<Received> page = records().stream()
                .filter(one -> one.id().compareTo(after) > 0)
                .filter(one -> one.data()
                        .path("cd_time")
                        .asText()
                        .startsWith(question.path("day").asText()))
                .limit(PAGE)
                .collect(Collectors.toCollection(ArrayList::new));
        if (fault == Fault.UNSORTED) {
            java.util.Collections.reverse(page);
        }
        page.forEach(one -> array.addObject().put("id", one.id()).put("digest", one.digest()));
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

    private String sign(byte[] body, String time, String nonce) {
        try {
            Signature signature = Signature.getInstance("SM3withSM2", BC);
            signature.initSign(own.getPrivate());
            signature.update(slip(body, time, nonce));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean verifies(byte[] body, String time, String nonce, String signed) {
        try {
            Signature signature = Signature.getInstance("SM3withSM2", BC);
            signature.initVerify(county.getPublic());
            signature.update(slip(body, time, nonce));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] slip(byte[] body, String time, String nonce) throws GeneralSecurityException {
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SM3", BC).digest(body));
        return (digest + "\n" + time + "\n" + nonce).getBytes(StandardCharsets.UTF_8);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, Key key) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n-----END " + what
                + "-----\n";
    }
}
