// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up 12345 centre and provincial platform: they believe what is signed, and show each thing once. */
class DemoAuthoritiesTest {
    private final DemoDesk desk = new DemoDesk();

    @TempDir
    Path etc;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theCentreShowsAnAnswerOnceHoweverOftenItComes() {
        DemoCentre centre = new DemoCentre(desk, new DemoPlatform(etc.resolve("none")));
        ObjectNode answer = Wire.object()
                .put("number", "DEMO-1")
                .put("action", "answer")
                .put("text", "已上门")
                .put("at", "2026-11-30");
        assertEquals(0, centre.take(answer, "hotline-1-1").path("code").asInt(-1));
        centre.take(answer, "hotline-1-1");
        assertEquals(1, desk.shown().size());
        DemoDesk.Shown shown = desk.shown().get(0);
        assertEquals(
                "hotline DEMO-1 hotline.answer answer 已上门",
                String.join(" ", shown.channel(), shown.to(), shown.what(), shown.title(), shown.text()));
    }

    @Test
    void theCentreBelievesWhatIsSignedWithItsSecret() throws GeneralSecurityException {
        CentreParty party = new CentreParty("0123456789abcdef");
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("0123456789abcdef".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update("7.".getBytes(StandardCharsets.UTF_8));
        String signature = "t=7,v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        assertTrue(party.signed(signature, body));
        assertFalse(party.signed(signature.replace("t=7", "t=8"), body));
        assertFalse(party.signed(null, body));
        assertFalse(new CentreParty("another").signed(signature, body));
    }

    @Test
    void keysAreMadeOnceAndStay() throws IOException {
        SmKeys made = SmKeys.in(etc);
        ProvinceParty before = new ProvinceParty(made);
        ProvinceParty after = new ProvinceParty(SmKeys.in(etc));
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        ProvinceParty county = new ProvinceParty(new SmKeys(made.county(), made.platform()));
        assertTrue(after.verifies(body, "1", "n", county.sign(body, "1", "n")));
        assertTrue(county.verifies(body, "1", "n", before.sign(body, "1", "n")));
        assertFalse(after.verifies(body, "1", "other", county.sign(body, "1", "n")));
        assertFalse(after.verifies(body, "1", "n", null));
        assertFalse(after.verifies(body, "1", "n", "?"));
        Files.delete(etc.resolve("demo-platform.pem"));
        assertFalse(
                new ProvinceParty(SmKeys.in(etc)).verifies(body, "1", "n", county.sign(body, "1", "n")), "new ones");
    }

    @Test
    void theProvinceShowsWhatItTookAndCanLoseIt() {
        DemoProvince province = new DemoProvince(desk, new DemoPlatform(etc.resolve("none")), SmKeys.make());
        ObjectNode question = Wire.object();
        question.putArray("records")
                .addObject()
                .put("table", "UP_PRO_ACCEPT")
                .put("id", "a1")
                .put("digest", "d")
                .putObject("data")
                .put("project_no", "61092626000000017")
                .put("row_guid", "a1")
                .put("task_name", "示例事项");
        assertEquals(
                "0",
                province.take(question).path("results").path(0).path("code").asText());
        DemoDesk.Shown shown = desk.shown().get(0);
        assertEquals("61092626000000017", shown.to());
        assertEquals(Map.of("task_name", "示例事项"), shown.fields());
        assertEquals("a1", province.lose().path("lost").asText());
        assertTrue(province.lose().path("lost").isMissingNode(), "it is gone already");
    }
}
