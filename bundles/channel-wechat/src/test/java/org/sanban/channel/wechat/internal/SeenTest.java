// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;

/** What is posted again while it is done is done once, and not said to be taken before it is. */
class SeenTest {
    private final Seen seen = new Seen();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private String slow(boolean fails) {
        begun.countDown();
        try {
            assertTrue(go.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (fails) {
            throw new IllegalStateException("the database is away");
        }
        return "done";
    }

    private CompletableFuture<String> first(boolean fails) throws InterruptedException {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> seen.once("key", () -> slow(fails)));
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        return first;
    }

    @Test
    void whoPostsItAgainWaitsForTheSameAnswer() throws Exception {
        CompletableFuture<String> first = first(false);
        CompletableFuture<String> again = CompletableFuture.supplyAsync(() -> seen.once("key", () -> "twice"));
        assertThrows(TimeoutException.class, () -> again.get(100, TimeUnit.MILLISECONDS));
        go.countDown();
        assertEquals("done", first.get(60, TimeUnit.SECONDS));
        assertEquals("done", again.get(60, TimeUnit.SECONDS));
        assertEquals("done", seen.once("key", () -> "twice"));
    }

    @Test
    void whatFailsIsNotSaidToBeTakenAndDoneWhenItIsPostedAgain() throws Exception {
        CompletableFuture<String> first = first(true);
        CompletableFuture<Problem> again =
                CompletableFuture.supplyAsync(() -> assertThrows(Problem.class, () -> seen.once("key", () -> "twice")));
        assertThrows(TimeoutException.class, () -> again.get(100, TimeUnit.MILLISECONDS));
        go.countDown();
        assertThrows(Exception.class, () -> first.get(60, TimeUnit.SECONDS));
        assertEquals(Problem.Kind.UNAVAILABLE, again.get(60, TimeUnit.SECONDS).kind());
        assertEquals("done", seen.once("key", () -> "done"));
    }
}
