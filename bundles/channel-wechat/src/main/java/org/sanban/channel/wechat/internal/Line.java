// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sanban.api.problem.Texts;

/** JSON to WeChat's interface and back, within a time. */
final class Line {
    private static final Texts TEXTS = Texts.of(Line.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 20;
    private static final Duration DAY = Duration.ofDays(1);

    private final HttpClient client;
    private final URI base;
    private final Duration timeout;

    Line(HttpClient client, URI base, Duration timeout) {
        this.client = client;
        this.base = base;
        this.timeout = timeout;
    }

    /**
     * Posts to a path, which may carry a token: neither it nor the body is named when something goes wrong.
     *
     * @throws Trouble when no JSON object comes back
     */
    JsonNode post(String path, JsonNode body) throws Trouble {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> response = send(request);
        int status = response.statusCode();
        if (status != 200) {
            throw Trouble.later(
                    TEXTS.get("status", status),
                    pause(response.headers().firstValue("Retry-After").orElse(null)));
        }
        return read(response.body());
    }

    private HttpResponse<String> send(HttpRequest request) throws Trouble {
        // The request's own timeout ends with the headers: a body that never ends is cut off by this one.
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return answer.get(timeout.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw Trouble.later(TEXTS.get("unreachable", base.getHost()), null);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw Trouble.later(TEXTS.get("unreachable", base.getHost()), null);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw Trouble.later(TEXTS.get("unreachable", base.getHost()), null);
        }
    }

    private static JsonNode read(String body) throws Trouble {
        if (body.length() <= LONGEST) {
            try {
                JsonNode json = JSON.readTree(body);
                if (json != null && json.isObject()) {
                    return json;
                }
            } catch (JsonProcessingException e) {
                // Said below, as for JSON that is something else.
            }
        }
        throw unreadable();
    }

    /** Of an answer that lacks what was agreed. */
    static Trouble unreadable() {
        return Trouble.later(TEXTS.get("unreadable"), null);
    }

    /** Seconds or a date, no longer than a day. */
    static Duration pause(String wished) {
        if (wished == null) {
            return null;
        }
        try {
            Duration asked = wished.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(wished))
                    : Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(wished, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return asked.isNegative() ? null : asked.compareTo(DAY) > 0 ? DAY : asked;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
