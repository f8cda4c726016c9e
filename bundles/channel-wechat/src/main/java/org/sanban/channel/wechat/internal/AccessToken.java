// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.sanban.api.problem.Text;

/**
 * What each request to WeChat must carry (access_token): asked for once however many need it, and anew shortly before it
 * ends. The stable interface answers every node of a county the same one; the older would void what the others have.
 */
final class AccessToken {
    private static final String PATH = "/cgi-bin/stable_token";
    /** System busy, asked too often: WeChat's own trouble, no setting of ours. */
    private static final Set<Integer> ITS_OWN = Set.of(-1, 45009, 45011);

    private static final long EARLY = 300;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    private final Line line;
    private final String appId;
    private final String secret;
    private volatile Held held;
    private volatile Rest rest;

    private record Held(String value, long until) {
        boolean fresh() {
            return System.nanoTime() - until < 0;
        }
    }

    /** It could not be had, and is not asked for again at once by everyone who waits for it. */
    private record Rest(Trouble trouble, boolean refused, long until) {
        boolean over() {
            return System.nanoTime() - until >= 0;
        }
    }

    AccessToken(Line line, String appId, String secret) {
        this.line = line;
        this.appId = appId;
        this.secret = secret;
    }

    String get() throws Trouble {
        Held now = held;
        return now != null && now.fresh() ? now.value : renew();
    }

    /** WeChat does not take this one any more. */
    void drop(String value) {
        synchronized (this) {
            if (held != null && held.value.equals(value)) {
                held = null;
            }
        }
    }

    /** What WeChat said lately when it refused the account itself. */
    Optional<Text> refused() {
        Rest now = rest;
        return now != null && now.refused && !now.over() ? Optional.of(now.trouble.why()) : Optional.empty();
    }

    private synchronized String renew() throws Trouble {
        if (held != null && held.fresh()) {
            return held.value;
        }
        if (rest != null && !rest.over()) {
            throw rest.trouble;
        }
        try {
            JsonNode answer = line.post(
                    PATH,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("grant_type", "client_credential")
                            .put("appid", appId)
                            .put("secret", secret)
                            .put("force_refresh", false));
            int code = answer.path("errcode").asInt(0);
            if (code != 0) {
                boolean refused = !ITS_OWN.contains(code);
                throw pause(Trouble.later(Verdict.words(answer, refused ? "account" : "busy"), null), refused);
            }
            String value = answer.path("access_token").asText();
            long seconds = answer.path("expires_in").asLong();
            if (value.isEmpty() || seconds <= 0) {
                throw Line.unreadable();
            }
            long good = seconds > 2 * EARLY ? seconds - EARLY : seconds / 2;
            held = new Held(value, System.nanoTime() + Duration.ofSeconds(good).toNanos());
            rest = null;
            return value;
        } catch (Trouble e) {
            throw rest != null && rest.trouble == e ? e : pause(e, false);
        }
    }

    private Trouble pause(Trouble trouble, boolean refused) {
        Duration how = refused ? AFTER_REFUSAL : AFTER_TROUBLE;
        rest = new Rest(trouble, refused, System.nanoTime() + how.toNanos());
        return trouble;
    }
}
