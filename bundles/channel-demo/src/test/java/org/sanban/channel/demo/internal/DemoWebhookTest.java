// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The made-up system that subscribes: it believes what is signed, and shows each event once. */
class DemoWebhookTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private static final String ID = "61092626000000017/2";
    private static final String DATA = "{\"number\":\"61092626000000017\",\"seq\":2,\"stage\":\"accepted\"}";
    private static final String EVENT = "{\"specversion\":\"1.0\",\"id\":\"" + ID
            + "\",\"type\":\"org.sanban.case.accepted\",\"subject\":\"61092626000000017\",\"data\":" + DATA + "}";

    private final DemoDesk desk = new DemoDesk();
    private final DemoWebhook system = new DemoWebhook(desk, new DemoPlatform(Path.of("none")));

    DemoWebhookTest() {
        system.believe(SECRET);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anEventIsShownOnceHoweverOftenItComes() throws Exception {
        assertEquals(200, take(headers(EVENT, 0), EVENT));
        Map<String, String> again = headers(EVENT, 1);
        again.put("webhook-signature", "v1,bm90IHRoaXMgb25l " + again.get("webhook-signature"));
        assertEquals(200, take(again, EVENT), "one of two signatures fits");
        assertEquals(1, desk.shown().size());
        DemoDesk.Shown shown = desk.shown().get(0);
        assertEquals(
                "webhook 61092626000000017 webhook.event org.sanban.case.accepted",
                String.join(" ", shown.channel(), shown.to(), shown.what(), shown.title()));
        assertEquals(Map.of("seq", "2", "stage", "accepted"), shown.fields());
    }

    @Test
    void anEventWhoseHeadersSayWhatItIsIsTheSame() throws Exception {
        Map<String, String> headers = headers(DATA, 0);
        headers.putAll(Map.of("ce-id", ID, "ce-type", "org.sanban.case.accepted", "ce-subject", "61092626000000017"));
        assertEquals(200, take(headers, DATA));
        assertEquals("61092626000000017", desk.shown().get(0).to());
        assertEquals("accepted", desk.shown().get(0).fields().get("stage"));
    }

    @Test
    void whatIsNotSignedOrNotOfNowIsRefused() throws Exception {
        assertEquals(401, take(headers(EVENT, 0), EVENT.replace("accepted", "refused")));
        assertEquals(400, take(headers(EVENT, -600), EVENT));
        assertEquals(400, take(headers(EVENT, 600), EVENT));
        for (String missing : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            Map<String, String> headers = headers(EVENT, 0);
            headers.remove(missing);
            assertEquals(400, take(headers, EVENT), missing);
        }
        system.believe(SECRET.replace("MDEy", "MDEz"));
        assertEquals(401, take(headers(EVENT, 0), EVENT), "another secret");
        assertEquals(List.of(), desk.shown());
    }

    private int take(Map<String, String> headers, String body) {
        return system.take(headers::get, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(String body, int seconds) throws Exception {
        long time = Instant.now().getEpochSecond() + seconds;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        byte[] signature = mac.doFinal((ID + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
        return new HashMap<>(Map.of(
                "webhook-id",
                ID,
                "webhook-timestamp",
                Long.toString(time),
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(signature)));
    }
}
