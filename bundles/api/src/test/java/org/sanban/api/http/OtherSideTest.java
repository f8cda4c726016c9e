// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.http.NotReached.Why;
import org.sanban.api.test.FaultyServer;

class OtherSideTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST = 20;

    /** A machine that others work on as well answers late. */
    private final OtherSide side = new OtherSide("test", PATIENCE, LONGEST);

    private final OtherSide hasty = new OtherSide("test", Duration.ofSeconds(3), LONGEST);

    @AfterEach
    void close() {
        side.close();
        hasty.close();
    }

    @Test
    void aReplyIsTakenWholeWithItsHeaders() throws IOException {
        byte[] gbk = "成功".getBytes(Charset.forName("GBK"));
        try (FaultyServer server = FaultyServer.answering(503, gbk, Map.of("Retry-After", "7"))) {
            Reply reply = side.ask(request(server.base()));
            assertEquals(503, reply.status());
            assertEquals("成功", reply.text(Charset.forName("GBK")));
            assertEquals(Duration.ofSeconds(7), reply.pause());
            assertEquals("reply 503, 4 bytes", reply.toString());
        }
    }

    @Test
    void aLongAnswerIsNotRead() {
        try (FaultyServer server = FaultyServer.answering(200, "x".repeat(LONGEST + 1), Map.of())) {
            assertEquals(Why.TOO_LONG, fails(side, server.base()));
        }
        try (FaultyServer server = FaultyServer.answering(200, "x".repeat(LONGEST), Map.of())) {
            assertEquals(
                    LONGEST,
                    assertTimeoutPreemptively(PATIENCE, () -> side.ask(request(server.base())))
                            .body()
                            .length);
        }
    }

    @Test
    void whoeverNeverAnswersOrNeverEndsHoldsNobodyUp() {
        try (FaultyServer silent = FaultyServer.silent();
                FaultyServer endless = FaultyServer.endless()) {
            assertEquals(Why.LATE, fails(hasty, silent.base()));
            assertEquals(Why.LATE, fails(hasty, endless.base()));
            assertEquals(1, silent.asked(), "asked once only");
        }
    }

    @Test
    void nobodyThereAndABrokenConnectionAreToldByKindAndNotByAddress() throws IOException {
        String nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "http://127.0.0.1:" + free.getLocalPort();
        }
        NotReached thrown = assertThrows(NotReached.class, () -> side.ask(request(nobody)));
        assertEquals(Why.UNREACHABLE, thrown.why());
        assertFalse(thrown.getMessage().contains("127.0.0.1"), thrown.getMessage());
        try (FaultyServer server = FaultyServer.breaking()) {
            assertEquals(Why.UNREACHABLE, fails(side, server.base()));
        }
    }

    @Test
    void whatRunsIsBrokenOffAndNothingIsAskedAfterTheEnd() throws Exception {
        OtherSide patient = new OtherSide("test", Duration.ofMinutes(1), LONGEST);
        try (FaultyServer silent = FaultyServer.silent()) {
            CompletableFuture<Why> why = CompletableFuture.supplyAsync(
                    () -> assertThrows(NotReached.class, () -> patient.ask(request(silent.base())))
                            .why());
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (silent.asked() == 0) {
                assertTrue(System.nanoTime() < end, "nobody asked");
                Thread.onSpinWait();
            }
            patient.close();
            assertEquals(Why.STOPPED, why.get(30, TimeUnit.SECONDS));
        }
        try (FaultyServer server = FaultyServer.answering(200, "", Map.of())) {
            side.close();
            assertEquals(Why.STOPPED, fails(side, server.base()));
            assertEquals(0, server.asked());
        }
    }

    @Test
    void whatTheyAskForIsSecondsOrADateAndNoLongerThanADay() {
        assertEquals(Duration.ofSeconds(7), Reply.pause("7"));
        assertEquals(Duration.ofDays(1), Reply.pause("999999999"));
        assertTrue(Reply.pause("Fri, 31 Dec 2100 23:59:59 GMT").compareTo(Duration.ofHours(23)) > 0);
        assertNull(Reply.pause("Fri, 31 Dec 1999 23:59:59 GMT"));
        assertNull(Reply.pause("soon"));
        assertNull(Reply.pause(null));
    }

    private static Why fails(OtherSide side, String base) {
        return assertTimeoutPreemptively(PATIENCE, () -> assertThrows(NotReached.class, () -> side.ask(request(base)))
                .why());
    }

    private static HttpRequest.Builder request(String base) {
        return HttpRequest.newBuilder(URI.create(base + "/any"));
    }
}
