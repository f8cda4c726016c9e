// SPDX-License-Identifier: Apache-2.0
package org.sanban.carrier.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.post.Tracking;
import org.sanban.api.post.Tracking.State;

class DemoCarrierTest {
    private Instant now = Instant.parse("2026-11-02T02:00:00Z");
    private final DemoCarrier carrier = new DemoCarrier(60, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void aParcelGoesOnByItself() {
        assertEquals(
                List.of(State.COLLECTED, State.IN_TRANSIT, State.DELIVERING, State.SIGNED, State.SIGNED),
                course("EA000001"));
    }

    @Test
    void theLastDigitTellsHowItEnds() {
        assertTrue(course("EA000007").containsAll(List.of(State.REFUSED, State.RETURNING, State.RETURNED)));
        assertEquals(State.PROBLEM, course("EA000008").get(4));
    }

    @Test
    void aStateKeepsItsTimeAndEveryWordSaysThatItIsMadeUp() {
        carrier.track("EA000001", null);
        now = now.plusSeconds(70);
        Tracking once = carrier.track("EA000001", null);
        now = now.plusSeconds(20);
        assertEquals(once, carrier.track("EA000001", null));
        once.events().forEach(event -> assertTrue(event.what().startsWith("示例")));
    }

    @Test
    void aPaceOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DemoCarrier(0, Clock.systemUTC()));
    }

    private List<State> course(String waybill) {
        List<State> states = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            states.add(carrier.track(waybill, null).state());
            now = now.plusSeconds(60);
        }
        return states;
    }
}
