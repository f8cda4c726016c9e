// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant NOW = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String EXPECTED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    /** The test vector that Standard Webhooks has published. */
    @Test
    void signsAsStandardWebhooksDoes() {
        assertEquals(EXPECTED, new Secrets(Sample.SECRET, null, null).sign(ID, NOW, BODY));
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        String fresh = Secrets.random();
        Secrets both = new Secrets(fresh, Sample.SECRET, NOW.plusSeconds(1));
        String[] signatures = both.sign(ID, NOW, BODY).split(" ");
        assertEquals(2, signatures.length);
        assertEquals(new Secrets(fresh, null, null).sign(ID, NOW, BODY), signatures[0]);
        assertEquals(EXPECTED, signatures[1]);
        assertEquals(1, both.sign(ID, NOW.plusSeconds(1), BODY).split(" ").length, "the old one ends when it was said");
    }

    @Test
    void aSecretIsLongRandomAndNeverShown() {
        String one = Secrets.random();
        assertTrue(one.matches("whsec_[A-Za-z0-9+/]{43}="), one);
        assertNotEquals(one, Secrets.random());
        assertFalse(Sample.to("https://example.org/", Format.BINARY).toString().contains("MfKQ"));
    }
}
