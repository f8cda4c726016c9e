// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What another system gains: it is told what happens to cases, in order, whatever happens to it or to the module. */
@ExtendWith(Distribution.class)
class WebhookIT {
    private static final String MODULE = "sanban-channel-webhook";
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Connections of the database remember classes for half a minute. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(180);

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest officer = sanban.as("chengguan-officer");
    private final Rest system = sanban.as("sample-system");
    private final JsonNode matter = Sample.committedMatter(clerk);
    private final Receiver receiver = new Receiver();
    private String id;
    private String secret;

    @BeforeAll
    static void install() throws IOException {
        Sanban sanban = Distribution.get();
        Files.writeString(config(sanban), "most = 0\n");
        sanban.done("sanban:module-install " + new Archive(MODULE).file());
        awaitServed(sanban);
        Await.until(SOON, "the wrong setting is named", () -> sanban.fault("webhook")
                .contains("most must be 1 to 500"));
        assertTrue(sanban.fault("webhook").contains("etc/org.sanban.channel.webhook.cfg"), sanban.fault("webhook"));
        Map<String, Object> wanted = Map.of("name", "接收系统", "url", "https://1.1.1.1/events");
        sanban.as("sample-system").post("/webhooks", wanted).expect(503);
        Files.writeString(config(sanban), "allowed = localhost, 127.0.0.1/32\nlookSeconds = 1\ntimeoutSeconds = 60\n");
        Await.until(SOON, "it is put right", () -> sanban.fault("webhook").isEmpty());
        awaitServed(sanban);
    }

    @AfterAll
    static void remove() throws IOException {
        Sanban sanban = Distribution.get();
        sanban.done("sanban:module-remove " + MODULE);
        Files.delete(config(sanban));
        assertEquals("", sanban.trouble());
    }

    @AfterEach
    void unsubscribe() throws Exception {
        if (id != null) {
            assertEquals(204, delete("/webhooks/" + id));
            assertFalse(deliveries().contains("webhook-" + id), "the journal forgets it");
        }
        receiver.stop();
    }

    @Test
    void aCaseIsToldFromItsBeginningToItsEnd() {
        subscribe(Map.of());
        JsonNode tested =
                system.post("/webhooks/" + id + "/test", "{}").expect(200).json();
        assertEquals("TAKEN", tested.path("state").asText(), tested.toString());
        assertEquals(
                "org.sanban.webhook.test", receiver.events().get(0).path("type").asText());

        String number = delivered();
        awaitTold(number, 4);
        List<JsonNode> events = receiver.of(number);
        assertEquals(
                List.of("submitted", "accepted", "decided", "delivered"),
                events.stream()
                        .map(event -> event.path("type").asText().replace("org.sanban.case.", ""))
                        .toList());
        assertEquals(ids(number, 4), receiver.ids(number));
        JsonNode data = events.get(3).path("data");
        assertEquals("DONE", data.path("status").asText());
        assertEquals(matter.path("code").asText(), data.path("matter").asText());
        assertFalse(events.toString().contains("示例"), "no name leaves: " + events);
        assertTrue(receiver.allSigned(secret));

        JsonNode log = system.get("/webhooks/" + id + "/deliveries").expect(200).json();
        assertEquals("TAKEN", log.get(0).path("state").asText());
        assertEquals(204, log.get(0).path("status").asInt());
        assertTrue(sanban.done("sanban:webhook-list").contains("webhook-" + id));
        assertTrue(sanban.anyone()
                .get("/system/metrics")
                .body()
                .contains("sanban_webhook_subscriptions{state=\"active\"} 1"));
    }

    @Test
    void whoIsDownIsToldEverythingInOrderOnceItIsBackAndCanHaveItAgain() {
        Instant start = Instant.now();
        subscribe(Map.of("kinds", List.of("SUBMITTED", "ACCEPTED", "DECIDED")));
        String first = delivered();
        awaitTold(first, 3);
        Await.until(
                SOON,
                "its answers are known: what is sent again after it was down would be told twice",
                () -> !webhook().path("delivery").path("waiting").asBoolean());
        receiver.stop();
        String second = delivered();
        String third = delivered();
        Await.until(SOON, "events wait", () -> {
            JsonNode standing = webhook().path("delivery");
            return standing.path("waiting").asBoolean() && standing.has("lastError");
        });
        assertEquals(0, webhook().path("delivery").path("parked").asInt());
        Await.until(
                SOON,
                "whoever looks at the channels sees it",
                () -> sanban.channel("webhook").path("state").asText().equals("DOWN"));
        receiver.start();
        awaitTold(third, 3);
        assertEquals(ids(second, 3), receiver.ids(second));
        assertEquals(ids(third, 3), receiver.ids(third));
        List<String> once = receiver.allIds();

        system.post("/webhooks/" + id + "/replay", Map.of("from", "yesterday")).expect(400);
        system.post("/webhooks/" + id + "/replay", Map.of("from", start.toString()))
                .expect(200);
        Await.until(SOON, "all again", () -> receiver.allIds().size() >= 2 * once.size());
        List<String> all = receiver.allIds();
        assertEquals(once, all.subList(once.size(), 2 * once.size()), "the same ids in the same order");
        assertTrue(receiver.allSigned(secret));
    }

