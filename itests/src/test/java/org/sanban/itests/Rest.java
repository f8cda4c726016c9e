// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A caller over HTTP. */
final class Rest {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String API = "/api/v1";

    private final String base;
    private final String token;
    private final Soap soap;

    Rest(String base, String token) {
        this(base, token, null);
    }

    private Rest(String base, String token, Soap soap) {
        this.base = base;
        this.token = token;
        this.soap = soap;
    }

    /** An answer, its body as text. */
    record Answer(int status, HttpHeaders headers, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + status + " " + body, e);
            }
        }

        String detail() {
            return json().path("detail").asText();
        }

        /** This answer, when it has the status. */
        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", got " + status + ": " + body);
            }
            return this;
        }
    }

    Rest login(String login, String password) {
        Answer answer = post("/sessions", Map.of("login", login, "password", password));
        String given = answer.expect(201).json().path("token").asText();
        return new Rest(base, given, new Soap(new Rest(base, null), login, password));
    }

    /** The same caller over SOAP; {@code null} for one who did not log in here. */
    Soap soap() {
        return soap;
    }

    /** What it is logged in with. */
    String token() {
        return token;
    }

    /** GET of a path below {@code /api/v1}, or of another one that stands beside it. */
    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, Object body, String... headers) {
        return json("POST", path, body, headers);
    }

    Answer put(String path, Object body, String... headers) {
        return json("PUT", path, body, headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    private Answer json(String method, String path, Object body, String... headers) {
        try {
            byte[] bytes =
                    body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
            return send(
                    method, path, BodyPublishers.ofByteArray(bytes), with("Content-Type", "application/json", headers));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer post(String path, byte[] body, String... headers) {
        return send("POST", path, BodyPublishers.ofByteArray(body), headers);
    }

    /** Does a step of a case. */
    Answer act(String number, int version, String action, Map<String, Object> answers) {
        return post("/cases/" + number + "/actions", Map.of("name", action, "version", version, "answers", answers));
    }

    private Answer send(String method, String path, BodyPublisher body, String... headers) {
        boolean whole = Stream.of("/system", "/api", "/evaluate/", "/demo/").anyMatch(path::startsWith);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + (whole ? "" : API) + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String[] with(String name, String value, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = name;
        all[1] = value;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }
}
