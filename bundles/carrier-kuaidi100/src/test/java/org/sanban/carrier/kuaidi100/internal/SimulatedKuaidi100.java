// SPDX-License-Identifier: Apache-2.0
package org.sanban.carrier.kuaidi100.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** kuaidi100's {@code query.do} as a server of its own: parcels go on by command, and it can be slow, broken or wrong. */
public final class SimulatedKuaidi100 implements AutoCloseable {
    public static final String CUSTOMER = "shili-customer";
    public static final String KEY = "shili-key";

    /** What can be wrong with it. */
    public enum Fault {
        NONE,
        SLOW,
        /** It begins an answer that never ends. */
        HALF_OPEN,
        ERROR,
        BUSY,
        NO_JSON
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, List<Scan>> parcels = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;

    private record Scan(String state, String time, String context) {}

    public SimulatedKuaidi100() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/poll/query.do", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "simulated-kuaidi100");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/poll/query.do";
    }

    /** Moves a parcel on: its state as the interface numbers it, and when and what happened. */
    public void moves(String waybill, String state, String time, String context) {
        parcels.computeIfAbsent(waybill, number -> new CopyOnWriteArrayList<>()).add(0, new Scan(state, time, context));
    }

    public void breaks(Fault now) {
        fault = now;
    }

    /** Waybills it was asked about, as often as it was. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> form = Stream.of(body.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
            String param = form.get("param");
            JsonNode question = JSON.readTree(param);
            Fault met = fault;
            asked.add(question.path("num").asText());
            boolean signed =
                    form.get("customer").equals(CUSTOMER) && form.get("sign").equals(sign(param));
            switch (met) {
                case SLOW -> await();
                case HALF_OPEN -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    await();
                }
                case ERROR -> send(exchange, 500, "oops");
                case BUSY -> {
                    exchange.getResponseHeaders().add("Retry-After", "120");
                    send(exchange, 429, "busy");
                }
                case NO_JSON -> send(exchange, 200, "<html>维护中</html>");
                default -> send(exchange, 200, signed ? tell(question) : refusal("503", "验证签名失败"));
            }
        }
    }

    /** By itself, not with the code it is to test. */
    private static String sign(String param) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest((param + KEY + CUSTOMER).getBytes(StandardCharsets.UTF_8));
            return String.format("%032X", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String tell(JsonNode question) {
        List<Scan> scans = parcels.get(question.path("num").asText());
        if (scans == null) {
            return refusal("500", "查询无结果，请隔段时间再查");
        }
        ObjectNode answer = JSON.createObjectNode()
                .put("message", "ok")
                .put("nu", question.path("num").asText())
                .put("com", question.path("com").asText())
                .put("status", "200")
                .put("state", scans.get(0).state());
        ArrayNode data = answer.putArray("data");
        scans.forEach(scan -> data.addObject()
                .put("time", scan.time())
                .put("ftime", scan.time())
                .put("context", scan.context()));
        return answer.toString();
    }

    private static String refusal(String code, String message) {
        return JSON.createObjectNode()
                .put("result", false)
                .put("returnCode", code)
                .put("message", message)
                .toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
