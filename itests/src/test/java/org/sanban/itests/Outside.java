// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.sanban.channel.province.internal.Configured;
import org.sanban.channel.province.internal.SimulatedProvince;

/**
 * Who is at the other end of every channel, and the settings with which each channel reaches it. The province, the 12345
 * centre, a provider of text messages and a system with a webhook are servers of the test; WeChat and Douyin are played by
 * {@code channel-demo}.
 */
final class Outside implements AutoCloseable {
    private static final String PLAYS = "sanban-channel-demo";

    /** The one that plays others comes before those. */
    static final List<String> MODULES = List.of(
            PLAYS,
            "sanban-channel-sms",
            "sanban-channel-wechat",
            "sanban-channel-douyin",
            "sanban-channel-hotline",
            "sanban-channel-province",
            "sanban-channel-webhook");

    private static final String EARLIER = "0.0.9";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SECRET = "shili-secret-0123456789";

    private final SimulatedProvince province = new SimulatedProvince();
    private final List<JsonNode> texts = new CopyOnWriteArrayList<>();
    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final Map<String, String> before = new HashMap<>();
    private final Sanban sanban;
    private final Rest system;
    private final HttpServer server;
    private String webhook;

    Outside(Sanban sanban) throws IOException {
        this.sanban = sanban;
        this.system = sanban.as("sample-system");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sms", exchange -> take(exchange, texts, "{\"code\":0,\"data\":{\"id\":\"shili\"}}"));
        server.createContext("/answers", exchange -> take(exchange, answers, ""));
        server.createContext("/events", exchange -> take(exchange, events, ""));
        server.start();
    }

    /** Writes the settings of every channel; matters are known to the province by a made-up code. */
    void configure(JsonNode matter) throws IOException {
        String own = "http://127.0.0.1:" + server.getAddress().getPort();
        province.writeKeys(sanban.home().resolve("etc"));
        Map<String, Object> push = Configured.push(province.url());
        push.put("orgCode", "11610926000000000X");
        push.put("tasks", matter.path("code").asText() + "=440118009000|11440100007482575H3440118009000");
        write("messages", "quiet =\n");
        write("channel.province", Configured.file(push));
        write(
                "channel.sms",
                "form = http\nsignature = \\u793a\\u4f8b\nsignatureSource = \\u793a\\u4f8b\nhttp.url = " + own
                        + "/sms\nhttp.body = {\"to\":\"{phone}\",\"text\":\"{text}\"}\n"
                        + "http.success = /code=0\nhttp.reference = /data/id\n");
        write(
                "channel.wechat",
                "url = " + sanban.base() + "/demo/wechat\nappId = wxdemo0000000001\nappSecret = demo-secret\n"
                        + "token = demo-token\naesKey = ShiliDemoKeyShiliDemoKeyShiliDemoKeyShiliDA\n");
        write(
                "channel.douyin",
                "url = " + sanban.base() + "/demo/douyin\nclientKey = ttdemo0000000001\nclientSecret = demo-secret\n");
        write("channel.hotline", "centreUrl = " + own + "/answers\ncentreSecret = " + SECRET + "\nretrySeconds = 1\n");
        write("channel.webhook", "allowed = 127.0.0.1/32\nlookSeconds = 1\n");
    }

    /** Installs all channels, each from its archive, in one command: a shell takes seconds to start. */
    void install() {
        install(MODULES.stream().map(module -> new Archive(module).file()).toList());
        subscribe();
    }

    /** The same with channels of an earlier version, which {@link #update} takes to the one that was built. */
    void installEarlier(Path folder) throws IOException {
        List<Path> archives = new ArrayList<>();
        for (String module : MODULES) {
            Archive archive = new Archive(module);
            archives.add(module.equals(PLAYS) ? archive.file() : archive.as(EARLIER, folder));
        }
        install(archives);
        subscribe();
    }

    /** Updates every channel on the running system. Who plays the others stays: it keeps in mind who has agreed to what. */
    void update() throws IOException {
        install(MODULES.stream()
                .filter(module -> !module.equals(PLAYS))
                .map(module -> new Archive(module).file())
                .toList());
        try (Stream<Path> archives = Files.list(sanban.home().resolve("store/kars"))) {
            for (Path earlier :
                    archives.filter(kar -> kar.toString().contains(EARLIER)).toList()) {
                Files.delete(earlier);
            }
        }
    }

    private void install(List<Path> archives) {
        sanban.done(each("install", archives));
        Await.until(SOON, "every channel is up", () -> {
            JsonNode channels =
                    sanban.as("sample-admin").get("/channels").expect(200).json();
            return List.of("sms", "wechat", "douyin", "hotline", "province", "webhook").stream()
                    .allMatch(id -> up(channels, id));
        });
    }

    void remove() {
        sanban.done(each("remove", MODULES));
    }

    /** Asks a simulated party of {@code channel-demo} something. */
    JsonNode demo(String path, Map<String, ?> body) {
        return sanban.anyone().post("/demo/" + path, body).expect(200).json();
    }

    /** Text messages that were sent, as the provider was given them. */
    List<JsonNode> texts() {
        return texts;
    }

    /** What the 12345 centre was told. */
    List<JsonNode> answers() {
        return answers;
    }

    /** What the other system was told of cases. */
    List<JsonNode> events() {
        return events;
    }

    SimulatedProvince province() {
        return province;
    }

    /** Leaves neither settings nor a subscription behind. */
    @Override
    public void close() throws IOException {
        for (Map.Entry<String, String> one : before.entrySet()) {
            Path file = etc(one.getKey());
            if (one.getValue() == null) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, one.getValue());
            }
        }
        province.close();
        server.stop(0);
    }

    /** The other system's subscription ends. */
    void unsubscribe() {
        system.delete("/webhooks/" + webhook).expect(204);
    }

    private void subscribe() {
        Map<String, Object> wanted = Map.of(
                "name", "接收系统", "url", "http://127.0.0.1:" + server.getAddress().getPort() + "/events");
        // The file that allows the address is read within a second or two.
        Await.until(SOON, "the other system may subscribe", () -> {
            Rest.Answer made = system.post("/webhooks", wanted);
            webhook = made.status() == 201
                    ? made.json().path("webhook").path("id").asText()
                    : null;
            return webhook != null;
        });
    }

    private static boolean up(JsonNode channels, String id) {
        for (JsonNode one : channels) {
            if (one.path("channel").asText().equals(id)) {
                // One that is installed late has much to tell at first.
                return Set.of("UP", "BEHIND").contains(one.path("state").asText());
            }
        }
        return false;
    }

    private static String each(String step, List<?> modules) {
        return String.join(
                "; ",
                modules.stream()
                        .map(module -> "sanban:module-" + step + " " + module)
                        .toList());
    }

    private static void take(HttpExchange exchange, List<JsonNode> taken, String answer) throws IOException {
        try (exchange) {
            taken.add(Rest.JSON.readTree(exchange.getRequestBody()));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 204 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void write(String name, String settings) throws IOException {
        Path file = etc(name);
        before.putIfAbsent(name, Files.exists(file) ? Files.readString(file) : null);
        Files.writeString(file, settings);
    }

    private Path etc(String name) {
        return sanban.home().resolve("etc/org.sanban." + name + ".cfg");
    }
}
