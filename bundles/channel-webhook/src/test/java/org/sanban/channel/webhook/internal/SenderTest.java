// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cloudevents.CloudEvent;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.api.journal.JournalEntry.Kind;

/** Events over real connections, to receivers with every fault. */
class SenderTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private final SimulatedReceiver receiver = new SimulatedReceiver();
    private final Sender sender = sender(Configured.here());
    private final Line line = sender.line();
    private final Sender hasty = sender(Configured.here("timeoutSeconds", 1));

    @AfterEach
    void stop() {
        line.close();
        receiver.close();
    }

    @Test
    void anEventArrivesSigned() {
        Subscription to = Sample.to(receiver.url(), Format.STRUCTURED);
        assertEquals(Outcome.State.TAKEN, sender.send(event(1), to, line).state());
        SimulatedReceiver.Received got = receiver.received().get(0);
        assertEquals(Sample.NUMBER + "/1", got.headers().get("webhook-id"));
        assertEquals(Long.toString(NOW.getEpochSecond()), got.headers().get("webhook-timestamp"));
        assertEquals(
                to.secrets().sign(Sample.NUMBER + "/1", NOW, got.body()),
                got.headers().get("webhook-signature"));
        assertTrue(got.text().contains("\"specversion\":\"1.0\""), got.text());
        assertTrue(got.headers().get("host").startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, TAKEN",
        "202, TAKEN",
        "204, TAKEN",
        "301, LATER",
        "302, LATER",
        "307, LATER",
        "400, REFUSED",
        "401, REFUSED",
        "404, REFUSED",
        "408, LATER",
        "409, REFUSED",
        "410, GONE",
        "422, REFUSED",
        "425, LATER",
        "429, LATER",
        "500, LATER",
        "503, LATER"
    })
    void aStatusMeans(int status, Outcome.State state) {
        receiver.answers(status, "Location", "http://127.0.0.1:1/elsewhere");
        Outcome outcome = send(receiver.url());
        assertEquals(state, outcome.state());
        assertEquals(status, outcome.status());
        assertEquals(1, receiver.received().size(), "asked once, and no redirect is followed");
        if (state != Outcome.State.TAKEN) {
            assertTrue(outcome.why().zh().contains("" + status), outcome.why().zh());
        }
    }

    @Test
    void aReceiverThatAsksForPatienceGetsItUpToAMeasure() {
        assertEquals(Duration.ofSeconds(120), patience("120"));
        assertEquals(Duration.ofSeconds(600), patience("86400"));
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plusSeconds(90).atOffset(ZoneOffset.UTC));
        assertEquals(Duration.ofSeconds(90), patience(date));
        assertNull(patience("soon"));
        assertNull(patience("0"));
        assertNull(patience(
                DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.minusSeconds(9).atOffset(ZoneOffset.UTC))));
    }

    @Test
    void aSlowReceiverIsNotWaitedForLongerThanSaid() {
        receiver.slow(true);
        Outcome outcome = notWaitedFor(receiver.url());
        assertEquals(Outcome.State.LATER, outcome.state());
        assertTrue(outcome.why().zh().contains("1 秒"), outcome.why().zh());
    }

    @Test
    void oneThatDripsItsAnswerIsNotEither() {
        try (RawReceiver drips = new RawReceiver((nth, socket, self) -> {
            for (int i = 0; i < 1000; i++) {
                RawReceiver.say(socket, i == 0 ? "HTTP/1.1 200 OK\r\nX: " : "x");
                TimeUnit.MILLISECONDS.sleep(50);
            }
        })) {
            assertEquals(0, notWaitedFor(drips.url()).status());
        }
    }

    /** In the handshake, too: each byte comes in time, all of them never. */
    @Test
    void oneThatDripsItsHandshakeIsNotEither() {
        RawReceiver.Answer answer = (nth, socket, self) -> {
            for (int i = 0; i < 1000; i++) {
                RawReceiver.say(socket, i == 0 ? "\u0016\u0003\u0003\u003f\u00ff" : "x");
                TimeUnit.MILLISECONDS.sleep(50);
            }
        };
        try (RawReceiver drips = new RawReceiver(answer, false)) {
            assertEquals(0, notWaitedFor(drips.url().replace("http:", "https:")).status());
        }
    }

    @Test
    void halfOpenConnectionsAndHangUpsLeaveTheEventForLater() {
        try (RawReceiver halfOpen = new RawReceiver((nth, socket, self) -> self.never());
                RawReceiver hangsUp = new RawReceiver((nth, socket, self) -> {});
                RawReceiver noHttp =
                        new RawReceiver((nth, socket, self) -> RawReceiver.say(socket, "SSH-2.0-x\r\n\r\n"));
                RawReceiver endless = new RawReceiver(
                        (nth, socket, self) -> RawReceiver.say(socket, "HTTP/1.1 200 " + "x".repeat(20_000)))) {
            for (RawReceiver bad : new RawReceiver[] {halfOpen, hangsUp, noHttp, endless}) {
                Outcome outcome = send(bad == halfOpen ? hasty : sender, bad.url());
                assertEquals(Outcome.State.LATER, outcome.state());
                assertEquals(0, outcome.status());
                assertEquals(1, bad.connections());
            }
        }
        receiver.close();
        assertTrue(send(receiver.url()).why().zh().contains("连接不上"));
        assertTrue(send("https://nowhere.invalid/").why().zh().contains("找不到主机"));
    }

    @Test
    void anAnswerCutShortCountsByItsHead() {
        try (RawReceiver cut = new RawReceiver((nth, socket, self) -> RawReceiver.say(
                socket, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"))) {
            assertEquals(Outcome.State.TAKEN, send(cut.url()).state());
        }
    }

    @Test
    void aConnectionIsKeptForTheNextEvent() {
        receiver.answers(200);
        for (int i = 1; i <= 3; i++) {
            assertEquals(
                    Outcome.State.TAKEN,
                    sender.send(event(i), to(receiver.url()), line).state());
        }
        assertEquals(
                1,
                receiver.received().stream().map(one -> one.port()).distinct().count());
    }

    @Test
    void oneThatTheReceiverHasClosedIsOpenedAgain() {
        try (RawReceiver closes = new RawReceiver((nth, socket, self) -> RawReceiver.say(socket, OK))) {
            for (int i = 1; i <= 3; i++) {
                assertEquals(
                        Outcome.State.TAKEN,
                        sender.send(event(i), to(closes.url()), line).state());
            }
            assertEquals(3, closes.connections());
        }
    }

    /** Whoever changes what a name means after it was checked reaches nothing with it. */
    @Test
    void everyConnectionIsCheckedAnew() {
        AtomicInteger asked = new AtomicInteger();
        WebhookSettings settings =
                new WebhookSettings(Configured.config(Map.of("allowed", new String[] {"127.0.0.1"})), host -> {
                    String address = asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2";
                    return new InetAddress[] {InetAddress.getByName(address)};
                });
        receiver.answers(200, "Connection", "close");
        String url = receiver.url().replace("127.0.0.1", "rebinding.example.org");
        Sender checking = sender(settings);
        try (Line once = checking.line()) {
            assertEquals(
                    Outcome.State.TAKEN, checking.send(event(1), to(url), once).state());
            assertEquals(1, asked.get(), "looked up once: what was checked is connected to");
            assertTrue(receiver.received().get(0).headers().get("host").startsWith("rebinding.example.org:"));
            Outcome second = checking.send(event(2), to(url), once);
            assertEquals(Outcome.State.LATER, second.state());
            assertTrue(second.why().zh().contains("127.0.0.2"), second.why().zh());
            assertEquals(1, receiver.received().size());
        }
    }

    @Test
    void aLineThatIsClosedEndsARequestUnderWay() throws Exception {
        receiver.slow(true);
        Sender patient = sender(Configured.here("timeoutSeconds", 30));
        Line waiting = patient.line();
        CompletableFuture<Outcome> sent =
                CompletableFuture.supplyAsync(() -> patient.send(event(1), to(receiver.url()), waiting));
        Await.until("the request arrives", () -> !receiver.received().isEmpty());
        waiting.close();
        assertEquals(Outcome.State.LATER, sent.get(25, TimeUnit.SECONDS).state());
        assertNotEquals(
                Outcome.State.TAKEN,
                patient.send(event(2), to(receiver.url()), waiting).state(),
                "nothing is sent over a line that was closed");
    }

    /** What comes of a receiver that is given a second, and would take a minute. */
    private Outcome notWaitedFor(String url) {
        try (Heartbeat time = new Heartbeat()) {
            Outcome outcome = send(hasty, url);
            assertTrue(time.passed().compareTo(Duration.ofSeconds(5)) < 0, () -> "waited for " + outcome.millis());
            return outcome;
        }
    }

    private Duration patience(String wished) {
        receiver.answers(429, "Retry-After", wished);
        return send(receiver.url()).patience();
    }

    private Outcome send(String url) {
        return send(sender, url);
    }

    private static Outcome send(Sender sender, String url) {
        try (Line own = sender.line()) {
            return sender.send(event(1), to(url), own);
        }
    }

    private static Subscription to(String url) {
        return Sample.to(url, Format.BINARY);
    }

    private static CloudEvent event(int seq) {
        return Events.of(Sample.entry(seq, Kind.ACCEPTED), Sample.state(), URI.create("urn:sanban:610926000000"));
    }

    private static Sender sender(WebhookSettings settings) {
        return new Sender(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), () -> NOW);
    }
}
