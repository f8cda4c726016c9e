// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.Answer.Outcome;
import org.sanban.api.channel.Message;

class HttpProviderTest {
    private static final String NASTY = "“您好”\n\"&=+%{phone}𠮷\\";

    private final FakeMessages messages = new FakeMessages();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private volatile String said = "{\"code\":0,\"data\":{\"id\":\"r-1\"}}";
    private volatile int status = 200;
    private volatile String query;
    private volatile byte[] body;
    private volatile Map<String, java.util.List<String>> headers;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/send", this::answer);
        server.createContext("/drips", this::drip);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "simulated-provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void aJsonBodySaysNoMoreThanItsValues() throws IOException {
        Answer answer = deliver(settings(), NASTY);
        assertEquals(Answer.sent("r-1"), answer);
        JsonNode sent = new ObjectMapper().readTree(body);
        assertEquals(NASTY.strip(), sent.path("text").asText());
        assertEquals("13800000000", sent.path("to").asText());
        assertEquals("m-1", sent.path("id").asText());
    }

    @Test
    void aFormInTheProvidersCharsetIsWrittenSo() {
        deliver(
                settings()
                        .set("http.contentType", "application/x-www-form-urlencoded")
                        .set("http.charset", "GBK")
                        .set("http.body", "m={phone}&c={text}&u={account}")
                        .set("http.account", "a&b"),
                "您好&c=1");
        String form = new String(body, StandardCharsets.US_ASCII);
        assertEquals("m=13800000000&c=您好&c=1&u=a&b", URLDecoder.decode(form, Charset.forName("GBK")));
        assertEquals(3, form.split("&").length);
        assertEquals(
                "application/x-www-form-urlencoded;charset=GBK",
                headers.get("Content-type").get(0));
    }

    @Test
    void aGetHoldsEverythingInItsAddress() {
        Settings get = settings()
                .set("http.method", "GET")
                .set("http.url", base() + "/send?m={phone}&c={text}")
                .set("numbers", "+86");
        assertEquals(Outcome.SENT, deliver(get, "您好&").outcome());
        assertEquals("m=%2B8613800000000&c=%E6%82%A8%E5%A5%BD%26", query);
    }

    @ParameterizedTest
    @CsvSource({
        "md5, hex, 03a60669ff7d0360f247fcaa37154197",
        "md5, HEX, 03A60669FF7D0360F247FCAA37154197",
        "sha1, hex, 56d2285164bfc8ab82538e4da2297c6a751e7c9f",
        "sha256, hex, a0f44ebc419314bb89c17925099eb4bc2c25e4777a057ac4bb49cdf4c2b20c14",
        "hmac-md5, base64, 2eWA6+VU4SCy77EHB+avSg==",
        "hmac-sha1, base64, 20fCujDu/HX+5mUH59x1WCyRcYc=",
        "hmac-sha256, hex, b197dc910d7e0babbca8e6106dda9888f65253dc47f410a93b34082aafeafc11"
    })
    void itIsSignedAsTheProviderWants(String kind, String as, String expected) throws IOException {
        Config config = settings()
                .set("http.headers", "X-Sign: {sign}")
                .set("http.account", "user")
                .set("http.secret", "key")
                .set("http.sign", kind)
                .set("http.signAs", as)
                .set("http.signOver", "{account}{secret}{time}")
                .config();
        HttpForm form = new HttpForm(config, Clock.fixed(Instant.parse("2026-11-30T16:00:01Z"), ZoneOffset.UTC));
        assertEquals(
                expected,
                form.request(new Sms("m-1", "13800000000", "短"))
                        .build()
                        .headers()
                        .firstValue("X-Sign")
                        .orElseThrow());
    }

    @Test
    void timeAndSecretAreFilledIn() {
        HttpForm form = new HttpForm(
                settings()
                        .set("http.headers", "X-Time: {time} | Authorization: Bearer {secret}")
                        .set("http.secret", "s3")
                        .config(),
                Clock.fixed(Instant.parse("2026-11-30T16:00:01Z"), ZoneOffset.UTC));
        var request = form.request(new Sms("m-1", "13800000000", "短")).build();
        assertEquals("20261201000001", request.headers().firstValue("X-Time").orElseThrow());
        assertEquals("Bearer s3", request.headers().firstValue("Authorization").orElseThrow());
    }

    @Test
    void whatTheProviderSaysDecides() {
        said = "{\"code\":1001,\"msg\":\"号码 13800000000 是空号\"}";
        Answer refused = deliver(settings(), "短");
        assertEquals(Outcome.REFUSED, refused.outcome());
        assertTrue(refused.reason().contains("1001") && refused.reason().contains("空号"), refused.reason());
        assertFalse(refused.reason().contains("13800000000"), refused.reason());

        said = "{\"code\":7,\"msg\":\"余额不足\"}";
        Answer later = deliver(settings(), "短");
        assertEquals(Outcome.LATER, later.outcome());
        assertTrue(later.reason().contains("余额不足"), later.reason());

        said = "{\"another\":\"field\"}";
        String unknown = deliver(settings(), "短").reason();
        assertTrue(unknown.contains("无法识别"), unknown);

        said = "{\"code\":\"0\"}";
        Answer sent = deliver(settings(), "短");
        assertEquals(Outcome.SENT, sent.outcome());
        assertEquals(List.of(), sent.references());

        status = 400;
        assertEquals(Outcome.LATER, deliver(settings(), "短").outcome(), "an error is no success, whatever it says");
    }

    @Test
    void aBodyThatDripsHoldsNobodyUp() {
        Settings hasty = settings().set("timeoutSeconds", 1).set("http.url", base() + "/drips");
        Answer answer = assertTimeoutPreemptively(Duration.ofSeconds(15), () -> deliver(hasty, "短"));
        assertEquals(Outcome.LATER, answer.outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "http.url, ftp://x",
        "http.url, ''",
        "http.body, '{\"text\":{text},\"to\":\"{phone}\"}'",
        "http.body, '{\"text\":\"{text}\"}'",
        "http.success, ''",
        "http.success, code",
        "http.reference, id",
        "http.charset, klingon",
        "http.headers, Host: x",
        "http.headers, nonsense",
        "http.time, bb",
        "http.sign, rot13",
        "token, short",
        "signature, 【示例】",
        "maxParts, 99"
    })
    void aWrongSettingIsNamed(String setting, String value) {
        Object typed = setting.equals("maxParts") ? (Object) Integer.valueOf(value) : value;
        SmsChannel channel = new SmsChannel(settings().set(setting, typed).config(), messages);
        try {
            String fault = channel.fault().orElseThrow().zh();
            assertTrue(fault.contains("etc/org.sanban.channel.sms.cfg 中的 " + setting + " "), fault);
            assertFalse(channel.fault().orElseThrow().en().isBlank());
        } finally {
            channel.close();
        }
    }

    private Settings settings() {
        return Settings.http(base());
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Answer deliver(Settings settings, String text) {
        SmsChannel channel = new SmsChannel(settings.config(), messages);
        try {
            assertTrue(channel.fault().isEmpty(), () -> channel.fault().toString());
            return channel.deliver(
                    new Message("m-1", "+86 138 0000 0000", null, Map.of(), text, null, Locale.SIMPLIFIED_CHINESE));
        } finally {
            channel.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            body = exchange.getRequestBody().readAllBytes();
            query = exchange.getRequestURI().getRawQuery();
            headers = exchange.getRequestHeaders();
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            while (!await()) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        }
    }

    private boolean await() {
        try {
            return over.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
