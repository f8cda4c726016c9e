// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sanban.api.data.Moments;
import org.sanban.api.http.NotReached;
import org.sanban.api.http.OtherSide;
import org.sanban.api.http.Reply;
import org.sanban.channel.hotline.internal.HotlineStore.Waiting;

/** Tells the centre one step, over HTTP, signed. */
final class Telling {
    /** What no later try would change; everything else is tried again. A wrong address or signature is ours to put right. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 409, 410, 413, 415, 422);

    private static final int TOO_MANY = 429;
    private static final int LONGEST = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Centre centre;
    private final OtherSide side;

    Telling(Centre centre) {
        this.centre = centre;
        this.side = new OtherSide("hotline", centre.timeout(), LONGEST);
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
        HttpRequest.Builder request = HttpRequest.newBuilder(centre.url())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", id(waiting))
                .header(centre.header(), centre.signature(seconds, body))
                .POST(BodyPublishers.ofByteArray(body));
        try {
            return said(side.ask(request));
        } catch (NotReached e) {
            return new Said(Outcome.LATER, e.why() + " " + e.getMessage(), 0);
        }
    }

    /** Breaks off what is being told, which is told again later, and tells nothing any more. */
    void close() {
        side.close();
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

    private Said said(Reply reply) {
        int status = reply.status();
        if (status / 100 == 2) {
            return taken(reply.text())
                    ? new Said(Outcome.SENT, null, 0)
                    : new Said(Outcome.LATER, "HTTP " + status + " without " + centre.pointer(), 0);
        }
        if (FOR_GOOD.contains(status)) {
            return new Said(Outcome.REFUSED, "HTTP " + status, 0);
        }
        boolean asks = (status == TOO_MANY || status >= 500) && reply.pause() != null;
        return new Said(Outcome.LATER, "HTTP " + status, asks ? reply.pause().toSeconds() : 0);
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
}
