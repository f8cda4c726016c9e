// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sanban.api.settings.Several;

/**
 * The 12345 centre (12345 中心) as it is set: where it takes answers, what it calls things, how it knows us.
 *
 * @param url its address
 * @param secret shared with it
 * @param header the header that carries the signature
 * @param names what it calls our fields and actions
 * @param pointer JSON pointer of what it answers when it has taken a message, {@code null} where any 2xx says so
 * @param success what stands there
 * @param timeout how long to wait for it
 * @param retry the first pause after it failed
 */
record Centre(
        URI url,
        String secret,
        String header,
        Map<String, String> names,
        String pointer,
        String success,
        Duration timeout,
        Duration retry) {

    /** From settings that were found right. */
    static Centre of(HotlineSettings.Config config) {
        Map<String, String> names = new HashMap<>();
        for (String name : Several.of(config.centreNames())) {
            String[] parts = name.split("=", 2);
            names.put(parts[0], parts[1]);
        }
        String success = config.centreSuccess().strip();
        int sign = success.lastIndexOf('=');
        return new Centre(
                address(config.centreUrl().strip()).orElseThrow(),
                config.centreSecret(),
                config.centreSignature(),
                Map.copyOf(names),
                sign < 0 ? null : success.substring(0, sign),
                sign < 0 ? null : success.substring(sign + 1),
                Duration.ofSeconds(config.timeoutSeconds()),
                Duration.ofSeconds(config.retrySeconds()));
    }

    /** An address of HTTP with a host. */
    static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text);
            return text.matches("https?://.*") && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What it calls a field or an action of ours. */
    String named(String ours) {
        return names.getOrDefault(ours, ours);
    }

    /** {@code t=SECONDS,v1=HEX}: HMAC-SHA256 under the secret over the seconds, a full stop and the body. */
    String signature(long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "centre " + url.getHost();
    }
}