    @Test
    void addressesInsideAreRefusedInClearWords() {
        String told = system.post("/webhooks", Map.of("name", "内网", "url", "https://10.0.0.1/events"))
                .expect(400)
                .detail();
        assertTrue(told.contains("10.0.0.1") && told.contains("org.sanban.channel.webhook.cfg"), told);
        assertTrue(system.post("/webhooks", Map.of("name", "明文", "url", "http://1.1.1.1/events"))
                .expect(400)
                .detail()
                .contains("https"));
        system.post("/webhooks", Map.of("name", "县", "url", receiver.url(), "division", "610926000000"))
                .expect(400);
        clerk.get("/webhooks").expect(403);
        subscribe(Map.of());
        assertFalse(system.get("/webhooks").expect(200).body().contains("whsec_"));
        sanban.as("sample-admin").get("/webhooks/" + id).expect(200);
        Map<String, Object> changed = Map.of("name", "改名", "url", receiver.url());
        system.put("/webhooks/" + id, changed, "If-Match", "\"1\"").expect(409);
        String tag = system.get("/webhooks/" + id).headers().firstValue("ETag").orElseThrow();
        assertEquals(
                "改名",
                system.put("/webhooks/" + id, changed, "If-Match", tag)
                        .expect(200)
                        .json()
                        .path("name")
                        .asText());
        assertEquals(
                "PAUSED",
                system.post("/webhooks/" + id + "/pause", "{}")
                        .expect(200)
                        .json()
                        .path("state")
                        .asText());
    }

    @Test
    void theModuleGoesAndGoesOnWhereItWas() {
        subscribe(Map.of());
        String before = delivered();
        awaitTold(before, 4);
        String meanwhile;
        try (Load others = Load.on(clerk, "/cases?limit=5", "/matters?limit=5", "/modes")) {
            sanban.done("sanban:module-remove " + MODULE);
            meanwhile = delivered();
            assertEquals(List.of(), receiver.of(meanwhile));
            others.awaitMore(5);
            Await.until(FORGOTTEN, "no class of it is left in memory", () -> {
                sanban.jcmd("GC.run");
                return !sanban.jcmd("VM.classloaders", "show-classes").contains("org.sanban.channel.webhook");
            });
            sanban.done("sanban:module-install " + MODULE);
            assertEquals(List.of(), others.failures());
        }
        awaitServed(sanban);
        awaitTold(meanwhile, 4);
        assertEquals(ids(meanwhile, 4), receiver.ids(meanwhile));
        assertEquals("", sanban.trouble());
    }

    private void subscribe(Map<String, Object> more) {
        Map<String, Object> wanted = new HashMap<>(more);
        wanted.put("name", "接收系统");
        wanted.put("url", receiver.url());
        Rest.Answer[] answer = new Rest.Answer[1];
        // The file that allows the address is read within a second or two.
        Await.until(SOON, "the address is allowed", () -> {
            answer[0] = system.post("/webhooks", wanted);
            return answer[0].status() != 400;
        });
        JsonNode made = answer[0].expect(201).json();
        id = made.path("webhook").path("id").asText();
        secret = made.path("secret").asText();
    }

    private JsonNode webhook() {
        return system.get("/webhooks/" + id).expect(200).json();
    }

    /** The number of a case that was handed over. */
    private String delivered() {
        String number = Sample.accepted(clerk, matter);
        officer.act(number, 2, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        clerk.act(number, 3, "deliver", Map.of("receivedBy", "张示例")).expect(200);
        return number;
    }

    private void awaitTold(String number, int events) {
        Await.until(
                SOON, events + " events of " + number, () -> receiver.of(number).size() >= events);
    }

    private static List<String> ids(String number, int events) {
        List<String> ids = new ArrayList<>();
        for (int seq = 1; seq <= events; seq++) {
            ids.add(number + "/" + seq);
        }
        return ids;
    }

    private String deliveries() {
        return sanban.as("sample-admin").get("/journal/deliveries").expect(200).body();
    }

    private int delete(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sanban.base() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + system.token())
                .DELETE()
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }

    private static void awaitServed(Sanban sanban) {
        Rest admin = sanban.as("sample-admin");
        Await.until(SOON, "it serves", () -> admin.get("/webhooks").status() == 200);
    }

    private static Path config(Sanban sanban) {
        return sanban.home().resolve("etc/org.sanban.channel.webhook.cfg");
    }

    /** The other system: it keeps what it is sent, and can be down. */
    private static final class Receiver {
        private final List<Request> requests = new CopyOnWriteArrayList<>();
        private HttpServer server;
        private final int port = Sanban.freePort();

        private record Request(String id, String time, String signature, String body) {
            JsonNode event() {
                try {
                    return Rest.JSON.readTree(body);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        Receiver() {
            start();
        }

        void start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/events", this::take);
            server.start();
        }

        void stop() {
            server.stop(0);
        }

        String url() {
            return "http://localhost:" + port + "/events";
        }

        private void take(HttpExchange exchange) throws IOException {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                requests.add(new Request(
                        exchange.getRequestHeaders().getFirst("webhook-id"),
                        exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                        exchange.getRequestHeaders().getFirst("webhook-signature"),
                        body));
                exchange.sendResponseHeaders(204, -1);
            }
        }

        List<JsonNode> events() {
            return requests.stream().map(Request::event).toList();
        }

        /** Ids of all events of cases that it was sent, in order. */
        List<String> allIds() {
            return requests.stream()
                    .map(Request::id)
                    .filter(one -> !one.startsWith("test/"))
                    .toList();
        }

        List<JsonNode> of(String number) {
            return events().stream()
                    .filter(event -> event.path("subject").asText().equals(number))
                    .toList();
        }

        List<String> ids(String number) {
            return of(number).stream().map(event -> event.path("id").asText()).toList();
        }

        /** Whether every request was signed, computed here and not with the code under test. */
        boolean allSigned(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                for (Request one : requests) {
                    byte[] signed = (one.id() + "." + one.time() + "." + one.body()).getBytes(StandardCharsets.UTF_8);
                    String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
                    if (!expected.equals(one.signature())) {
                        return false;
                    }
                }
                return !requests.isEmpty();
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }
}
