// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LaneTest {
    @Test
    void neverPassesAnEntryThatIsStillOpen() {
        Lane lane = new Lane(Lane.floor(1));
        long first = lane.begin();
        long second = lane.begin();
        lane.end(second);
        assertEquals(first - 1, lane.horizon());
        lane.end(first);
        assertEquals(second, lane.horizon());
    }

    @Test
    void lanesDoNotOverlap() {
        assertEquals(1, Lane.of(Lane.floor(1)));
        assertEquals(1, Lane.of(Lane.ceiling(1)));
        assertEquals(Lane.ceiling(1) + 1, Lane.floor(2));
    }

    @Test
    void wakesWhoWaitsWhenAnEntrySettles() throws InterruptedException {
        Lane lane = new Lane(0);
        CountDownLatch woken = new CountDownLatch(1);
        Thread waiter = new Thread(() -> {
            lane.await(0, 60_000, () -> false);
            woken.countDown();
        });
        waiter.start();
        lane.end(lane.begin());
        assertTrue(woken.await(30, TimeUnit.SECONDS));
    }
}
