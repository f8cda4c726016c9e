// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told of the heap. */
class MemoryCheckTest {
    private static final long HEAP = 200L << 20;

    @ParameterizedTest
    @CsvSource({"0, OK", "84, OK", "85, WARN", "94, WARN", "95, CRITICAL", "100, CRITICAL"})
    void aHeapFullOfWhatIsInUseIsTold(long percent, Result.Status status) {
        assertEquals(
                status,
                new MemoryCheck(() -> HEAP * percent / 100, HEAP).execute().getStatus());
    }

    @Test
    void theNumbersAreSaid() {
        Result result = new MemoryCheck(() -> 180L << 20, HEAP).execute();
        assertTrue(result.toString().contains("180 of 200 MB heap (90 %)"), result.toString());
    }

    /** More is thrown away than the heap holds, a part of it kept: what is thrown away is never counted. */
    @Test
    void whatWaitsToBeCollectedIsNoFault() {
        long most = Runtime.getRuntime().maxMemory();
        byte[] kept = new byte[1 << 20];
        for (long made = 0; made < 2 * most; made += 1 << 20) {
            byte[] thrown = new byte[1 << 20];
            thrown[0] = kept[0];
            if (made % (64 << 20) == 0) {
                assertEquals(Result.Status.OK, new MemoryCheck().execute().getStatus());
            }
        }
    }
}
