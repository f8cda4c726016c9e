// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The platform on this machine as the made-up parties reach it: over its own REST, with the accounts of the sample county.
 * Without the sample county there are none.
 */
@Component(service = DemoPlatform.class)
public final class DemoPlatform {
    /** Another system. */
    static final String SYSTEM = "sample-system";
    /** Whoever administers the county. */
    static final String ADMIN = "sample-admin";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NOT_LOGGED_IN = 401;

    private final Path accounts;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    /** By account. */
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    @Activate
    public DemoPlatform() {
        this(Path.of(System.getProperty("karaf.base", "."), "store", "sample-accounts.txt"));
    }

    DemoPlatform(Path accounts) {
        this.accounts = accounts;
    }

    /** Where the platform is and in which language whoever is at the page reads what it says. */
    record Here(int port, String language) {
        static Here of(HttpServletRequest request) {
            String language = request.getHeader("Accept-Language");
            return new Here(request.getLocalPort(), language == null ? "zh" : language);
        }
    }

    /** What the platform answered. */
    record Said(int status, JsonNode body) {
        boolean refused() {
            return status >= 400;
        }

        /** As the page is told: the status, and what people read where the platform refused. */
        ObjectNode told() {
            ObjectNode told = Wire.object().put("status", status);
            return refused() ? told.put("detail", body.path("detail").asText()) : told;
        }
    }

    /** Reads with an account of the sample county. */
    Said get(Here here, String account, String path) throws IOException {
        return ask("GET", here, account, path, new byte[0], Map.of());
    }

    /** Posts JSON with an account of the sample county. */
    Said post(Here here, String account, String path, byte[] body, Map<String, String> headers) throws IOException {
        return ask("POST", here, account, path, body, headers);
    }

    /** Logs in once, and again where the platform no longer knows who asks. */
    private Said ask(String method, Here here, String account, String path, byte[] body, Map<String, String> headers)
            throws IOException {
        String known = sessions.get(account);
        if (known != null) {
            Said said = send(method, here, path, body, with(headers, known));
            if (said.status() != NOT_LOGGED_IN) {
                return said;
            }
        }
        byte[] login = Wire.object()
                .put("login", account)
                .put("password", password(account))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        Said session = send("POST", here, "sessions", login, Map.of());
        String token = session.body().path("token").asText();
        if (token.isEmpty()) {
            return session;
        }
        sessions.put(account, token);
        return send(method, here, path, body, with(headers, token));
    }

    private static Map<String, String> with(Map<String, String> headers, String token) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        return all;
    }

    private Said send(String method, Here here, String path, byte[] body, Map<String, String> headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + here.port() + "/api/v1/" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept-Language", here.language())
                .method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Said(answer.statusCode(), Wire.read(answer.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Each line of the file is a login, a password and more, parted by tabs. */
    private String password(String account) throws IOException {
        if (Files.exists(accounts)) {
            for (String line : Files.readAllLines(accounts, StandardCharsets.UTF_8)) {
                String[] parts = line.split("\t");
                if (parts.length > 1 && parts[0].equals(account)) {
                    return parts[1];
                }
            }
        }
        return "";
    }
}
