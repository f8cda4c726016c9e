// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jsmpp.session.connection.Connection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmppSocketTest {
    private static final char[] PASSWORD = "shili-store".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext known;

    /** A key for localhost, and for no other name. */
    @BeforeAll
    static void makeKey() throws Exception {
        Path store = folder.resolve("store.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "smsc",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, made.waitFor());
        known = context(store);
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    @Test
    void aHostWithItsOwnCertificateIsSpokenTo() throws IOException {
        try (ServerSocket server = answering(1);
                SmppSocket sockets = new SmppSocket(known.getSocketFactory(), 30_000)) {
            Connection connection = sockets.createConnection("localhost", server.getLocalPort());
            assertEquals(42, connection.getInputStream().read());
            connection.close();
        }
    }

    @Test
    void aHostWithAnothersOrAnUnknownCertificateIsNot() throws IOException {
        try (ServerSocket server = answering(2);
                SmppSocket sockets = new SmppSocket(known.getSocketFactory(), 30_000);
                SmppSocket strangers = new SmppSocket((SSLSocketFactory) SSLSocketFactory.getDefault(), 30_000)) {
            assertThrows(
                    SSLHandshakeException.class, () -> sockets.createConnection("127.0.0.1", server.getLocalPort()));
            assertThrows(
                    SSLHandshakeException.class, () -> strangers.createConnection("localhost", server.getLocalPort()));
        }
    }

    @Test
    void aHostThatSaysNothingIsNotWaitedForLongerThanSaid() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SmppSocket sockets = new SmppSocket(known.getSocketFactory(), 300)) {
            assertThrows(
                    SocketTimeoutException.class, () -> sockets.createConnection("localhost", silent.getLocalPort()));
        }
    }

    @Test
    void onceClosedNothingIsOpenedAnyMore() {
        SmppSocket sockets = new SmppSocket(null, 300);
        sockets.close();
        assertThrows(IOException.class, () -> sockets.createConnection("localhost", 1));
    }

    private static ServerSocket answering(int times) throws IOException {
        ServerSocket server = known.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            for (int i = 0; i < times; i++) {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream().write(42);
                    socket.getInputStream().read();
                } catch (IOException e) {
                    // Whoever does not trust it hangs up.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }
}
