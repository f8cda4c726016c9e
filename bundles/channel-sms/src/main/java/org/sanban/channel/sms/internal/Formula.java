// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a request is signed (签名算法): a digest of some of its values, keyed with the secret or not.
 *
 * @param kind {@code none}, a digest, or a digest with {@code hmac-} before it
 * @param over what is signed
 * @param as {@code hex}, {@code HEX} or {@code base64}
 */
record Formula(String kind, Template over, String as, Charset charset) {
    private static final String KEYED = "hmac-";
    private static final Map<String, String> DIGESTS = Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256");

    static Formula of(Config config, Charset charset) {
        String kind = Checks.oneOf(
                "http.sign",
                config.http_sign(),
                List.of("none", "md5", "sha1", "sha256", "hmac-md5", "hmac-sha1", "hmac-sha256"));
        if (!kind.equals("none")) {
            Checks.set("http.signOver", config.http_signOver());
        }
        if (kind.startsWith(KEYED)) {
            Checks.set("http.secret", config.http_secret());
        }
        return new Formula(
                kind,
                Template.plain(config.http_signOver()),
                Checks.oneOf("http.signAs", config.http_signAs(), List.of("hex", "HEX", "base64")),
                charset);
    }

    String sign(Map<String, String> values) {
        if (kind.equals("none")) {
            return "";
        }
        byte[] signed = digest(over.fill(values).getBytes(charset), values.get("secret"));
        return switch (as) {
            case "base64" -> Base64.getEncoder().encodeToString(signed);
            case "HEX" -> HexFormat.of().withUpperCase().formatHex(signed);
            default -> HexFormat.of().formatHex(signed);
        };
    }

    private byte[] digest(byte[] content, String secret) {
        try {
            if (!kind.startsWith(KEYED)) {
                return MessageDigest.getInstance(DIGESTS.get(kind)).digest(content);
            }
            String algorithm =
                    "Hmac" + DIGESTS.get(kind.substring(KEYED.length())).replace("-", "");
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(charset), algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
