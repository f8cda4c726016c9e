// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The centre that the hotline's answers are told to. */
final class HotlineCentre {
    static final String SECRET = "shili-secret-0123456789";

    private HotlineCentre() {}

    /** The centre, back again: it answers what is signed with a status, and keeps it. */
    static HttpServer opens(int port, List<String> told, int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/answers", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String[] signed =
                    exchange.getRequestHeaders().getFirst("X-Sanban-Signature").split("[=,]");
            boolean right = signed[3].equals(hmac(signed[1], body));
            if (right) {
                told.add(new String(body, StandardCharsets.UTF_8));
            }
            exchange.sendResponseHeaders(right ? status : 403, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String hmac(String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
