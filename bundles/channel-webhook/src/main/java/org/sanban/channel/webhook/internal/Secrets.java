// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a subscription's requests are signed with, as Standard Webhooks has it: HMAC-SHA256 over id, time and body. While
 * a secret is replaced, both sign.
 *
 * @param current the secret, {@code whsec_} and Base64
 * @param before the one before, {@code null} when there is none
 * @param until when the one before ends
 */
record Secrets(String current, String before, Instant until) {
    private static final String PREFIX = "whsec_";
    private static final String MAC = "HmacSHA256";
    private static final int BYTES = 32;

    /** A new secret. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether the one before still signs. */
    boolean overlap(Instant now) {
        return before != null && until.isAfter(now);
    }

    /** What stands in {@code webhook-signature}: one signature for each secret that is good now. */
    String sign(String id, Instant now, byte[] body) {
        String one = sign(current, id, now, body);
        return overlap(now) ? one + " " + sign(before, id, now, body) : one;
    }

    private static String sign(String secret, String id, Instant now, byte[] body) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            mac.update((id + "." + now.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never the secrets: this may reach a log. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
