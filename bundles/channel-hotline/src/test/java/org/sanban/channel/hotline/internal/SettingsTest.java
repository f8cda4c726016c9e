// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final String KEY = "0123456789abcdef0123";

    @Test
    void withoutAnySettingItTakesOrdersAndTellsNobody() {
        HotlineSettings settings = Configured.settings(Map.of());
        assertTrue(settings.fault().isEmpty());
        assertFalse(settings.tells());
        for (Kind kind : Kind.values()) {
            assertTrue(settings.limit(kind).source().startsWith("示例"), kind.name());
        }
    }

    @Test
    void oneLimitIsSetAndTheOthersStay() {
        HotlineSettings settings = Configured.settings(Map.of("limits", new String[] {"HELP=2|本县规定, REPORT=4|本县规定"}));
        assertEquals(new Sourced(2, "本县规定"), settings.limit(Kind.HELP));
        assertEquals(4, settings.limit(Kind.REPORT).number());
        assertEquals(13, settings.limit(Kind.COMPLAINT).number());
    }

    @Test
    void whatIsWrongIsNamedAndTheRestGoesOn() {
        HotlineSettings settings = Configured.settings(Map.of(
                "limits",
                new String[] {"HELP=2", "NONE=3|x", "REPORT=4|本县规定"},
                "extension",
                "viele",
                "nearDays",
                -1,
                "centreUrl",
                "centre",
                "open311Keys",
                new String[] {"a|b", "app|610926000000|10|" + KEY},
                "open311Type",
                "live"));
        String fault = settings.fault().orElseThrow().zh();
        for (String key : new String[] {
            "limits", "extension", "nearDays", "centreUrl", "centreSecret", "open311Keys", "open311Type"
        }) {
            assertTrue(
                    fault.contains("etc/org.sanban.channel.hotline.cfg 中") && fault.contains(key), key + ": " + fault);
        }
        assertFalse(fault.contains("calls"), fault);
        assertEquals(3, settings.limit(Kind.HELP).number());
        assertEquals(4, settings.limit(Kind.REPORT).number());
        assertEquals(10, settings.extension().number());
        assertEquals(0, settings.nearDays());
        assertTrue(settings.tells(), "what the centre is to be told waits until its address is put right");
        assertTrue(settings.reached().isEmpty());
        assertEquals("app", settings.keys().get(KEY).name());
    }

    @Test
    void secretsAreInNoText() {
        HotlineSettings settings = Configured.settings(Configured.centre("http://127.0.0.1:1/"));
        assertFalse(settings.reached().orElseThrow().toString().contains(Configured.SECRET));
        Map<String, Object> wrong = Map.of("open311Keys", new String[] {"x|" + KEY});
        assertFalse(Configured.settings(wrong).fault().orElseThrow().zh().contains(KEY));
    }
}
