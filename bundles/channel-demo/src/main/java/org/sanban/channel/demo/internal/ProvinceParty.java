// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A made-up provincial platform (示例省平台), as far as it speaks with the county: it verifies and signs by Java's own
 * interfaces, not with the code of the channel. How it is reached is another's: a servlet of the demonstration, a server of
 * the tests. It is the form of no real province.
 */
public final class ProvinceParty {
    private static final int PAGE = 3;
    private static final int MOST = 10_000;

    /** A record as it was received. */
    public record Received(String id, String table, String digest, JsonNode data) {}

    private final SmKeys keys;
    private final Map<String, Received> records = new TreeMap<>();
    private final Deque<String> arrivals = new ArrayDeque<>();
    private volatile Predicate<Received> refused = record -> false;
    private volatile boolean wholeBatch;

    public ProvinceParty(SmKeys keys) {
        this.keys = keys;
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

    /** Ids in the order they arrived, repeats included; the oldest of very many are forgotten. */
    public List<String> arrivals() {
        synchronized (records) {
            return List.copyOf(arrivals);
        }
    }

    /** Loses a record, as if it had never come. */
    public Optional<Received> loses(String id) {
        synchronized (records) {
            return Optional.ofNullable(records.remove(id));
        }
    }

    /** Has a record that nobody sent, or has one otherwise than it was sent. */
    public void has(Received record) {
        synchronized (records) {
            records.put(record.id(), record);
        }
    }

    private void takes(Received record) {
        synchronized (records) {
            has(record);
            arrivals.addLast(record.id());
            if (arrivals.size() > MOST) {
                records.remove(arrivals.removeFirst());
            }
        }
    }

    /** Takes a batch; {@code null} where it refuses all of it. */
    public ObjectNode push(JsonNode question) {
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
        ObjectNode answer = Wire.object();
        ArrayNode results = answer.putArray("results");
        for (Received one : batch) {
            boolean taken = !refused.test(one);
            if (taken) {
                takes(one);
            }
            results.addObject()
                    .put("id", one.id())
                    .put("code", taken ? "0" : "E1")
                    .put("message", taken ? "成功" : "不接收");
        }
        return answer;
    }

    /** Tells what it has of a day, page by page. */
    public ObjectNode compare(JsonNode question) {
        String after = question.path("after").asText();
        String day = question.path("day").asText();
        ObjectNode answer = Wire.object();
        ArrayNode page = answer.putArray("records");
        records().stream()
                .filter(one -> one.id().compareTo(after) > 0)
                .filter(one -> one.data().path("cd_time").asText().startsWith(day))
                .limit(PAGE)
                .forEach(one -> page.addObject().put("id", one.id()).put("digest", one.digest()));
        return answer;
    }

    /** Headers with which it sends something of its own. */
    public Map<String, String> signed(byte[] body) {
        String time = Long.toString(System.currentTimeMillis());
        String nonce = UUID.randomUUID().toString();
        return Map.of("X-Sanban-Time", time, "X-Sanban-Nonce", nonce, "X-Sanban-Signature", sign(body, time, nonce));
    }

    /** Its signature. */
    public String sign(byte[] body, String time, String nonce) {
        try {
            Signature signature = Signature.getInstance("SM3withSM2", SmKeys.BC);
            signature.initSign(keys.platform().getPrivate());
            signature.update(slip(body, time, nonce));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the county signed it. */
    public boolean verifies(byte[] body, String time, String nonce, String signed) {
        try {
            Signature signature = Signature.getInstance("SM3withSM2", SmKeys.BC);
            signature.initVerify(keys.county().getPublic());
            signature.update(slip(body, time, nonce));
            return signed != null && signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] slip(byte[] body, String time, String nonce) throws GeneralSecurityException {
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SM3", SmKeys.BC).digest(body));
        return (digest + "\n" + time + "\n" + nonce).getBytes(StandardCharsets.UTF_8);
    }
}
