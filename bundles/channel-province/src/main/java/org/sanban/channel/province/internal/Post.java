// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sanban.api.problem.Texts;

/** Posts JSON, signed, and believes only an answer that is signed for the same nonce. */
final class Post {
    private static final Texts TEXTS = Texts.of(Post.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 4 << 20;

    private final String app;
    private final Seal seal;
    private final Names names;
    private final Duration timeout;
    private final HttpClient client;
    private final Set<CompletableFuture<?>> running = ConcurrentHashMap.newKeySet();

    Post(String app, Seal seal, Names names, Duration timeout) {
        this.app = app;
        this.seal = seal;
        this.names = names;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    JsonNode post(URI url, byte[] body) throws NotSent {
        String nonce = UUID.randomUUID().toString();
        Seal.Slip slip = Seal.Slip.of(body, Long.toString(System.currentTimeMillis()), nonce);
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .header(names.of("app"), app)
                .header(names.of("time"), slip.time())
                .header(names.of("nonce"), nonce)
                .header(names.of("digest"), slip.digest())
                .header(names.of("signature"), seal.sign(slip))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = answer(request);
        check(response);
        String time = response.headers().firstValue(names.of("time")).orElse("");
        String signature = response.headers().firstValue(names.of("signature")).orElse("");
        if (!seal.verifies(Seal.Slip.of(response.body(), time, nonce), signature)) {
            throw NotSent.down(TEXTS.get("sent.signature"), null);
        }
        return read(response.body());
    }

    /** Waits for the whole answer: a request's own timeout ends with the headers, and a body may stop half way. */
    private HttpResponse<byte[]> answer(HttpRequest request) throws NotSent {
        CompletableFuture<HttpResponse<byte[]>> future = client.sendAsync(request, BodyHandlers.ofByteArray());
        running.add(future);
        try {
            return future.get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            String what = e.getCause() instanceof IOException io ? io.getClass().getSimpleName() : "failure";
            throw NotSent.down(TEXTS.get("sent.unreachable", request.uri().getHost(), what), null);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw NotSent.down(TEXTS.get("sent.endless", request.uri().getHost()), null);
        } catch (CancellationException e) {
            throw NotSent.down(TEXTS.get("sent.stopped"), null);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw NotSent.down(TEXTS.get("sent.stopped"), null);
        } finally {
            running.remove(future);
        }
    }

    private static void check(HttpResponse<byte[]> response) throws NotSent {
        int status = response.statusCode();
        if (status == 400 || status == 413 || status == 422) {
            throw NotSent.refused(TEXTS.get("sent.status", status));
        }
        if (status != 200) {
            Duration wished = response.headers()
                    .firstValue("Retry-After")
                    .filter(text -> text.matches("[0-9]{1,5}"))
                    .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                    .orElse(null);
            throw NotSent.down(TEXTS.get("sent.status", status), wished);
        }
        if (response.body().length > LONGEST) {
            throw NotSent.down(TEXTS.get("sent.long", LONGEST), null);
        }
    }

    private static JsonNode read(byte[] body) throws NotSent {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode json = JSON.readTree(text);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (CharacterCodingException e) {
            throw NotSent.down(TEXTS.get("sent.encoding"), null);
        } catch (IOException e) {
            // said below
        }
        throw NotSent.down(TEXTS.get("sent.json"), null);
    }

    void cancel() {
        running.forEach(future -> future.cancel(true));
    }
}
