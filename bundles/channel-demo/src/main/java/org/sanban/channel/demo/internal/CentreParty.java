// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A made-up 12345 centre (示例 12345 中心), as far as it believes an answer: by itself, not with the code of the channel.
 *
 * @param secret shared with the county
 */
public record CentreParty(String secret) {
    /**
     * Whether an answer is signed by the county.
     *
     * @param signature {@code t=SECONDS,v1=HEX}
     */
    public boolean signed(String signature, byte[] body) {
        String[] parts = String.valueOf(signature).split("[=,]");
        if (parts.length != 4) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((parts[1] + ".").getBytes(StandardCharsets.UTF_8));
            String expected = HexFormat.of().formatHex(mac.doFinal(body));
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.US_ASCII), parts[3].getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "centre";
    }
}
