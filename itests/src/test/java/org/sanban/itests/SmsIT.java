// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sanban.channel.sms.internal.SimulatedSmsc;

/** Text messages: installed on the running county, configured wrong, then right, in both forms, and removed. */
@ExtendWith(Distribution.class)
class SmsIT {
    private static final String SMS = "sanban-channel-sms";
    private static final String TOKEN = "shili-token-0123456789";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RIGHT =
            """
            form = http
            signature = \\u793a\\u4f8b
            signatureSource = \\u793a\\u4f8b
            token = %s
            http.url = http://127.0.0.1:%d/send
            http.body = {"to":"{phone}","text":"{text}","id":"{id}"}
            http.success = /code=0
            http.reference = /data/id
            receipt.reference = /id
            receipt.arrived = /state=DELIVRD
            reply.phone = /from
            reply.text = /text
            """;

    private static HttpServer provider;

    /** What the provider was sent, by the telephone number. */
    private static final Map<String, JsonNode> SENT = new ConcurrentHashMap<>();

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final JsonNode matter = Sample.committedMatter(clerk);

    @BeforeAll
    static void install() throws Exception {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/send", exchange -> {
            JsonNode sent = Rest.JSON.readTree(exchange.getRequestBody());
            SENT.put(sent.path("to").asText(), sent);
            byte[] said = ("{\"code\":0,\"data\":{\"id\":\"ref-"
                            + sent.path("id").asText() + "\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        provider.start();
        Files.writeString(etc("messages"), "quiet =\n");
    }

    @AfterAll
    static void remove() throws IOException {
        Sanban sanban = Distribution.get();
        // Refused when the test itself has removed it.
        sanban.shell("sanban:module-remove " + SMS);
        Files.deleteIfExists(etc("channel.sms"));
        Files.deleteIfExists(etc("messages"));
        provider.stop(0);
    }

    @Test
    void itComesIsMendedServesAndGoes() throws IOException {
        configure("form = http\nhttp.body = {}\n");
        try (Load others = Load.on(clerk, "/cases?limit=5", "/matters?limit=5", "/modes")) {
            sanban.done("sanban:module-install " + new Archive(SMS).file());
            Await.until(SOON, "the wrong setting is named", () -> fault().contains("http.url"));
            assertTrue(fault().contains("etc/org.sanban.channel.sms.cfg"), this::fault);

            configure(RIGHT.formatted(TOKEN, provider.getAddress().getPort()));
            Await.until(SOON, "it works", () -> channel().path("state").asText().equals("UP"));
            overHttp();
            try (SimulatedSmsc smsc = new SimulatedSmsc()) {
                configure("form = smpp\nsmpp.host = 127.0.0.1\nsmpp.port = " + smsc.port() + "\nsmpp.systemId = "
                        + SimulatedSmsc.SYSTEM_ID + "\nsmpp.password = " + SimulatedSmsc.PASSWORD + "\n");
                Await.until(SOON, "it is bound", () -> smsc.bound() == 1);
                overSmpp(smsc);
                sanban.done("sanban:module-remove " + SMS);
                Await.until(SOON, "the session is closed", () -> smsc.bound() == 0);
            }
            assertTrue(channel().path("abilities").isEmpty(), "what is gone can do nothing");
            others.awaitMore(20);
            assertEquals(List.of(), others.failures());
        }
        assertEquals("", sanban.trouble());
    }

    private void overHttp() {
        String phone = phone();
        String number = submit(phone);
        Await.until(SOON, "it was sent", () -> SENT.containsKey(phone));
        JsonNode sent = SENT.get(phone);
        assertTrue(sent.path("text").asText().startsWith("【示例】"), sent::toString);
        assertTrue(sent.path("text").asText().contains(number), sent::toString);
        awaitState(number, "SENT");

        Map<String, String> receipt = Map.of("id", "ref-" + sent.path("id").asText(), "state", "DELIVRD");
        Rest anyone = sanban.anyone();
        anyone.post("/sms/receipts", receipt).expect(403);
        anyone.post("/sms/receipts?token=another", receipt).expect(403);
        anyone.post("/sms/receipts?token=" + TOKEN, Map.of("other", 1)).expect(400);
        assertEquals(
                "ok",
                anyone.post("/sms/receipts?token=" + TOKEN, receipt).expect(200).body());
        awaitState(number, "ARRIVED");

        byte[] form = "from=13900000000&text=%E9%80%80%E8%AE%A2".getBytes(StandardCharsets.US_ASCII);
        anyone.post("/sms/replies", form, "Content-Type", "application/x-www-form-urlencoded", "X-Sanban-Token", TOKEN)
                .expect(200);
    }

    private void overSmpp(SimulatedSmsc smsc) {
        String number = submit(phone());
        Await.until(SOON, "it was submitted", () -> smsc.shown().contains(number));
        awaitState(number, "SENT");
        smsc.ids().forEach(id -> smsc.receipt(id, "DELIVRD"));
        awaitState(number, "ARRIVED");
    }

    private String submit(String phone) {
        Map<String, Object> applicant = new HashMap<>(Sample.applicant());
        applicant.put("phone", phone);
        Map<String, Object> draft = new HashMap<>(Sample.draft(matter));
        draft.put("applicant", applicant);
        return clerk.post("/cases", draft).expect(201).json().path("number").asText();
    }

    private static String phone() {
        return String.format("138%08d", System.nanoTime() / 1000 % 100_000_000);
    }

    private void awaitState(String number, String state) {
        Await.until(SOON, state, () -> {
            JsonNode items =
                    clerk.get("/messages?number=" + number).expect(200).json().path("items");
            for (JsonNode one : items) {
                if (one.path("channel").asText().equals("sms")
                        && one.path("state").asText().equals(state)) {
                    return true;
                }
            }
            return false;
        });
    }

    private JsonNode channel() {
        return sanban.channel("sms");
    }

    private String fault() {
        return sanban.fault("sms");
    }

    private static void configure(String settings) throws IOException {
        Files.writeString(etc("channel.sms"), settings);
    }

    private static Path etc(String name) {
        return Distribution.get().home().resolve("etc/org.sanban." + name + ".cfg");
    }
}
