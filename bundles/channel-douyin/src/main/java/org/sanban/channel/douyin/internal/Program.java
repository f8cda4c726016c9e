// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.sanban.api.problem.Text;

/**
 * A mini program at Douyin, asked under a token (client_token) that is asked for once however many need it. A new one voids
 * the last but one: several nodes that each ask take it from one another, which each then notices and mends.
 */
final class Program {
    private static final String TOKEN = "/oauth/client_token/";
    /** The token is not valid, or over. */
    private static final Set<Integer> STALE = Set.of(28001003, 28001008);
    /**
     * Something is missing, no such key, key and secret do not go together: an account that is not right. As in Douyin's page on
     * client_token (non-user-authorization/get-client_token).
     */
    private static final Set<Integer> REFUSED = Set.of(10002, 10003, 10013);

    private static final long EARLY = 300;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    private final Line line;
    private final String key;
    private final String secret;
    private volatile Held held;
    private volatile Rest rest;

    private record Held(String value, long until) {
        boolean fresh() {
            return System.nanoTime() - until < 0;
        }
    }

    /** No token could be had, and none is asked for again at once by everyone who waits for it. */
    private record Rest(Trouble trouble, boolean refused, long until) {
        boolean over() {
            return System.nanoTime() - until >= 0;
        }
    }

    Program(Line line, String key, String secret) {
        this.line = line;
        this.key = key;
        this.secret = secret;
    }

    /** Asks Douyin; with a token that it does not take any more, once again with a new one. */
    JsonNode ask(String path, JsonNode body) throws Trouble {
        String used = token();
        JsonNode answer = line.post(path, used, body);
        if (STALE.contains(answer.path("err_no").asInt(0))) {
            drop(used);
            answer = line.post(path, token(), body);
        }
        return answer;
    }

    /** What Douyin said lately when it refused the mini program itself. */
    Optional<Text> refused() {
        Rest now = rest;
        return now != null && now.refused && !now.over() ? Optional.of(now.trouble.why()) : Optional.empty();
    }

    private String token() throws Trouble {
        Held now = held;
        return now != null && now.fresh() ? now.value : renew();
    }

    private synchronized void drop(String value) {
        if (held != null && held.value.equals(value)) {
            held = null;
        }
    }

    private synchronized String renew() throws Trouble {
        if (held != null && held.fresh()) {
            return held.value;
        }
        if (rest != null && !rest.over()) {
            throw rest.trouble;
        }
        JsonNode data;
        try {
            data = line.post(
                            TOKEN,
                            null,
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("grant_type", "client_credential")
                                    .put("client_key", key)
                                    .put("client_secret", secret))
                    .path("data");
        } catch (Trouble e) {
            throw pause(e, false);
        }
        int code = data.path("error_code").asInt(0);
        if (code != 0) {
            boolean refused = REFUSED.contains(code);
            String said = data.path("description").asText();
            throw pause(Trouble.later(Verdict.words(refused ? "account" : "busy", code, said), null), refused);
        }
        String value = data.path("access_token").asText();
        long seconds = data.path("expires_in").asLong();
        if (value.isEmpty() || seconds <= 0) {
            throw pause(Line.unreadable(), false);
        }
        long good = seconds > 2 * EARLY ? seconds - EARLY : seconds / 2;
        held = new Held(value, System.nanoTime() + Duration.ofSeconds(good).toNanos());
        rest = null;
        return value;
    }

    private Trouble pause(Trouble trouble, boolean refused) {
        Duration how = refused ? AFTER_REFUSAL : AFTER_TROUBLE;
        rest = new Rest(trouble, refused, System.nanoTime() + how.toNanos());
        return trouble;
    }
}
