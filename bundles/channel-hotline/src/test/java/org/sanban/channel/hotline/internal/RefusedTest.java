// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.channel.Backlog;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.channel.hotline.internal.OutEntity.Told;
import org.sanban.channel.hotline.internal.SimulatedCentre.Fault;
import org.sanban.data.test.TestDatabase;

/** What township IT sees and does when the centre refuses what it is told, or is away. */
class RefusedTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private SimulatedCentre centre = new SimulatedCentre(0);
    private Desk desk;

    @AfterEach
    void stop() {
        if (desk != null) {
            desk.close();
        }
        centre.close();
    }

    private void open(String kind) {
        TestDatabase database = kind.equals("derby") ? TestDatabase.derby("hotline") : TestDatabase.postgres("hotline");
        desk = new Desk(database, Configured.centre(centre.url()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void whatTheCentreRefusedIsSeenAndSentAgainTogether(String kind) {
        open(kind);
        Refused refused = new Refused(desk.store, desk.orders);
        centre.fault = Fault.REFUSES;
        for (String number : List.of("12345-1", "12345-2", "12345-3")) {
            desk.answered(desk.taken(number, Kind.HELP).id());
        }
        until("all were refused", () -> desk.store.untold(Told.REFUSED) == 3);

        Page<Order> first = refused.list(new PageRequest(null, 2), Desk.LEADER);
        assertEquals(
                List.of("12345-3", "12345-2"),
                first.items().stream().map(Order::number).toList());
        assertEquals("HTTP 422", first.items().get(0).untold().get(0).reason());
        assertEquals(
                List.of("12345-1"),
                refused.list(new PageRequest(first.next(), 2), Desk.LEADER).items().stream()
                        .map(Order::number)
                        .toList());
        assertEquals(
                List.of(), refused.list(PageRequest.first(), Desk.ELSEWHERE).items());
        assertEquals(0, refused.resend(Desk.ELSEWHERE));
        assertThrows(Problem.class, () -> refused.resend(Desk.CLERK));

        centre.fault = Fault.NONE;
        assertEquals(3, refused.resend(Desk.LEADER));
        until("the centre was told", () -> centre.told.size() == 3);
        until("nothing is left", () -> desk.store.untold(Told.WAITING) == 0);
        assertEquals(0, refused.resend(Desk.LEADER));
        assertEquals(List.of(), refused.list(PageRequest.first(), Desk.LEADER).items());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void theChannelSaysThatTheCentreIsAway(String kind) {
        open(kind);
        HotlineChannel channel = new HotlineChannel(desk.settings, desk.courier);
        assertEquals(new Backlog(null, null), channel.backlog().orElseThrow());
        int port = centre.port();
        centre.close();
        desk.answered(desk.taken("12345-1", Kind.HELP).id());
        until("it was tried", () -> channel.backlog().orElseThrow().trouble() != null);
        assertNotNull(channel.backlog().orElseThrow().since());
        centre = new SimulatedCentre(port);
        until("the centre was told", () -> centre.told.size() == 1);
        until("it is well again", () -> channel.backlog().orElseThrow().trouble() == null);
        assertNull(channel.backlog().orElseThrow().since());
        assertFalse(channel.fault().isPresent());
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "not in time: " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
