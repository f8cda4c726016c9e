// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DemoSmsTest {
    private final DemoDesk desk = new DemoDesk();
    private final DemoSms provider = new DemoSms(desk);

    @Test
    void aMessageIsShownAndHasAReference() {
        String said = said("{\"mobile\":\"13800000001\",\"content\":\"【示例】您好\",\"id\":\"m1\"}");
        assertEquals("{\"code\":0,\"msg\":\"示例：已受理\",\"data\":{\"id\":\"demo-m1\"}}", said);
        DemoDesk.Shown shown = desk.shown().get(0);
        assertEquals("sms", shown.channel());
        assertEquals("13800000001", shown.to());
        assertEquals("【示例】您好", shown.text());
        assertEquals(
                "demo-1",
                said("{\"mobile\":\"13800000001\",\"content\":\"短\"}").replaceAll(".*\"id\":\"(.*?)\".*", "$1"));
    }

    @Test
    void whatCannotBeSentIsSaidSo() {
        assertTrue(said("{\"mobile\":\"13800000000\",\"content\":\"短\"}").contains("1001"));
        assertTrue(said("{\"mobile\":\"13800000001\"}").contains("1000"));
        assertTrue(said("?").contains("1000"));
        assertEquals(0, desk.shown().size());
    }

    private String said(String body) {
        return provider.answer(body.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
