// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Map;
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

    private final Path accounts;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Activate
    public DemoPlatform() {
        this(Path.of(System.getProperty("karaf.base", "."), "store", "sample-accounts.txt"));
    }

    DemoPlatform(Path accounts) {
        this.accounts = accounts;
    }

    /** What the platform answered. */
    record Said(int status, JsonNode body) {
        /** What people read where it refused. */
        String trouble() {
            return status < 400
                    ? null
                    : "平台回答 " + status + " " + body.path("detail").asText();
        }
    }

    /** Reads with an account of the sample county. */
    Said get(int port, String account, String path) throws IOException {
        return ask("GET", port, account, path, new byte[0], Map.of());
    }

    /** Posts JSON with an account of the sample county. */
    Said post(int port, String account, String path, byte[] body, Map<String, String> headers) throws IOException {
        return ask("POST", port, account, path, body, headers);
    }

    private Said ask(String method, int port, String account, String path, byte[] body, Map<String, String> headers)
            throws IOException {
        byte[] login = Wire.object()
                .put("login", account)
                .put("password", password(account))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        Said session = send("POST", port, "sessions", login, Map.of());
        String token = session.body().path("token").asText();
        return token.isEmpty()
                ? session
                : send(method, port, path, body, with(headers, "Authorization", "Bearer " + token));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put(name, value);
        return all;
    }

    private Said send(String method, int port, String path, byte[] body, Map<String, String> headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
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
