// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sanban.api.data.Moments;
import org.sanban.channel.hotline.internal.HotlineStore.Waiting;

/** Tells the centre one step, over HTTP, signed. */
final class Telling {
    /** What no later try would change; everything else is tried again. A wrong address or signature is ours to put right. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 409, 410, 413, 415, 422);

    private static final int TOO_MANY = 429;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Centre centre;
    /** Its own, so that they end with it. */
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sanban-hotline-http");
        thread.setDaemon(true);
        return thread;
    });

    private final HttpClient client;
    private volatile CompletableFuture<HttpResponse<String>> running;
    private volatile boolean stopped;

    Telling(Centre centre) {
        this.centre = centre;
        this.client = HttpClient.newBuilder()
                .executor(threads)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(centre.timeout())
                .build();
    }

    /**
     * What came of it.
     *
     * @param outcome how it went
     * @param reason what the centre said
     * @param pause seconds it asks to be left alone, 0 where it does not say
     */
    record Said(Outcome outcome, String reason, long pause) {}

    /** How it went. */
    enum Outcome {
        SENT,
        REFUSED,
        LATER
    }

    /** Tells it, and waits for the answer no longer than is set. */
    Said tell(Waiting waiting, Instant now) {
        byte[] body = body(waiting);
        long seconds = now.getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(centre.url())
                .timeout(centre.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", id(waiting))
                .header(centre.header(), centre.signature(seconds, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<String>> asked =
                client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        running = asked;
        if (stopped) {
            asked.cancel(true);
        }
        try {
            // The request's own timeout ends with the head of the answer: a body that never comes is given up here.
            return said(asked.get(2 * centre.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (CancellationException | ExecutionException | TimeoutException e) {
            return new Said(Outcome.LATER, cause(e), 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Said(Outcome.LATER, "interrupted", 0);
        } finally {
            asked.cancel(true);
            running = null;
        }
    }

    /** Ends its threads, once nothing is told any more. */
    void close() {
        threads.shutdownNow();
    }

    /** Breaks off what is being told; it is told again later. */
    void stop() {
        stopped = true;
        CompletableFuture<HttpResponse<String>> asked = running;
        if (asked != null) {
            asked.cancel(true);
        }
    }

    /** Tells repeats apart, also for a centre that keeps only this. */
    private static String id(Waiting waiting) {
        return "hotline-" + waiting.order().id + "-" + waiting.step().seq;
    }

    private byte[] body(Waiting waiting) {
        OrderEntity order = waiting.order();
        StepEntity step = waiting.step();
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "id", id(waiting));
        put(fields, "number", order.number);
        put(fields, "action", centre.named(step.action));
        put(fields, "text", step.text);
        put(fields, "at", Moments.of(step.doneAt).toString());
        put(fields, "division", order.division);
        put(fields, "dueOn", order.dueOn == null ? null : order.dueOn.toString());
        put(fields, "caseNumber", order.caseNumber);
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(Map<String, Object> fields, String name, String value) {
        if (value != null) {
            fields.put(centre.named(name), value);
        }
    }

    private Said said(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return taken(answer.body())
                    ? new Said(Outcome.SENT, null, 0)
                    : new Said(Outcome.LATER, "HTTP " + status + " without " + centre.pointer(), 0);
        }
        if (FOR_GOOD.contains(status)) {
            return new Said(Outcome.REFUSED, "HTTP " + status, 0);
        }
        String after = answer.headers().firstValue("Retry-After").orElse("");
        boolean asks = (status == TOO_MANY || status >= 500) && after.matches("[0-9]{1,6}");
        return new Said(Outcome.LATER, "HTTP " + status, asks ? Long.parseLong(after) : 0);
    }

    private boolean taken(String body) {
        if (centre.pointer() == null) {
            return true;
        }
        try {
            return JSON.readTree(body).at(centre.pointer()).asText().equals(centre.success());
        } catch (IOException e) {
            return false;
        }
    }

    private static String cause(Exception thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        return cause.getClass().getSimpleName();
    }
}
