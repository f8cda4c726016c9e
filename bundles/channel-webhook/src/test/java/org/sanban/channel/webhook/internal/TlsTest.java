// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.api.journal.JournalEntry.Kind;

/** Over TLS: the certificate must be of whom the address names, although the connection leads to the checked address. */
class TlsTest {
    private static final char[] PASSWORD = "sample-only".toCharArray();

    @TempDir
    Path folder;

    @Test
    void onlyWhoHasTheCertificateOfTheNameIsTold() throws Exception {
        SSLContext context = context();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            assertEquals(
                    Outcome.State.TAKEN,
                    send("https://right.example.org:" + port + "/", context.getSocketFactory())
                            .state());
            Outcome wrong = send("https://wrong.example.org:" + port + "/", context.getSocketFactory());
            assertEquals(Outcome.State.LATER, wrong.state());
            assertTrue(
                    wrong.why().en().contains("wrong.example.org"), wrong.why().en());
            Outcome unknown =
                    send("https://right.example.org:" + port + "/", (SSLSocketFactory) SSLSocketFactory.getDefault());
            assertTrue(unknown.why().zh().contains("加密连接失败"), unknown.why().zh());
        } finally {
            server.stop(0);
        }
    }

    private static Outcome send(String url, SSLSocketFactory tls) {
        WebhookSettings settings =
                new WebhookSettings(Configured.config(Map.of("allowed", new String[] {"127.0.0.1"})), host ->
                        new InetAddress[] {InetAddress.getLoopbackAddress()});
        Sender sender = new Sender(settings, tls, Instant::now);
        try (Line line = sender.line()) {
            return sender.send(
                    Events.of(Sample.entry(1, Kind.ACCEPTED), Sample.state(), URI.create("urn:x:y")),
                    Sample.to(url, Format.STRUCTURED),
                    line);
        }
    }

    private SSLContext context() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "sample",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=right.example.org",
                        "-ext",
                        "SAN=dns:right.example.org",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertEquals(0, keytool.waitFor(), said);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("sample", keys.getCertificate("sample"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
