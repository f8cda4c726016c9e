// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.sanban.api.problem.Text;

/** A service account or mini program at WeChat, asked and asking. */
final class Account {
    /** The token is not valid, not the newest, or over. */
    private static final Set<Integer> STALE = Set.of(40001, 40014, 42001);

    private final Line line;
    private final AccessToken token;
    private final Envelope envelope;

    Account(Line line, String appId, String secret, Envelope envelope) {
        this.line = line;
        this.token = new AccessToken(line, appId.strip(), secret.strip());
        this.envelope = envelope;
    }

    /** Asks WeChat; with a token that it does not take any more, once again with a new one. */
    JsonNode ask(String path, JsonNode body) throws Trouble {
        String used = token.get();
        JsonNode answer = line.post(with(path, used), body);
        if (STALE.contains(answer.path("errcode").asInt(0))) {
            token.drop(used);
            answer = line.post(with(path, token.get()), body);
        }
        return answer;
    }

    private static String with(String path, String token) {
        return path + "?access_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    /** What WeChat said lately when it refused the account itself. */
    Optional<Text> refused() {
        return token.refused();
    }

    /** What its callback is signed and sealed with. */
    Envelope envelope() {
        return envelope;
    }
}
