// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

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

/** JSON to WeChat's interface and back, within a time. */
final class Line {
    private static final Texts TEXTS = Texts.of(Line.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 20;

    private final OtherSide side;
    private final URI base;

    Line(URI base, Duration timeout) {
        this.side = new OtherSide("wechat", timeout, LONGEST);
        this.base = base;
    }

    /**
     * Posts to a path, which may carry a token: neither it nor the body is named when something goes wrong.
     *
     * @throws Trouble when no JSON object comes back
     */
    JsonNode post(String path, JsonNode body) throws Trouble {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
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
