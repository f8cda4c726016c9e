// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Somebody outside who is asked over HTTP. Each exchange has a time, from the connection to the last byte, so that one who
 * accepts and never answers, or never ends, holds nobody up; an answer that is too long is not read to its end. Requests are
 * sent once: whether to try again is the caller's to say. What is said in an exception names neither address nor content.
 */
public final class OtherSide implements AutoCloseable {
    private final Duration timeout;
    private final int longest;
    /** Its own, so that they end with it. */
    private final ExecutorService threads;

    private final HttpClient client;
    private final Set<CompletableFuture<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param name of its threads
     * @param timeout to connect, and again to answer
     * @param longest bytes of an answer
     */
    public OtherSide(String name, Duration timeout, int longest) {
        this.timeout = timeout;
        this.longest = longest;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sanban-http-" + name);
            thread.setDaemon(true);
            return thread;
        });
        this.client = HttpClient.newBuilder()
                .executor(threads)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /**
     * Asks once, and waits for the whole answer. A thread that is interrupted meanwhile stays so.
     *
     * @throws NotReached when none came
     */
    public Reply ask(HttpRequest.Builder request) throws NotReached {
        CompletableFuture<HttpResponse<byte[]>> asked =
                send(request.timeout(timeout).build());
        try {
            // A request's own timeout ends with the head of the answer: a body that never comes is given up here.
            HttpResponse<byte[]> answer = asked.get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(answer.statusCode(), answer.headers(), answer.body());
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (TimeoutException e) {
            throw new NotReached(NotReached.Why.LATE, "no end");
        } catch (CancellationException e) {
            throw new NotReached(NotReached.Why.STOPPED, "stopped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReached(NotReached.Why.STOPPED, "interrupted");
        } finally {
            running.remove(asked);
            asked.cancel(true);
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) throws NotReached {
        try {
            CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(request, head -> new Whole(longest));
            running.add(asked);
            if (closed) {
                asked.cancel(true);
            }
            return asked;
        } catch (RejectedExecutionException e) {
            throw new NotReached(NotReached.Why.STOPPED, "stopped");
        }
    }

    private NotReached failed(Throwable cause) {
        if (closed) {
            return new NotReached(NotReached.Why.STOPPED, "stopped");
        }
        if (cause instanceof NotReached known) {
            return known;
        }
        if (cause instanceof CancellationException || cause.getCause() instanceof CancellationException) {
            return new NotReached(NotReached.Why.STOPPED, "stopped");
        }
        if (cause.getCause() instanceof NotReached known) {
            return known;
        }
        NotReached.Why why = cause instanceof HttpTimeoutException ? NotReached.Why.LATE : NotReached.Why.UNREACHABLE;
        return new NotReached(
                why, cause instanceof IOException ? cause.getClass().getSimpleName() : "failure");
    }

    /** Breaks off what is being asked now. */
    public void cancel() {
        running.forEach(asked -> asked.cancel(true));
    }

    /** Breaks off what is being asked, asks nothing any more, and ends its threads. */
    @Override
    public void close() {
        closed = true;
        cancel();
        threads.shutdownNow();
    }
}
