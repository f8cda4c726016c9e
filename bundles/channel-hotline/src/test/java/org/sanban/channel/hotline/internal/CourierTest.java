// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sanban.channel.hotline.internal.OutEntity.Told;
import org.sanban.channel.hotline.internal.SimulatedCentre.Fault;
import org.sanban.data.test.TestDatabase;

/** What the centre is told, however it behaves: everything, once it can be, in order, signed. */
class CourierTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private SimulatedCentre centre = new SimulatedCentre(0);
    private final TestDatabase database = TestDatabase.derby("hotline");
    private Desk desk;

    @AfterEach
    void stop() {
        centre.close();
        desk.close();
    }

    @Test
    void theCentreIsToldWhatBecameOfItsOrders() {
        desk = desk(Map.of());
        long id = desk.taken("12345-1", Kind.HELP).id();
        desk.answered(id);
        desk.does(id, Desk.HOTLINE, "call-back", null, "满意");
        desk.answered(desk.orders
                .take(Desk.order(null, Kind.HELP), Desk.HOTLINE)
                .order()
                .id());
        until("the centre was told", () -> centre.told.size() == 2);
        assertEquals(List.of("answer", "call-back"), actions());
        SimulatedCentre.Told first = centre.told.get(0);
        assertEquals("12345-1", first.body().path("number").asText());
        assertEquals("已安排专人值守", first.body().path("text").asText());
        assertEquals("hotline-" + id + "-3", first.key());
        assertFalse(first.body().toString().contains(Desk.PHONE), "the centre knows who called");
        assertEquals(List.of(), centre.forged);
        until("nothing waits", () -> desk.orders.get(id, Desk.HOTLINE).untold().isEmpty());
    }

    @Test
    void whatTheCentreCallsThingsIsASetting() {
        desk = desk(Map.of(
                "centreNames", new String[] {"number=orderNo,text=content", "answer=03"}, "centreSuccess", "/code=0"));
        desk.answered(desk.taken("12345-1", Kind.HELP).id());
        until("the centre was told", () -> centre.told.size() == 1);
        assertEquals("12345-1", centre.told.get(0).body().path("orderNo").asText());
        assertEquals("03", centre.told.get(0).body().path("action").asText());
        assertTrue(centre.told.get(0).body().has("content"));
    }

    @Test
    void whileTheCentreIsAwayAllWaitInOrder() {
        int port = centre.port();
        centre.close();
        desk = desk(port, Map.of());
        long[] ids = new long[5];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = desk.taken("12345-" + i, Kind.HELP).id();
            desk.answered(ids[i]);
        }
        desk.does(ids[0], Desk.HOTLINE, "call-back", null, "满意");
        assertEquals(6, desk.store.untold(Told.WAITING));
        assertFalse(desk.orders.get(ids[0], Desk.HOTLINE).untold().get(0).refused());
        centre = new SimulatedCentre(port);
        until("all was told", () -> centre.told.size() == 6);
        assertEquals(
                List.of("12345-0", "12345-1", "12345-2", "12345-3", "12345-4", "12345-0"),
                centre.told.stream()
                        .map(told -> told.body().path("number").asText())
                        .toList());
    }

    @Test
    void whatWaitsIsThereAfterTheBundleCameBack() {
        centre.fault = Fault.ERROR;
        Desk before = desk(Map.of());
        before.answered(before.taken("12345-1", Kind.HELP).id());
        until("it was tried", () -> !centre.asked.isEmpty());
        assertTimeoutPreemptively(SOON, before.courier::stop);
        centre.fault = Fault.NONE;
        desk = desk(Map.of());
        until("the centre was told", () -> centre.told.size() == 1);
    }

    @Test
    void everyFaultThatMayPassIsTriedAgain() {
        desk = desk(Map.of("centreSuccess", "/code=0"));
        pass(Fault.ERROR, Fault.FORBIDS, Fault.NOT_TAKEN);
    }

    @Test
    void whoeverNeverAnswersOrNeverEndsIsTriedAgain() {
        desk = desk(Map.of("timeoutSeconds", 3));
        pass(Fault.SLOW, Fault.STALLED);
    }

    private void pass(Fault... faults) {
        for (Fault fault : faults) {
            int before = centre.asked.size();
            int told = centre.told.size();
            centre.fault = fault;
            long id = desk.taken("12345-" + fault.ordinal(), Kind.HELP).id();
            desk.answered(id);
            until(fault + " was met", () -> centre.asked.size() > before);
            centre.fault = Fault.NONE;
            until(fault + " has passed", () -> centre.told.size() == told + 1);
        }
        assertEquals(0, desk.store.untold(Told.REFUSED));
    }

    @Test
    void aCentreThatIsAskedTooMuchIsLeftAloneAsLongAsItSays() {
        centre.fault = Fault.BUSY;
        desk = desk(Map.of());
        long id = desk.taken("12345-1", Kind.HELP).id();
        desk.answered(id);
        until("it was asked", () -> !centre.asked.isEmpty());
        centre.fault = Fault.NONE;
        desk.does(id, Desk.HOTLINE, "call-back", null, "满意");
        until("the centre was told", () -> centre.told.size() == 2);
        long pause = centre.asked.get(1) - centre.asked.get(0);
        assertTrue(pause > TimeUnit.MILLISECONDS.toNanos(1900), "pause of " + pause + " ns");
    }

    @Test
    void whatTheCentreRefusesHoldsNothingUpAndIsSentAgain() {
        centre.fault = Fault.REFUSES;
        desk = desk(Map.of());
        long refused = desk.taken("12345-1", Kind.HELP).id();
        desk.answered(refused);
        until("it was refused", () -> desk.store.untold(Told.REFUSED) == 1);
        centre.fault = Fault.NONE;
        desk.answered(desk.taken("12345-2", Kind.HELP).id());
        until("the next was told", () -> centre.told.size() == 1);
        Order.Untold untold = desk.orders.get(refused, Desk.HOTLINE).untold().get(0);
        assertTrue(untold.refused());
        assertEquals("HTTP 422", untold.reason());
        desk.does(refused, Desk.HOTLINE, "resend", null, null);
        until("it was told", () -> centre.told.size() == 2);
        assertEquals(0, desk.store.untold(Told.REFUSED));
    }

    @Test
    void aWrongAddressDisturbsNothingAndLosesNothing() {
        desk = desk(Map.of("centreUrl", "nowhere"));
        desk.answered(desk.taken("12345-1", Kind.HELP).id());
        assertEquals(1, desk.store.untold(Told.WAITING));
        assertTrue(new HotlineChannel(desk.settings, desk.courier).fault().isPresent());
    }

    @Test
    void aHalfOpenConnectionDoesNotHoldUpTheEnd() {
        centre.fault = Fault.SLOW;
        desk = desk(Map.of("timeoutSeconds", 60));
        desk.answered(desk.taken("12345-1", Kind.HELP).id());
        until("it waits", () -> !centre.asked.isEmpty());
        assertTimeoutPreemptively(Duration.ofSeconds(15), desk.courier::stop, "nor until the end gives up waiting");
    }

    @Test
    void ofSeveralNodesOneTells() {
        desk = desk(Map.of("centreUrl", ""));
        Instant now = Instant.now();
        assertTrue(desk.store.lease("a", now, now.plusSeconds(30)));
        assertFalse(desk.store.lease("b", now, now.plusSeconds(30)));
        assertTrue(desk.store.lease("a", now.plusSeconds(10), now.plusSeconds(40)));
        assertTrue(
                desk.store.lease("b", now.plusSeconds(41), now.plusSeconds(60)), "the other has ended without a word");
        desk.store.release("b");
        assertTrue(desk.store.lease("a", now.plusSeconds(42), now.plusSeconds(60)));
    }

    private List<String> actions() {
        return centre.told.stream()
                .map(told -> told.body().path("action").asText())
                .toList();
    }

    private Desk desk(Map<String, Object> more) {
        return desk(centre.port(), more);
    }

    private Desk desk(int port, Map<String, Object> more) {
        Map<String, Object> set = new HashMap<>(Configured.centre("http://127.0.0.1:" + port + "/answers"));
        set.putAll(more);
        return new Desk(database, set);
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "not in time: " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
