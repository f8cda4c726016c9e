// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void percentilesAreOverAllClients() {
        Times one = new Times();
        Times other = new Times();
        for (int ms = 1; ms <= 1_500; ms++) {
            one.add(ms * 1_000_000L);
        }
        for (int ms = 3_000; ms > 1_500; ms--) {
            other.add(ms * 1_000_000L);
        }
        Times.Summary sum = Times.sum(List.of(one, other), Duration.ofSeconds(2));
        assertEquals(3_000, sum.count());
        assertEquals(1_500, sum.perSecond());
        assertEquals(1_500, sum.p50());
        assertEquals(2_970, sum.p99());
        assertEquals(3_000, sum.max());
        assertNull(sum.firstError());
    }

    @Test
    void errorsCountButTakeNoTime() {
        Times times = new Times();
        times.add(5_000_000);
        times.failed(new IOException("first"));
        times.failed(new IOException("second"));
        Times.Summary sum = Times.sum(List.of(times), Duration.ofSeconds(1));
        assertEquals("1 | 5.00 | 5.00 | 5.0 | 2", sum.cells());
        assertEquals("first", sum.firstError());
    }

    @Test
    void nothingMeasuredIsNotANumber() {
        assertTrue(Double.isNaN(
                Times.sum(List.of(new Times()), Duration.ofSeconds(1)).p50()));
    }
}
