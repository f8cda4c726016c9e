// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.api.problem.Problem;

/** A provider's request as the settings describe it: no two providers have the same (接口由配置给出). */
final class HttpForm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Sms SAMPLE = new Sms("sample-1", "13800000000", "【示例】\"{text}\"\n&");

    private record Header(String name, Template value) {}

    private final Config config;
    private final Clock clock;
    private final Charset charset;
    private final Template url;
    private final Template body;
    private final List<Header> headers = new ArrayList<>();
    private final Formula formula;
    private final String method;

    /** @throws Problem invalid, naming the setting that is wrong */
    HttpForm(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.charset = charset(config.http_charset());
        this.url = Template.form(Checks.set("http.url", config.http_url()), charset);
        this.method = Checks.oneOf("http.method", config.http_method(), List.of("POST", "PUT", "GET"));
        this.body = body(config.http_contentType());
        this.formula = Formula.of(config, charset);
        for (String header : config.http_headers().split("\\|")) {
            if (!header.isBlank()) {
                int colon = header.indexOf(':');
                Checks.check(colon > 0, "http.headers", SmsChannel.TEXTS.get("header"));
                headers.add(new Header(
                        header.substring(0, colon).strip(),
                        Template.plain(header.substring(colon + 1).strip())));
            }
        }
        check();
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.invalid("http.charset", SmsChannel.TEXTS.get("charset"));
        }
    }

    private Template body(String type) {
        if (method.equals("GET")) {
            return Template.plain("");
        }
        String text = Checks.set("http.body", config.http_body());
        if (type.contains("json")) {
            return Template.json(text);
        }
        return type.contains("form") ? Template.form(text, charset) : Template.plain(text);
    }

    /** Makes a request of a sample, so that what is wrong shows when it is configured and not with the first message. */
    private void check() {
        Map<String, String> values = values(SAMPLE);
        try {
            URI.create(url.fill(values));
            Checks.check(
                    config.http_url().strip().matches("https?://[^/\\s]+.*"), "http.url", SmsChannel.TEXTS.get("url"));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("http.url", SmsChannel.TEXTS.get("url"));
        }
        try {
            request(values);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("http.headers", SmsChannel.TEXTS.get("header"));
        }
        if (config.http_contentType().contains("json") && !method.equals("GET")) {
            try {
                JSON.readTree(body.fill(values));
            } catch (JsonProcessingException e) {
                throw Problem.invalid("http.body", SmsChannel.TEXTS.get("json"));
            }
        }
        String used = config.http_url() + config.http_body();
        Checks.check(used.contains("{phone}") && used.contains("{text}"), "http.body", SmsChannel.TEXTS.get("holes"));
    }

    HttpRequest.Builder request(Sms sms) {
        return request(values(sms));
    }

    private HttpRequest.Builder request(Map<String, String> values) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.fill(values)));
        if (method.equals("GET")) {
            request.GET();
        } else {
            String type = config.http_contentType().strip();
            request.header("Content-Type", type.contains("charset") ? type : type + ";charset=" + charset.name())
                    .method(method, BodyPublishers.ofByteArray(body.fill(values).getBytes(charset)));
        }
        headers.forEach(header -> request.header(header.name(), header.value().fill(values)));
        return request;
    }

    private Map<String, String> values(Sms sms) {
        Map<String, String> values = new HashMap<>();
        values.put("phone", sms.phone());
        values.put("text", sms.text());
        values.put("id", sms.id());
        values.put("time", time());
        values.put("account", config.http_account().strip());
        values.put("secret", config.http_secret().strip());
        values.put("sign", formula.sign(values));
        return values;
    }

    private String time() {
        String wanted = config.http_time().strip();
        try {
            return switch (wanted) {
                case "seconds" -> Long.toString(clock.instant().getEpochSecond());
                case "millis" -> Long.toString(clock.millis());
                default -> DateTimeFormatter.ofPattern(wanted)
                        .format(clock.instant().atZone(ZONE));
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.invalid("http.time", SmsChannel.TEXTS.get("time"));
        }
    }

    Charset charset() {
        return charset;
    }
}
