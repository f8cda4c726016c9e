// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What a clerk gains: whoever floods the login keeps nobody from working, and who guesses passwords is stopped. */
@ExtendWith(Distribution.class)
@Isolated
class LoginFloodIT {
    private static final int LOGINS = 100;
    private static final long QUICK_NANOS = 2_000_000_000L;

    @Test
    void caseRequestsAreAnsweredQuicklyMeanwhile() throws Exception {
        Rest clerk = Distribution.get().as("chengguan-clerk");
        Rest anyone = Distribution.get().anyone();
        ExecutorService threads = Executors.newFixedThreadPool(LOGINS);
        try {
            List<Future<Rest.Answer>> flood = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; i < LOGINS; i++) {
                Map<String, String> login = Map.of("login", "nobody-" + i, "password", "whatever-it-is");
                flood.add(threads.submit(() -> anyone.post("/sessions", login)));
            }
            List<Long> others = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                clerk.get("/cases?limit=1").expect(200);
                others.add(System.nanoTime() - start);
            }
            Collections.sort(others);
            int turnedAway = 0;
            for (Future<Rest.Answer> one : flood) {
                Rest.Answer answer = one.get();
                // Not that these logins tried too often: there is no place for them now.
                if (answer.status() == 503) {
                    turnedAway++;
                    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
                } else {
                    answer.expect(401);
                }
            }
            assertTrue(turnedAway > 0, "none was turned away");
            // A slow machine is as slow for both, and one that stalls does so for one of them: who waited would each
            // time.
            long lasted = System.nanoTime() - begun;
            assertTrue(others.get(2) < Math.max(QUICK_NANOS, lasted / 4), "took " + others + " ns");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void fiveWrongPasswordsCloseALoginForATimeThatIsTold() {
        Rest anyone = Distribution.get().anyone();
        Map<String, String> guess = Map.of("login", "nobody-guessed", "password", "whatever-it-is");
        for (int i = 0; i < 5; i++) {
            anyone.post("/sessions", guess).expect(401);
        }
        Rest.Answer closed = anyone.post("/sessions", guess).expect(429);
        long seconds = closed.headers().firstValueAsLong("Retry-After").orElseThrow();
        assertTrue(seconds > 0 && seconds <= 30, seconds + " s");
        assertTrue(closed.detail().contains(seconds + " 秒"), closed.detail());
    }
}
