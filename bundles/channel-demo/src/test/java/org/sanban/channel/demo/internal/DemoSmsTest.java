// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sanban.channel.demo.internal.DemoDesk.Kind;

/** The made-up provider, and a platform that listens to what it tells. */
class DemoSmsTest {
    private static final String PHONE = "13800000001";

    private final DemoDesk desk = new DemoDesk();
    private final DemoSmsc centre = new DemoSmsc(desk, 0);
    private final DemoSms provider = new DemoSms(desk, centre);
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final HttpServer platform =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    /** What the platform was told. */
    private record Heard(String path, String token, byte[] body) {}

    DemoSmsTest() throws IOException {
        platform.createContext("/", exchange -> {
            String token = exchange.getRequestHeaders().getFirst("X-Sanban-Token");
            heard.add(new Heard(
                    exchange.getRequestURI().toString(),
                    token,
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(SmsReplies.TOKEN.equals(token) ? 200 : 403, -1);
            exchange.close();
        });
        platform.start();
    }

    @AfterEach
    void close() throws IOException {
        platform.stop(0);
        provider.stop();
        centre.stop();
        desk.close();
    }

    @Test
    void aMessageIsShownAndHasAReference() {
        String said = said("{\"mobile\":\"13800000001\",\"content\":\"【示例】您好\",\"id\":\"m1\"}");
        assertEquals("{\"code\":0,\"msg\":\"示例：已受理\",\"data\":{\"id\":\"demo-m1\"}}", said);
        DemoDesk.Shown shown = desk.shown().get(0);
        assertEquals("sms", shown.channel());
        assertEquals(PHONE, shown.to());
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

    @Test
    void whatSomebodyRepliesIsToldThePlatformAndShown() throws InterruptedException {
        ObjectNode told = reply("退订");
        assertEquals(
                "http 200",
                told.path("told").asText() + " " + told.path("status").asInt());
        Heard reply = next();
        assertEquals("/api/v1/sms/replies", reply.path());
        assertEquals("{\"mobile\":\"13800000001\",\"content\":\"退订\"}", text(reply, StandardCharsets.UTF_8));
        assertEquals(
                "said 退订",
                desk.shown().get(0).what() + " " + desk.shown().get(0).text());
        assertEquals("reply", reply("").path("error").asText());
    }

    @Test
    void aReplyComesTwiceForgedLateOrInAnotherEncodingByCommand() throws InterruptedException {
        desk.breaks("sms", Kind.FORGED, 1);
        desk.breaks("sms", Kind.TWICE, 1);
        reply("一");
        assertEquals("another", next().token());
        assertEquals(text(next(), StandardCharsets.UTF_8), text(next(), StandardCharsets.UTF_8));
        desk.breaks("sms", Kind.ENCODING, 1);
        reply("二");
        assertTrue(text(next(), Charset.forName("GBK")).contains("二"));
        desk.breaks("sms", Kind.EARLY, 1);
        assertEquals("held", reply("先写").path("told").asText());
        reply("后写");
        assertTrue(text(next(), StandardCharsets.UTF_8).contains("后写"));
        assertTrue(text(next(), StandardCharsets.UTF_8).contains("先写"));
    }

    @Test
    void theProviderTellsThatAMessageArrived() throws InterruptedException {
        new SmsReplies(desk, centre).arrived(platform.getAddress().getPort(), "demo-m1");
        Heard receipt = next();
        assertEquals("/api/v1/sms/receipts", receipt.path());
        assertEquals("{\"id\":\"demo-m1\",\"status\":\"DELIVRD\"}", text(receipt, StandardCharsets.UTF_8));
    }

    private Heard next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    private static String text(Heard one, Charset charset) {
        return new String(one.body(), charset);
    }

    private ObjectNode reply(String text) {
        return provider.reply(
                Wire.object().put("phone", PHONE).put("text", text),
                platform.getAddress().getPort());
    }

    private String said(String body) {
        return provider.answer(Wire.read(body)).toString();
    }
}
