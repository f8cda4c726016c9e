// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.sanban.api.http.NotReached;
import org.sanban.api.http.OtherSide;
import org.sanban.api.http.Reply;
import org.sanban.api.problem.Texts;

/** JSON to Douyin's interface and back, within a time. */
final class Line {
    private static final Texts TEXTS = Texts.of(Line.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 20;

    private final OtherSide side;
    private final URI base;

    Line(URI base, Duration timeout) {
        this.side = new OtherSide("douyin", timeout, LONGEST);
        this.base = base;
    }

    /**
     * Posts to a path.
     *
     * @param token what the request must carry, {@code null} for none
     * @throws Trouble when no JSON object comes back; it names neither the token nor the body
     */
    JsonNode post(String path, String token, JsonNode body) throws Trouble {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
        if (token != null) {
            request.header("access-token", token);
        }
        Reply reply = ask(request);
        if (reply.status() != 200) {
            throw Trouble.later(TEXTS.get("status", reply.status()), reply.pause());
        }
        return read(reply.text());
    }

    private Reply ask(HttpRequest.Builder request) throws Trouble {
        try {
            return side.ask(request);
        } catch (NotReached e) {
            throw e.why() == NotReached.Why.TOO_LONG
                    ? unreadable()
                    : Trouble.later(TEXTS.get("unreachable", base.getHost()), null);
        }
    }

    private static JsonNode read(String body) throws Trouble {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Said below, as for JSON that is something else.
        }
        throw unreadable();
    }

    /** Breaks off what is being asked. */
    void close() {
        side.close();
    }

    /** Of an answer that lacks what was agreed. */
    static Trouble unreadable() {
        return Trouble.later(TEXTS.get("unreadable"), null);
    }
}
