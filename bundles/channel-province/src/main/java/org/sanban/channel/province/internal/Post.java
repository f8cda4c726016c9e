// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.sanban.api.http.NotReached;
import org.sanban.api.http.OtherSide;
import org.sanban.api.http.Reply;
import org.sanban.api.problem.Texts;

/** Posts JSON, signed, and believes only an answer that is signed for the same nonce. */
final class Post {
    private static final Texts TEXTS = Texts.of(Post.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 4 << 20;

    private final String app;
    private final Seal seal;
    private final Names names;
    private final OtherSide side;

    Post(String app, Seal seal, Names names, Duration timeout) {
        this.app = app;
        this.seal = seal;
        this.names = names;
        this.side = new OtherSide("province", timeout, LONGEST);
    }

    JsonNode post(URI url, byte[] body) throws NotSent {
        String nonce = UUID.randomUUID().toString();
        Seal.Slip slip = Seal.Slip.of(body, Long.toString(System.currentTimeMillis()), nonce);
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json; charset=utf-8")
                .header(names.of("app"), app)
                .header(names.of("time"), slip.time())
                .header(names.of("nonce"), nonce)
                .header(names.of("digest"), slip.digest())
                .header(names.of("signature"), seal.sign(slip))
                .POST(BodyPublishers.ofByteArray(body));
        Reply reply = answer(request, url.getHost());
        check(reply);
        String time = reply.headers().firstValue(names.of("time")).orElse("");
        String signature = reply.headers().firstValue(names.of("signature")).orElse("");
        if (!seal.verifies(Seal.Slip.of(reply.body(), time, nonce), signature)) {
            throw NotSent.down(TEXTS.get("sent.signature"), null);
        }
        return read(reply.body());
    }

    private Reply answer(HttpRequest.Builder request, String host) throws NotSent {
        try {
            return side.ask(request);
        } catch (NotReached e) {
            throw NotSent.down(
                    switch (e.why()) {
                        case UNREACHABLE -> TEXTS.get("sent.unreachable", host, e.getMessage());
                        case LATE -> TEXTS.get("sent.endless", host);
                        case TOO_LONG -> TEXTS.get("sent.long", LONGEST);
                        case STOPPED -> TEXTS.get("sent.stopped");
                    },
                    null);
        }
    }

    private static void check(Reply reply) throws NotSent {
        int status = reply.status();
        if (status == 400 || status == 413 || status == 422) {
            throw NotSent.refused(TEXTS.get("sent.status", status));
        }
        if (status != 200) {
            throw NotSent.down(TEXTS.get("sent.status", status), reply.pause());
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
        side.cancel();
    }
}
