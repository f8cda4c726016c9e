// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A person at a browser: Chromium without a window, told what to do over its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Process process;
    private final Wire wire;
    private final String session;

    private Browser(Process process, Wire wire, String session) {
        this.process = process;
        this.wire = wire;
        this.session = session;
    }

    /** Opens an address on a phone's screen; what it keeps lies in a profile that may be opened again. */
    static Browser open(Path profile, String address) {
        try {
            Files.createDirectories(profile);
            Path port = profile.resolve("DevToolsActivePort");
            Files.deleteIfExists(port);
            Process process = new ProcessBuilder(
                            executable(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--lang=zh-CN",
                            "--accept-lang=zh-CN",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("browser.log").toFile())
                    .start();
            Await.until(
                    SOON,
                    "the browser is up",
                    () -> Files.exists(port) && Files.readAllLines(port).size() > 1);
            List<String> lines = Files.readAllLines(port);
            Wire wire = Wire.to("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            String target = wire.call(null, "Target.createTarget", Map.of("url", "about:blank"))
                    .path("targetId")
                    .asText();
            String session = wire.call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                    .path("sessionId")
                    .asText();
            Browser browser = new Browser(process, wire, session);
            browser.call(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
            browser.go(address);
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String executable() {
        return Stream.concat(
                        Stream.of(System.getProperty("sanban.browser"), System.getenv("SANBAN_BROWSER"))
                                .filter(Objects::nonNull),
                        PLACES.stream())
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium here: \"apt-get install chromium\", or name one by"
                        + " -Dsanban.browser=PATH or SANBAN_BROWSER=PATH"));
    }

    void go(String address) {
        call("Page.navigate", Map.of("url", address));
        sees("main");
    }

    void reload() {
        eval("window.before = true");
        call("Page.reload", Map.of());
        Await.until(SOON, "the page is loaded again", () -> !eval("Boolean(window.before)")
                .asBoolean());
        sees("main");
    }

    /** Waits until an element is there. */
    void sees(String selector) {
        Await.until(SOON, selector, () -> eval("Boolean(document.querySelector(" + quoted(selector) + "))")
                .asBoolean());
    }

    /** Waits until the page says something. */
    void reads(String text) {
        try {
            Await.until(SOON, text, () -> text().contains(text));
        } catch (AssertionError e) {
            throw new AssertionError("not read: " + text + "\n--- the page says:\n" + text(), e);
        }
    }

    /** What the page says. */
    String text() {
        return eval("document.body.innerText").asText();
    }

    /** Fills the field in that a label stands at. */
    void fill(String label, String value) {
        happens(
                label,
                "const l = [...document.querySelectorAll('label')].find(l => l.textContent.trim().startsWith("
                        + quoted(label) + ")); l?.control.focus(); l?.control.select?.(); return Boolean(l);");
        if (eval("document.activeElement.tagName").asText().equals("SELECT")) {
            choose(value);
        } else {
            type(value);
        }
    }

    /** Chooses what contains a text, where the focus is. */
    private void choose(String text) {
        happens(
                text,
                "const s = document.activeElement; const o = [...s.options].find(o => o.text.includes(" + quoted(text)
                        + ")); if (o) { s.value = o.value; for (const e of ['input', 'change'])"
                        + " s.dispatchEvent(new Event(e, {bubbles: true})); } return Boolean(o);");
    }

    /** Types where the focus is. */
    void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    /** Presses the button or link that says so, once it is there and may be pressed; the first of several. */
    void press(String name) {
        happens(
                name,
                "const b = [...document.querySelectorAll('button, a')].find(b => !b.disabled &&"
                        + " b.textContent.trim().startsWith(" + quoted(name) + "));"
                        + " b?.scrollIntoView({block: 'center'}); b?.click(); return Boolean(b);");
    }

    private void happens(String what, String deed) {
        Await.until(SOON, what, () -> eval("(() => { " + deed + " })()").asBoolean());
    }

    /** What an expression gives; a promise is waited for. A page that is on its way cannot tell: who waits asks again. */
    JsonNode eval(String expression) {
        JsonNode answer = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** A picture of the whole page, below {@code target/screens}. */
    void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screens"));
            String data = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                    .path("data")
                    .asText();
            Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a dead battery would. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Await.until(SOON, "the browser is gone", () -> !process.isAlive());
    }

    @Override
    public void close() {
        kill();
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return wire.call(session, method, parameters);
    }

    private static String quoted(String text) {
        return Rest.JSON.valueToTree(text).toString();
    }

    /** The DevTools protocol over a web socket. */
    private static final class Wire implements WebSocket.Listener {
        private final AtomicInteger ids = new AtomicInteger();
        private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
        private final StringBuilder message = new StringBuilder();
        private WebSocket socket;

        static Wire to(String address) {
            Wire wire = new Wire();
            wire.socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(address), wire)
                    .join();
            return wire;
        }

        JsonNode call(String session, String method, Map<String, ?> parameters) {
            int id = ids.incrementAndGet();
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            open.put(id, answer);
            var request = Rest.JSON.createObjectNode().put("id", id).put("method", method);
            request.set("params", Rest.JSON.valueToTree(parameters));
            if (session != null) {
                request.put("sessionId", session);
            }
            socket.sendText(request.toString(), true).join();
            JsonNode told = answer.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
            if (told.has("error")) {
                throw new IllegalStateException(method + ": " + told.path("error"));
            }
            return told.path("result");
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                hear(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void hear(String text) {
            try {
                JsonNode told = Rest.JSON.readTree(text);
                CompletableFuture<JsonNode> waiting =
                        open.remove(told.path("id").asInt());
                if (waiting != null) {
                    waiting.complete(told);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
