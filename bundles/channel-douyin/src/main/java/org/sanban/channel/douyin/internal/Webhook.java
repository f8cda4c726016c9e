// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.sanban.api.channel.MessageService;
import org.sanban.api.channel.Refusals;
import org.sanban.api.data.Latest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * What Douyin posts here: that somebody agrees to messages, or refuses them. Each body is signed (SHA-1 over secret and
 * body, Douyin's choice); one that was taken before is not taken twice, one from long ago not at all.
 */
final class Webhook {
    private static final Texts TEXTS = Texts.of(Webhook.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 64 * 1024;
    private static final int MOST = 5_000;
    private static final int MANY = 100;
    /** Douyin posts again three times when it is not answered. */
    private static final Duration WINDOW = Duration.ofHours(1);

    private final DouyinSettings settings;
    private final MessageService messages;
    private final Clock clock;
    private final Refusals refusals = new Refusals();
    private final Map<String, Boolean> taken = Latest.written(MOST);

    Webhook(DouyinSettings settings, MessageService messages, Clock clock) {
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Takes an event.
     *
     * @return the number to say back, {@code null} where none is asked for
     */
    Long take(String signature, byte[] body) {
        if (settings.program() == null) {
            throw Problem.conflict(settings.fault().orElseThrow());
        }
        if (body.length > LONGEST) {
            throw Problem.tooLarge("", LONGEST);
        }
        check(signature, body);
        JsonNode event = read(body);
        String kind = event.path("event").asText();
        JsonNode content = content(event);
        if (kind.equals("verify_webhook")) {
            return content.path("challenge").asLong();
        }
        String from = event.path("client_key").asText();
        if (!from.isEmpty() && !from.equals(settings.clientKey())) {
            throw Problem.forbidden(TEXTS.get("signature"));
        }
        if (kind.equals("user_subscribe_action")) {
            once(signature, () -> subscribed(event.path("from_user_id").asText(), content));
        }
        return null;
    }

    private void subscribed(String person, JsonNode content) {
        String template = content.path("msg_id").asText();
        Instant at = Instant.ofEpochSecond(content.path("time").asLong());
        if (person.isEmpty() || template.isEmpty()) {
            throw Problem.invalid("", TEXTS.get("nobody"));
        }
        if (Duration.between(at, clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw Problem.forbidden(TEXTS.get("stale"));
        }
        switch (content.path("subscribe_action").asInt()) {
            case 1 -> consent(person, template, 1, at);
            case 2 -> consent(person, template, MANY, at);
            case 3, 4 -> {
                refusals.refused(person, template, at);
                messages.refuse(DouyinChannel.ID, person, template);
            }
            default -> {
                // Neither agreed nor refused.
            }
        }
    }

    private void consent(String person, String template, int more, Instant at) {
        if (!refusals.after(person, template, at)) {
            messages.consent(DouyinChannel.ID, person, template, more);
        }
    }

    /** What could not be done may be posted again; what is under way is not said to be taken. */
    private void once(String key, Runnable work) {
        synchronized (taken) {
            Boolean before = taken.putIfAbsent(key, false);
            if (before != null) {
                if (before) {
                    return;
                }
                throw Problem.unavailable(TEXTS.get("under-way"));
            }
        }
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            synchronized (taken) {
                if (done) {
                    taken.put(key, true);
                } else {
                    taken.remove(key);
                }
            }
        }
    }

    private void check(String signature, byte[] body) {
        byte[] given = String.valueOf(signature).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(sign(settings.webhookSecret(), body).getBytes(StandardCharsets.UTF_8), given)) {
            throw Problem.forbidden(TEXTS.get("signature"));
        }
    }

    static String sign(String secret, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (CharacterCodingException e) {
            throw Problem.invalid("", TEXTS.get("not-utf8"));
        } catch (JsonProcessingException e) {
            // Said below, as for JSON that is something else.
        }
        throw Problem.invalid("", TEXTS.get("not-json"));
    }

    /** The content is JSON, or a string that holds JSON. */
    private static JsonNode content(JsonNode event) {
        JsonNode content = event.path("content");
        return content.isTextual() ? read(content.asText().getBytes(StandardCharsets.UTF_8)) : content;
    }
}
