// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Addresses that open and close while requests come. */
class DoorsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private final Doors doors = new Doors();

    @Test
    void anAddressIsKnownOnceItWasOpen() {
        assertEquals(Doors.State.UNKNOWN, doors.enter("/v1/things"));
        doors.open("/v1/things", "service");
        assertEquals(Map.of("/v1/things", "service"), doors.open());
        assertEquals(Doors.State.OPEN, doors.enter("/v1/things/7/parts"));
        assertEquals(Doors.State.UNKNOWN, doors.enter("/v1/thingsandmore"));
    }

    @Test
    void anAddressOfOneSegmentHasAllBelowIt() {
        doors.open("/hsds", "service");
        assertEquals(Doors.State.OPEN, doors.enter("/hsds"));
        assertEquals(Doors.State.OPEN, doors.enter("/hsds/"));
        assertEquals(Doors.State.OPEN, doors.enter("/hsds/services/7"));
        doors.leave("/hsds");
        doors.leave("/hsds/");
        doors.leave("/hsds/services/7");
        assertTrue(doors.close("/hsds", Duration.ofMillis(20)));
        assertEquals(Doors.State.UNKNOWN, doors.enter("/hsdsandmore/services"));
    }

    @Test
    void closingWaitsForThoseInside() throws Exception {
        doors.open("/v1/things", "service");
        doors.enter("/v1/things/7");
        doors.enter("/v1/things");
        CompletableFuture<Boolean> closing = CompletableFuture.supplyAsync(() -> doors.close("/v1/things", LONG));
        doors.leave("/v1/things");
        Assertions.assertThrows(TimeoutException.class, () -> closing.get(50, TimeUnit.MILLISECONDS));
        doors.leave("/v1/things/7");
        assertTrue(closing.get(60, TimeUnit.SECONDS));
        assertEquals(Map.of(), doors.open());
    }

    @Test
    void closingHasADeadline() {
        doors.open("/v1/things", "service");
        doors.enter("/v1/things");
        assertFalse(doors.close("/v1/things", Duration.ofMillis(20)));
    }

    @Test
    void whoComesWhileItIsAwayIsHeldUntilItIsBack() throws Exception {
        doors.open("/v1/things", "old");
        doors.close("/v1/things", LONG);
        CompletableFuture<Doors.State> held = CompletableFuture.supplyAsync(() -> doors.enter("/v1/things"));
        Assertions.assertThrows(TimeoutException.class, () -> held.get(50, TimeUnit.MILLISECONDS));
        doors.open("/v1/things", "new");
        assertEquals(Doors.State.OPEN, held.get(60, TimeUnit.SECONDS));
    }

    @Test
    void whoWaitsInVainIsToldSo() {
        doors.open("/v1/things", "old");
        doors.close("/v1/things", LONG);
        assertEquals(Doors.State.AWAY, doors.enter("/v1/things"));
    }
}
