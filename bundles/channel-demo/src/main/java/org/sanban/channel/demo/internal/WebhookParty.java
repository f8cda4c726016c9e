// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A made-up system (示例系统) that is told of events, as far as it believes them: by Standard Webhooks, by itself and not with
 * the code of the channel.
 *
 * @param secret {@code whsec_} and Base64
 */
record WebhookParty(String secret) {
    private static final long MOST_SECONDS = 300;

    /** 200 for what is signed; 400 where something is missing or the time is minutes away, 401 where no signature fits. */
    int judge(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (id == null || signatures == null || !String.valueOf(timestamp).matches("[0-9]{1,12}")) {
            return 400;
        }
        if (Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) > MOST_SECONDS) {
            return 400;
        }
        byte[] right = ascii("v1," + signature(id + "." + timestamp + ".", body));
        return Stream.of(signatures.split(" ")).anyMatch(one -> MessageDigest.isEqual(right, ascii(one))) ? 200 : 401;
    }

    private String signature(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "webhook";
    }
}
