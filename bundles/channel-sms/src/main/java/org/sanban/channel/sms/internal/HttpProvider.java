// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sanban.api.channel.Answer;

/** A provider that takes messages over HTTP, each its own way (短信平台). */
final class HttpProvider implements Provider {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 16;
    private static final int LONGEST_REASON = 120;
    private static final Duration MOST = Duration.ofDays(1);

    private final HttpForm form;
    private final Rule success;
    private final Rule refused;
    private final JsonPointer reference;
    private final JsonPointer reason;
    private final Duration timeout;
    private final HttpClient client;
    private volatile boolean connected = true;

    /** @throws org.sanban.api.problem.Problem invalid, naming the setting that is wrong */
    HttpProvider(Config config) {
        form = new HttpForm(config, Clock.systemUTC());
        Checks.set("http.success", config.http_success());
        success = Rule.of("http.success", config.http_success());
        refused = Rule.of("http.refused", config.http_refused());
        reference = Rule.pointer("http.reference", config.http_reference());
        reason = Rule.pointer("http.reason", config.http_reason());
        timeout = Duration.ofSeconds(config.timeoutSeconds());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public Answer send(Sms sms) {
        CompletableFuture<HttpResponse<String>> asked =
                client.sendAsync(form.request(sms), BodyHandlers.ofString(form.charset()));
        try {
            // The request's own limit ends with the head of the answer: a body may drip for ever.
            Answer answer = read(asked.get(timeout.toMillis() * 2, TimeUnit.MILLISECONDS), sms);
            connected = true;
            return answer;
        } catch (ExecutionException e) {
            connected = false;
            return unreachable(e.getCause() instanceof IOException ? "unreachable" : "broken");
        } catch (TimeoutException e) {
            connected = false;
            return unreachable("unreachable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable("broken");
        } finally {
            asked.cancel(true);
        }
    }

    private static Answer unreachable(String text) {
        return Answer.later(SmsChannel.TEXTS.get(text).zh(), null);
    }

    private Answer read(HttpResponse<String> response, Sms sms) {
        int status = response.statusCode();
        if (status == 429 || status >= 500) {
            return Answer.later(SmsChannel.TEXTS.get("status", status).zh(), pause(response));
        }
        JsonNode said = json(response.body());
        if (said == null) {
            return Answer.later(SmsChannel.TEXTS.get("unreadable", status).zh(), null);
        }
        if (success.applies(said) && status < 300) {
            String given = said.at(reference).asText();
            return Answer.sent(reference.matches() || given.isEmpty() ? null : given);
        }
        // The whole answer may hold whom it is about, so it is told only by what was named.
        String words = masked(
                success.word(said) + " "
                        + (reason.matches() ? "" : said.at(reason).asText()),
                sms);
        String told = SmsChannel.TEXTS.get("said", status, words.strip()).zh();
        return refused.applies(said) ? Answer.refused(told) : Answer.later(told, null);
    }

    private static String masked(String words, Sms sms) {
        String phone = Phone.local(sms.phone()).orElse(sms.phone());
        String cut = words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) : words;
        return cut.replace(phone, "***").replaceAll("1[3-9][0-9]{9}", "***");
    }

    private static JsonNode json(String body) {
        try {
            JsonNode json = body.length() > LONGEST ? null : JSON.readTree(body);
            return json != null && json.isContainerNode() ? json : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** {@code Retry-After}, in seconds or as a date. */
    private static Duration pause(HttpResponse<?> response) {
        String wished = response.headers().firstValue("Retry-After").orElse("");
        if (wished.matches("[0-9]{1,9}")) {
            return shorter(Duration.ofSeconds(Long.parseLong(wished)));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(wished));
            Duration left = Duration.between(Instant.now(), until);
            return left.isNegative() ? null : shorter(left);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration shorter(Duration wished) {
        return wished.compareTo(MOST) < 0 ? wished : MOST;
    }
}
