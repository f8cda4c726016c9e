// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.problem.Problem;

/** Who asks while the logins are replaced is answered all the same. */
class LoginsTest {
    private final Logins logins = new Logins();
    private final IdentityService identity = new House.Identity();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);

    private Actor ask() {
        return logins.ask(service -> service.authenticate(House.TOKEN, "rest"));
    }

    private Actor slow(IdentityService service) {
        inside.countDown();
        try {
            assertTrue(answer.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return service.authenticate(House.TOKEN, "rest");
    }

    @Test
    void withoutAnyCallersAreToldToComeAgain() {
        assertEquals(
                Problem.Kind.UNAVAILABLE, assertThrows(Problem.class, this::ask).kind());
    }

    @Test
    void whoComesWhileTheyAreAwayWaitsForTheNext() throws Exception {
        logins.open(identity);
        logins.close(identity);
        CompletableFuture<Actor> held = CompletableFuture.supplyAsync(this::ask);
        assertThrows(TimeoutException.class, () -> held.get(100, TimeUnit.MILLISECONDS));
        logins.open(new House.Identity());
        assertEquals("wang", held.get(60, TimeUnit.SECONDS).account());
    }

    @Test
    void theyGoOnceThoseWhoAskHaveTheirAnswer() throws Exception {
        logins.open(identity);
        CompletableFuture<Actor> asked = CompletableFuture.supplyAsync(() -> logins.ask(this::slow));
        assertTrue(inside.await(60, TimeUnit.SECONDS));
        CompletableFuture<Void> going = CompletableFuture.runAsync(() -> logins.close(identity));
        assertThrows(TimeoutException.class, () -> going.get(100, TimeUnit.MILLISECONDS));
        answer.countDown();
        going.get(60, TimeUnit.SECONDS);
        assertEquals("wang", asked.get(60, TimeUnit.SECONDS).account());
    }

    @Test
    void oneThatGoesAfterTheNextHasComeChangesNothing() {
        logins.open(identity);
        logins.open(new House.Identity());
        logins.close(identity);
        assertEquals("wang", ask().account());
    }
}
