// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.sanban.api.data.Latest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** What came in lately: what is posted again is answered as before, and done once. */
final class Seen {
    private static final Texts TEXTS = Texts.of(Seen.class);
    private static final int MOST = 5_000;

    /** Less than the five seconds after which it is posted again. */
    private static final long PATIENCE = 4;

    private final Map<String, CompletableFuture<String>> answers = Latest.written(MOST);
    private final Map<String, String> signed = Latest.written(MOST);

    /**
     * A signature that does not cover what comes with it is good for one body.
     *
     * @throws Problem forbidden, when it came with another one before
     */
    synchronized void bind(String signature, String body) {
        String before = signed.putIfAbsent(signature, body);
        if (before != null && !before.equals(body)) {
            throw Problem.forbidden(TEXTS.get("signature"));
        }
    }

    /**
     * Does the work of a key, once. Who posts it again while it is done waits for the same answer.
     *
     * @throws Problem unavailable, when it is not done in time or could not be: it is not said to be taken before it is
     */
    String once(String key, Supplier<String> work) {
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> before;
        synchronized (this) {
            before = answers.putIfAbsent(key, mine);
        }
        if (before != null) {
            return awaited(before);
        }
        try {
            String answer = work.get();
            mine.complete(answer);
            return answer;
        } finally {
            if (!mine.isDone()) {
                forget(key);
                mine.cancel(false);
            }
        }
    }

    private static String awaited(CompletableFuture<String> other) {
        try {
            return other.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            throw Problem.unavailable(TEXTS.get("under-way"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable(TEXTS.get("under-way"));
        }
    }

    private synchronized void forget(String key) {
        answers.remove(key);
    }
}
